package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message to the model.
 *
 * <pre>{@code
 * InputMessage.user(new InputText("Did this print fail?"), InputImage.of(Path.of("bed.jpg")))
 * }</pre>
 *
 * @param role who speaks
 * @param content the parts in their order
 * @param phase what an assistant's message was for, or null
 * @param id the service's id of the message, or null for one that was not stored yet
 * @param status how far the message has come, or null
 * @param source the exact text it was read from
 */
public record InputMessage(
        Role role,
        List<InputContent> content,
        @Nullable MessagePhase phase,
        @Nullable String id,
        @Nullable ItemStatus status,
        SourceText source)
        implements InputItem {
    /** Needs the role. */
    public InputMessage {
        Objects.requireNonNull(role, "role");
        content = List.copyOf(content);
        Objects.requireNonNull(source, "source");
    }

    /**
     * Makes a message of one text.
     *
     * @param role who speaks
     * @param text what to say
     */
    public static InputMessage of(Role role, String text) {
        return of(role, List.of(new InputText(text)));
    }

    /**
     * Makes a message of several parts.
     *
     * @param role who speaks
     * @param content the parts in their order
     */
    public static InputMessage of(Role role, List<? extends InputContent> content) {
        return new InputMessage(role, List.copyOf(content), null, null, null, SourceText.NONE);
    }

    /**
     * Makes a person's message of one text.
     *
     * @param text what to say
     */
    public static InputMessage user(String text) {
        return of(Role.USER, text);
    }

    /**
     * Makes a person's message of several parts.
     *
     * @param content the parts in their order
     */
    public static InputMessage user(InputContent... content) {
        return of(Role.USER, List.of(content));
    }

    /** The texts of all parts, one behind the other; empty if there is none. */
    public String text() {
        return InputText.join(content);
    }
}
