package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model's wish to have something done at a computer. It waits for a {@link ComputerCallOutput} with the same call
 * id, which shows the screen afterwards.
 *
 * @param id the service's id of the item, or null if it gave none
 * @param callId what the output has to refer to
 * @param action the only action, where the tool gives one at a time; null otherwise
 * @param actions the actions in their order, where the tool gives several at a time; empty otherwise
 * @param pendingSafetyChecks what a person should look at before; the output has to acknowledge them
 * @param status how far the item has come, or null
 * @param source the exact text it was read from
 */
public record ComputerCall(
        @Nullable String id,
        String callId,
        @Nullable Action action,
        List<Action> actions,
        List<SafetyCheck> pendingSafetyChecks,
        @Nullable ItemStatus status,
        SourceText source)
        implements OutputItem {
    /** Needs the call id; missing lists are empty. */
    public ComputerCall {
        Objects.requireNonNull(callId, "call_id");
        actions = List.copyOf(actions);
        pendingSafetyChecks = List.copyOf(pendingSafetyChecks);
        Objects.requireNonNull(source, "source");
    }

    /** What to do, in its order, whether it came as one action or as several. */
    public List<Action> allActions() {
        return actions.isEmpty() && action != null ? List.of(action) : actions;
    }

    /**
     * A reason to let a person look first.
     *
     * @param id the service's id of the check
     * @param code what kind of reason, or null if the service does not say
     * @param message the reason in words, or null if the service does not say
     */
    public record SafetyCheck(
            String id, @Nullable String code, @Nullable String message) {
        /** Needs the id. */
        public SafetyCheck {
            Objects.requireNonNull(id, "id");
        }
    }

    /** Something to do. Places are in pixels from the upper left corner; keys are held down meanwhile. */
    public sealed interface Action {
        /**
         * A click.
         *
         * @param button such as {@code left}, {@code right} or {@code wheel}
         * @param x where from the left
         * @param y where from the top
         * @param keys the keys to hold
         */
        record Click(String button, int x, int y, List<String> keys) implements Action {
            /** Needs the button. */
            public Click {
                Objects.requireNonNull(button, "button");
                keys = List.copyOf(keys);
            }
        }

        /**
         * Two clicks, one right after the other.
         *
         * @param x where from the left
         * @param y where from the top
         * @param keys the keys to hold
         */
        record DoubleClick(int x, int y, List<String> keys) implements Action {
            /** Takes missing keys as none. */
            public DoubleClick {
                keys = List.copyOf(keys);
            }
        }

        /**
         * A way with the button held down.
         *
         * @param path the places to pass
         * @param keys the keys to hold
         */
        record Drag(List<Point> path, List<String> keys) implements Action {
            /** Takes missing lists as empty. */
            public Drag {
                path = List.copyOf(path);
                keys = List.copyOf(keys);
            }
        }

        /**
         * Keys to press together.
         *
         * @param keys such as {@code CTRL} and {@code S}
         */
        record Keypress(List<String> keys) implements Action {
            /** Takes missing keys as none. */
            public Keypress {
                keys = List.copyOf(keys);
            }
        }

        /**
         * A place for the pointer.
         *
         * @param x where from the left
         * @param y where from the top
         * @param keys the keys to hold
         */
        record Move(int x, int y, List<String> keys) implements Action {
            /** Takes missing keys as none. */
            public Move {
                keys = List.copyOf(keys);
            }
        }

        /** Nothing but a picture of the screen. */
        record Screenshot() implements Action {}

        /**
         * A turn of the wheel.
         *
         * @param x where from the left
         * @param y where from the top
         * @param scrollX how far to the right
         * @param scrollY how far down
         * @param keys the keys to hold
         */
        record Scroll(int x, int y, int scrollX, int scrollY, List<String> keys) implements Action {
            /** Takes missing keys as none. */
            public Scroll {
                keys = List.copyOf(keys);
            }
        }

        /**
         * A text to type.
         *
         * @param text the characters
         */
        record Type(String text) implements Action {
            /** Needs the text. */
            public Type {
                Objects.requireNonNull(text, "text");
            }
        }

        /** Some time for the computer to catch up. */
        record Wait() implements Action {}

        /**
         * A place on the screen.
         *
         * @param x where from the left
         * @param y where from the top
         */
        record Point(int x, int y) {}

        /**
         * A kind that this version does not model, or one whose members do not fit it.
         *
         * @param type the kind on the wire; empty if there is none
         * @param raw the exact action
         */
        record Unknown(String type, Json raw) implements Action {
            /** Keeps both as they are. */
            public Unknown {
                Objects.requireNonNull(type, "type");
                Objects.requireNonNull(raw, "raw");
            }
        }
    }
}
