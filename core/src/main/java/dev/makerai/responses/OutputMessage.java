package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message from the model.
 *
 * @param id the service's id of the message; empty if it gave none
 * @param role who speaks, which is the assistant unless the item comes from a stored conversation
 * @param phase what the message is for, or null if the service does not say
 * @param status how far the message has come, or null
 * @param content the parts in their order
 * @param source the exact text it was read from
 */
public record OutputMessage(
        String id,
        Role role,
        @Nullable MessagePhase phase,
        @Nullable ItemStatus status,
        List<OutputContent> content,
        SourceText source)
        implements OutputItem {
    /** Takes a missing id as empty and a missing role as the assistant's, since the wire knows no other here. */
    public OutputMessage(
            @Nullable String id,
            @Nullable Role role,
            @Nullable MessagePhase phase,
            @Nullable ItemStatus status,
            List<OutputContent> content,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.role = role == null ? Role.ASSISTANT : role;
        this.phase = phase;
        this.status = status;
        this.content = List.copyOf(content);
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Makes a completed message of one text.
     *
     * @param id an id, as the service would give it
     * @param text what the model is to have said
     */
    public static OutputMessage of(String id, String text) {
        return new OutputMessage(
                id, Role.ASSISTANT, null, ItemStatus.COMPLETED, List.of(OutputText.of(text)), SourceText.NONE);
    }

    /** Whether the model said this on the way to its answer, such as before it calls a tool. */
    public boolean isCommentary() {
        return MessagePhase.COMMENTARY.equals(phase);
    }

    /** The texts of all parts, one behind the other; empty if there is none. */
    public String text() {
        if (content.size() == 1 && content.get(0) instanceof OutputText only) {
            return only.text();
        }
        StringBuilder text = new StringBuilder();
        for (OutputContent part : content) {
            if (part instanceof OutputText output) {
                text.append(output.text());
            }
        }
        return text.toString();
    }
}
