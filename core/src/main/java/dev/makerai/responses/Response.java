package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model's answer.
 *
 * @param id the service's id, for {@link ResponseRequest.Builder#previousResponseId}; empty if it gave none
 * @param status how far it has come; empty if the service does not say
 * @param model the model that answered, in its exact version; empty if the service does not say
 * @param output what the model sent, in its order
 * @param usage the tokens it took; null if the service does not say
 * @param error why it failed, or null
 * @param incompleteDetails why it was cut off, or null
 * @param createdAt when it was begun; null if the service does not say
 * @param serviceTier the tier that was really used; null if the service does not say
 * @param metadata the request's own marks
 * @param requestId the service's id of the HTTP request, to name in a support case; null if it gave none
 * @param source the exact text of the whole
 */
public record Response(
        String id,
        ResponseStatus status,
        String model,
        List<OutputItem> output,
        @Nullable Usage usage,
        @Nullable ResponseError error,
        @Nullable IncompleteDetails incompleteDetails,
        @Nullable Instant createdAt,
        @Nullable ServiceTier serviceTier,
        Map<String, String> metadata,
        @Nullable String requestId,
        SourceText source) {
    /** Needs a list of output items, which may be empty; texts that are missing become empty. */
    public Response(
            @Nullable String id,
            @Nullable ResponseStatus status,
            @Nullable String model,
            List<OutputItem> output,
            @Nullable Usage usage,
            @Nullable ResponseError error,
            @Nullable IncompleteDetails incompleteDetails,
            @Nullable Instant createdAt,
            @Nullable ServiceTier serviceTier,
            @Nullable Map<String, String> metadata,
            @Nullable String requestId,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.status = status == null ? new ResponseStatus("") : status;
        this.model = model == null ? "" : model;
        this.output = List.copyOf(output);
        this.usage = usage;
        this.error = error;
        this.incompleteDetails = incompleteDetails;
        this.createdAt = createdAt;
        this.serviceTier = serviceTier;
        this.metadata = metadata == null ? Map.of() : metadata;
        this.requestId = requestId;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Reads a response, as a file or a webhook holds it.
     *
     * @param json the whole response
     * @throws DecodeException if this is not an object with a list of output items
     */
    public static Response of(Json json) {
        return read(json.text().getBytes(StandardCharsets.UTF_8), null);
    }

    /** Reads the body of an answer, which must not change afterwards. */
    static Response read(byte[] body, @Nullable String requestId) {
        return ResponsesWire.CODECS.decode(Response.class, body, requestId).withRequestId(requestId);
    }

    /**
     * What the model answered: the texts of all messages, one behind the other; empty if there is none. What it said on
     * the way ({@link MessagePhase#COMMENTARY}) is no part of it, unless it said nothing else.
     */
    public String outputText() {
        List<OutputMessage> messages = items(OutputMessage.class);
        if (messages.size() == 1) {
            return messages.get(0).text();
        }
        boolean hasAnswer = false;
        for (OutputMessage message : messages) {
            hasAnswer |= !message.isCommentary();
        }
        StringBuilder text = new StringBuilder();
        for (OutputMessage message : messages) {
            if (!hasAnswer || !message.isCommentary()) {
                text.append(message.text());
            }
        }
        return text.toString();
    }

    /** The calls that the model waits for, in its order; empty if there are none. */
    public List<FunctionCall> functionCalls() {
        return items(FunctionCall.class);
    }

    /** What the model says where it will not do what it was asked; null if it does not refuse. */
    public @Nullable String refusal() {
        for (OutputItem item : output) {
            if (item instanceof OutputMessage message) {
                for (OutputContent part : message.content()) {
                    if (part instanceof Refusal refusal) {
                        return refusal.refusal();
                    }
                }
            }
        }
        return null;
    }

    /**
     * The items of one kind, in their order; empty if there are none.
     *
     * @param type the kind, such as {@code Reasoning.class}
     */
    public <T extends OutputItem> List<T> items(Class<T> type) {
        List<T> items = new ArrayList<>();
        for (OutputItem item : output) {
            if (type.isInstance(item)) {
                items.add(type.cast(item));
            }
        }
        return List.copyOf(items);
    }

    /** When it was whole; null if it is not, or the service does not say. */
    public @Nullable Instant completedAt() {
        return details().completedAt();
    }

    /** The stored conversation that it belongs to; null if it belongs to none. */
    public @Nullable String conversationId() {
        ResponseDetails.Conversation conversation = details().conversation();
        return conversation == null ? null : conversation.id();
    }

    /** The response that it went on from; null if it went on from none. */
    public @Nullable String previousResponseId() {
        return details().previousResponseId();
    }

    /** All that the service says of the response beside what stands here; it is read anew at every call. */
    public ResponseDetails details() {
        return ResponsesWire.decode(ResponseDetails.class, toJson());
    }

    /** The whole response as it was on the wire, with every member that this version does not model. */
    public Json toJson() {
        return ResponsesWire.CODECS.encode(this);
    }

    /**
     * This, if it is a response at all and not, say, an error that came with a good status.
     *
     * @throws DecodeException if not
     */
    Response requireResponse() {
        if (!id.isEmpty() || !status.value().isEmpty() || !output.isEmpty() || toJson().get("output") != null) {
            return this;
        }
        String problem = error == null
                ? "The answer has no id, no status and no output, so it is no response"
                : "The answer is no response but an error without an HTTP status of one: " + error.message();
        throw new DecodeException(
                problem + ". Check the base URL, and proxies between", "$", toJson().text(), requestId, null);
    }

    Response withStatus(ResponseStatus status) {
        JsonDraft changed = new JsonDraft(new JsonDraft.Room(Integer.MAX_VALUE, requestId));
        changed.set(toJson());
        changed.member("status").set(Json.string(status.value()));
        return of(changed.json()).withRequestId(requestId);
    }

    Response withRequestId(@Nullable String requestId) {
        return new Response(
                id,
                status,
                model,
                output,
                usage,
                error,
                incompleteDetails,
                createdAt,
                serviceTier,
                metadata,
                requestId,
                source);
    }
}
