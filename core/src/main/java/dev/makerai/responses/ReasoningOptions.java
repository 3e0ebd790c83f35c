package dev.makerai.responses;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a model thinks; what is null is left to the model.
 *
 * <pre>{@code
 * ReasoningOptions.of(ReasoningEffort.HIGH).withMode(ReasoningOptions.Mode.PRO)
 * }</pre>
 *
 * @param effort how much it thinks, or null
 * @param summary how much of its thinking it tells, or null
 * @param mode how it thinks, or null
 * @param context which of its earlier thinking it sees, or null
 */
public record ReasoningOptions(
        @Nullable ReasoningEffort effort,
        @Nullable ReasoningSummary summary,
        @Nullable Mode mode,
        @Nullable Context context) {
    static final ReasoningOptions NONE = new ReasoningOptions(null, null, null, null);

    /**
     * Sets how much the model thinks.
     *
     * @param effort the model's own measure if null
     */
    public static ReasoningOptions of(@Nullable ReasoningEffort effort) {
        return new ReasoningOptions(effort, null, null, null);
    }

    /**
     * The same, with more or less thinking.
     *
     * @param effort the model's own measure if null
     */
    public ReasoningOptions withEffort(@Nullable ReasoningEffort effort) {
        return new ReasoningOptions(effort, summary, mode, context);
    }

    /**
     * The same, with more or less told of it.
     *
     * @param summary nothing if null
     */
    public ReasoningOptions withSummary(@Nullable ReasoningSummary summary) {
        return new ReasoningOptions(effort, summary, mode, context);
    }

    /**
     * The same in another mode.
     *
     * @param mode {@link Mode#STANDARD} if null
     */
    public ReasoningOptions withMode(@Nullable Mode mode) {
        return new ReasoningOptions(effort, summary, mode, context);
    }

    /**
     * The same, with more or less of earlier thinking.
     *
     * @param context {@link Context#AUTO} if null
     */
    public ReasoningOptions withContext(@Nullable Context context) {
        return new ReasoningOptions(effort, summary, mode, context);
    }

    /**
     * How a model thinks.
     *
     * @param value the name on the wire
     */
    public record Mode(String value) {
        /** As usual. */
        public static final Mode STANDARD = new Mode("standard");

        /** With more work put in; slower and dearer. */
        public static final Mode PRO = new Mode("pro");

        /** Takes any name: the service may know more than the constants here. */
        public Mode {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * Which of its earlier thinking a model sees.
     *
     * @param value the name on the wire
     */
    public record Context(String value) {
        /** What the model holds for right. */
        public static final Context AUTO = new Context("auto");

        /** That since the user's last message. */
        public static final Context CURRENT_TURN = new Context("current_turn");

        /** All that the input holds. */
        public static final Context ALL_TURNS = new Context("all_turns");

        /** Takes any name: the service may know more than the constants here. */
        public Context {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }
}
