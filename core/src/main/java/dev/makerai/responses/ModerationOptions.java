package dev.makerai.responses;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the service checks what goes in and comes out for harm.
 *
 * <pre>{@code
 * ModerationOptions.of("omni-moderation-latest").withInput(ModerationOptions.Mode.BLOCK)
 * }</pre>
 *
 * @param model the model that checks, such as {@code omni-moderation-latest}
 * @param policy what follows from it; null for the service's default
 */
public record ModerationOptions(String model, @Nullable Policy policy) {
    /** Needs the model. */
    public ModerationOptions {
        Objects.requireNonNull(model, "model");
    }

    /**
     * Checks by a model.
     *
     * @param model such as {@code omni-moderation-latest}
     */
    public static ModerationOptions of(String model) {
        return new ModerationOptions(model, null);
    }

    /**
     * The same, and what follows for the input.
     *
     * @param mode {@link Mode#SCORE} only tells
     */
    public ModerationOptions withInput(Mode mode) {
        return new ModerationOptions(model, new Policy(new Rule(mode), policy == null ? null : policy.output()));
    }

    /**
     * The same, and what follows for the output.
     *
     * @param mode {@link Mode#SCORE} only tells
     */
    public ModerationOptions withOutput(Mode mode) {
        return new ModerationOptions(model, new Policy(policy == null ? null : policy.input(), new Rule(mode)));
    }

    /**
     * What follows from a check.
     *
     * @param input for what goes in; null for the service's default
     * @param output for what comes out; null for the service's default
     */
    public record Policy(@Nullable Rule input, @Nullable Rule output) {}

    /**
     * What follows from a check on one side.
     *
     * @param mode what
     */
    public record Rule(Mode mode) {
        /** Needs the mode. */
        public Rule {
            Objects.requireNonNull(mode, "mode");
        }
    }

    /**
     * What follows from a check.
     *
     * @param value the name on the wire
     */
    public record Mode(String value) {
        /** The response tells the scores. */
        public static final Mode SCORE = new Mode("score");

        /** What is harmful is stopped. */
        public static final Mode BLOCK = new Mode("block");

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
}
