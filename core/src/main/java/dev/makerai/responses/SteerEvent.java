package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of input given with {@link ResponseStream#steer}: {@code response.steer.*}. */
public sealed interface SteerEvent extends ResponseEvent {
    /** What the news is about. */
    Steer steer();

    /**
     * Input that was given to a response under way.
     *
     * @param id the service's id of this input; null where it was refused before it got one
     * @param previousResponseId the response that it was given to; empty if the service does not say
     * @param input the input itself, text or a list of items, where the service gives it back; null elsewhere
     */
    record Steer(
            @Nullable String id,
            String previousResponseId,
            @Nullable Json input) {
        /** Takes an id that is missing for an empty one. */
        public Steer {
            previousResponseId = ResponseEvents.orEmpty(previousResponseId);
        }
    }

    /**
     * The service has taken the input; another response will be made of it, whose {@code response.created} shows that
     * the input counts.
     *
     * @param steer the input
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record Accepted(Steer steer, long sequenceNumber, SourceText source) implements SteerEvent {
        static final String TYPE = "response.steer.accepted";

        /** Needs the input. */
        public Accepted {
            Objects.requireNonNull(steer, "steer");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * The input waits, since the response ended with calls that only the caller can answer. The next request that goes
     * on from the response, with an answer to each call, takes the input in.
     *
     * @param reason why, in the service's short words
     * @param requiredInput what the next request has to answer
     * @param steer the input
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record Pending(
            String reason, List<RequiredInput> requiredInput, Steer steer, long sequenceNumber, SourceText source)
            implements SteerEvent {
        static final String TYPE = "response.steer.pending";

        /** Needs the input. */
        public Pending {
            reason = ResponseEvents.orEmpty(reason);
            requiredInput = ResponseEvents.orNone(requiredInput);
            Objects.requireNonNull(steer, "steer");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * The head of an item that the next request has to have.
     *
     * @param type the kind of item, such as {@code function_call_output}
     * @param callId the call to answer, or null for a kind that has none
     * @param approvalRequestId the request to approve or refuse, for {@code mcp_approval_response}; else null
     * @param name the function's name, for {@code function_call_output}; else null
     * @param execution {@code client}, for {@code tool_search_output}; else null
     * @param source the exact text it was read from
     */
    record RequiredInput(
            String type,
            @Nullable String callId,
            @Nullable String approvalRequestId,
            @Nullable String name,
            @Nullable String execution,
            SourceText source) {
        /** Needs the type. */
        public RequiredInput {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * The input does not count: it was refused, or could not be made part of a response.
     *
     * @param error why
     * @param steer the input, given back
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record Failed(ResponseError error, Steer steer, long sequenceNumber, SourceText source) implements SteerEvent {
        static final String TYPE = "response.steer.failed";

        /** Needs the error and the input. */
        public Failed {
            Objects.requireNonNull(error, "error");
            Objects.requireNonNull(steer, "steer");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }
}
