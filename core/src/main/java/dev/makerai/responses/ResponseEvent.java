package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the messages in which a response comes when it is streamed. The kinds are named after the wire:
 * {@code response.output_text.delta} is {@link OutputTextEvent.Delta}, {@code response.output_item.done} is
 * {@link OutputItemEvent.Done}.
 *
 * <pre>{@code
 * if (event instanceof OutputTextEvent.Delta text) {
 *     System.out.print(text.delta());
 * } else if (event instanceof ResponseEvent.Ended end) {
 *     System.out.println(end.response().usage());
 * }
 * }</pre>
 */
public sealed interface ResponseEvent
        permits AudioEvent,
                ContentPartEvent,
                CustomToolCallEvent,
                FunctionCallEvent,
                HostedToolEvent,
                OutputItemEvent,
                OutputTextEvent,
                ReasoningEvent,
                RefusalEvent,
                ResponseEvent.Ended,
                ResponseEvent.Progress,
                ResponseEvent.StreamError,
                ResponseEvent.Unknown,
                ShellCallEvent,
                SteerEvent {
    /**
     * Reads an event as a service sends it.
     *
     * @param json an object; what is of no known kind, or lacks what its kind cannot do without, becomes
     *     {@link Unknown}
     * @throws DecodeException if it is of a kind that ends a stream and holds no response
     */
    static ResponseEvent of(Json json) {
        return ResponseEvents.of(json);
    }

    /** The kind on the wire, such as {@code response.output_text.delta}; empty if the event has none. */
    String type();

    /** The event's number in its stream, from 0 on; -1 if the service does not say. */
    long sequenceNumber();

    /**
     * The event as it is on the wire: the exact text if it was read from there. Of the events that bring a piece of
     * text it is the members alone, without the filler that services add so that the lengths of pieces tell nothing.
     */
    default Json toJson() {
        return ResponseEvents.CODECS.encode(this);
    }

    /**
     * The response has been made, waits, or is being worked on: {@code response.created}, {@code response.queued} and
     * {@code response.in_progress}.
     *
     * @param type which of them
     * @param response what is known of it
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record Progress(String type, Response response, long sequenceNumber, SourceText source) implements ResponseEvent {
        /** Needs the type and the response. */
        public Progress {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(response, "response");
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * The last event of a response, with all of it: {@code response.completed}, {@code response.incomplete} and
     * {@code response.failed}. A stream ends with it, but for one that was {@linkplain ResponseStream#steer steered}:
     * there the response that takes the new input in follows.
     *
     * @param type which of them
     * @param response the response, as it would have come without a stream; where its status is missing or says that
     *     it went well though the type says that it did not, the type counts
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record Ended(String type, Response response, long sequenceNumber, SourceText source) implements ResponseEvent {
        static final String COMPLETED = "response.completed";
        static final String INCOMPLETE = "response.incomplete";
        static final String FAILED = "response.failed";

        /** Needs the type and the response. */
        public Ended {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(response, "response");
            response = asTheTypeSays(type, response);
            Objects.requireNonNull(source, "source");
        }

        /** The end of a stream that is nothing but the whole response. */
        static Ended whole(Response response) {
            ResponseStatus status = response.status();
            boolean isWell = status.value().isEmpty() || status.equals(ResponseStatus.COMPLETED);
            String type = isWell ? COMPLETED : status.equals(ResponseStatus.INCOMPLETE) ? INCOMPLETE : FAILED;
            return new Ended(type, response, -1, SourceText.NONE);
        }

        private static Response asTheTypeSays(String type, Response response) {
            ResponseStatus status = response.status();
            boolean saysNothing = status.value().isEmpty() || status.equals(ResponseStatus.COMPLETED);
            if (saysNothing && type.equals(FAILED)) {
                return response.withStatus(ResponseStatus.FAILED);
            } else if (saysNothing && type.equals(INCOMPLETE)) {
                return response.withStatus(ResponseStatus.INCOMPLETE);
            }
            return response;
        }
    }

    /**
     * Something went wrong in the middle of the stream, which ends with it: {@code error}. Some services put the details
     * into a member {@code error} of their own; they are then here all the same.
     *
     * @param code the service's short code, such as {@code server_error}, or null
     * @param message the service's own words, or null
     * @param param the request's member that is to blame, or null
     * @param error the details where they come in a member of their own, or null
     * @param status the HTTP status that the error would have had, or null
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record StreamError(
            @Nullable String code,
            @Nullable String message,
            @Nullable String param,
            @Nullable ResponseError error,
            @Nullable Integer status,
            long sequenceNumber,
            SourceText source)
            implements ResponseEvent {
        static final String TYPE = "error";

        /** Takes what is missing from the member {@code error}. */
        public StreamError {
            if (error != null) {
                code = code == null ? error.code() : code;
                message = message == null ? error.message() : message;
                param = param == null ? error.param() : param;
            }
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * An event of a kind that this version does not model, or one that lacks what its kind cannot do without.
     *
     * @param type the kind on the wire; empty if the event has none
     * @param raw the exact event
     */
    record Unknown(String type, Json raw) implements ResponseEvent {
        /** Keeps both as they are. */
        public Unknown {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(raw, "raw");
        }

        @Override
        public long sequenceNumber() {
            return ResponseEvents.sequenceNumber(raw);
        }
    }
}
