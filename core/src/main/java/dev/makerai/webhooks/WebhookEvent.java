package dev.makerai.webhooks;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook tells. It names things by their ids and holds nothing of them: ask the service for the rest.
 *
 * <pre>{@code
 * if (event instanceof WebhookEvent.ResponseEnded ended) {
 *     Response response = ai.responses().retrieve(ended.data().id());
 *     queue.add(response.id());
 * }
 * }</pre>
 *
 * <p>Keep a default branch where you tell them apart: later versions may add kinds.
 */
public sealed interface WebhookEvent {
    /**
     * Reads an event whose origin has been checked, such as one from a queue of one's own. What comes from the network
     * goes through {@link Webhooks#receive}.
     *
     * @param json the body of the webhook; what does not fit a known kind becomes {@link Unknown}
     * @throws DecodeException if this is not JSON
     */
    static WebhookEvent of(Json json) {
        return WebhooksWire.decode(json);
    }

    /** What it tells of. */
    WebhookType type();

    /** The event as it was on the wire. */
    default Json toJson() {
        return WebhooksWire.CODECS.encode(this);
    }

    /**
     * A response in the background has ended: {@code response.completed}, {@code .failed}, {@code .incomplete} or
     * {@code .cancelled}.
     *
     * @param id the event's own id, or null
     * @param createdAt when it happened, or null
     * @param type how it ended
     * @param data the id of the response
     * @param source the exact text
     */
    record ResponseEnded(
            @Nullable String id, @Nullable Instant createdAt, WebhookType type, Subject data, SourceText source)
            implements WebhookEvent {
        /** Needs the type and the response. */
        public ResponseEnded {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(data, "data");
        }
    }

    /**
     * A batch has ended: {@code batch.completed}, {@code .failed}, {@code .expired} or {@code .cancelled}.
     *
     * @param id the event's own id, or null
     * @param createdAt when it happened, or null
     * @param type how it ended
     * @param data the id of the batch
     * @param source the exact text
     */
    record BatchEnded(
            @Nullable String id, @Nullable Instant createdAt, WebhookType type, Subject data, SourceText source)
            implements WebhookEvent {
        /** Needs the type and the batch. */
        public BatchEnded {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(data, "data");
        }
    }

    /**
     * Something else has happened to what has an id: the {@code eval.run}, {@code fine_tuning.job}, {@code safety} and
     * {@code agent.environment} events.
     *
     * @param id the event's own id, or null
     * @param createdAt when it happened, or null
     * @param type what happened to what
     * @param data its id
     * @param source the exact text
     */
    record Happened(@Nullable String id, @Nullable Instant createdAt, WebhookType type, Subject data, SourceText source)
            implements WebhookEvent {
        /** Needs the type and what it happened to. */
        public Happened {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(data, "data");
        }
    }

    /**
     * Somebody calls: {@code realtime.call.incoming}, {@code live.call.incoming}, or a session of {@code live.transport}
     * begins.
     *
     * @param id the event's own id, or null
     * @param createdAt when it happened, or null
     * @param type which service the call is for
     * @param data the call
     * @param source the exact text
     */
    record CallIncoming(
            @Nullable String id, @Nullable Instant createdAt, WebhookType type, Call data, SourceText source)
            implements WebhookEvent {
        /** Needs the type and the call. */
        public CallIncoming {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(data, "data");
        }
    }

    /**
     * Something has happened to an agent's session: the {@code agent.session} events.
     *
     * @param id the event's own id, or null
     * @param createdAt when it happened, or null
     * @param type what happened
     * @param data the session
     * @param source the exact text
     */
    record AgentSession(
            @Nullable String id, @Nullable Instant createdAt, WebhookType type, Session data, SourceText source)
            implements WebhookEvent {
        /** Needs the type and the session. */
        public AgentSession {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(data, "data");
        }
    }

    /**
     * An event that this version does not model.
     *
     * @param label the kind on the wire; empty if it has none
     * @param raw the exact event
     */
    record Unknown(String label, Json raw) implements WebhookEvent {
        /** Keeps both as they are. */
        public Unknown {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(raw, "raw");
        }

        @Override
        public WebhookType type() {
            return new WebhookType(label);
        }
    }

    /**
     * What an event is about.
     *
     * @param id its id
     */
    record Subject(String id) {
        /** Needs the id. */
        public Subject {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * A call, to be accepted or rejected by its id.
     *
     * @param callId the id of a realtime call, or null
     * @param sessionId the id of a live session, or null
     * @param type how a live session is connected: {@code sip} or {@code webrtc} are known; null elsewhere
     * @param sipHeaders who calls whom, as SIP says it
     * @param sipMediaSecurity how the sound is protected, or null
     */
    record Call(
            @Nullable String callId,
            @Nullable String sessionId,
            @Nullable String type,
            List<SipHeader> sipHeaders,
            @Nullable String sipMediaSecurity) {
        /** Needs an id; a missing list becomes empty. */
        public Call(
                @Nullable String callId,
                @Nullable String sessionId,
                @Nullable String type,
                @Nullable List<SipHeader> sipHeaders,
                @Nullable String sipMediaSecurity) {
            if (callId == null && sessionId == null) {
                throw new IllegalArgumentException("The call has neither a call_id nor a session_id");
            }
            this.callId = callId;
            this.sessionId = sessionId;
            this.type = type;
            this.sipHeaders = sipHeaders == null ? List.of() : List.copyOf(sipHeaders);
            this.sipMediaSecurity = sipMediaSecurity;
        }
    }

    /**
     * A header of a call.
     *
     * @param name such as {@code From}; null if it is missing
     * @param value its value, or null
     */
    record SipHeader(@Nullable String name, @Nullable String value) {}

    /**
     * A session of an agent.
     *
     * @param id the session's id
     * @param environmentId where it works, or null
     * @param environmentType the kind of place, or null
     * @param connect how to reach a new one, or null
     * @param requiredAction what it waits for, or null
     */
    record Session(
            String id,
            @Nullable String environmentId,
            @Nullable String environmentType,
            @Nullable Connect connect,
            @Nullable RequiredAction requiredAction) {
        /** Needs the id. */
        public Session {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * How to reach an agent's session.
     *
     * @param remoteUrl the address, or null
     */
    record Connect(@Nullable String remoteUrl) {}

    /**
     * What an agent's session waits for.
     *
     * @param type such as {@code function_call} or {@code mcp_approval_request}; null if the service does not say
     */
    record RequiredAction(@Nullable String type) {}
}
