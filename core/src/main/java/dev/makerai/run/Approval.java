package dev.makerai.run;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Approver} decided.
 *
 * <p>Keep a default branch where you tell them apart: later versions may add one.
 */
public sealed interface Approval {
    /**
     * The call may be carried out.
     *
     * @param by who decided, for the audit; null if that is not told
     */
    record Approved(@Nullable String by) implements Approval {}

    /**
     * The call must not be carried out, and the model is told so.
     *
     * @param reason for the model, so without secrets; it may say what to do instead
     * @param by who decided, for the audit; null if that is not told
     */
    record Denied(String reason, @Nullable String by) implements Approval {
        /** Needs a reason, since a model that is told none tries again. */
        public Denied {
            if (Objects.requireNonNull(reason, "reason").isBlank()) {
                throw new IllegalArgumentException("A denial needs a reason: the model tries again without one");
            }
        }
    }

    /** Nobody can decide now: the run ends and waits, to be saved and resumed when somebody has decided. */
    record Later() implements Approval {}

    /** The call may be carried out. */
    static Approval approve() {
        return new Approved(null);
    }

    /**
     * The call may be carried out.
     *
     * @param by who decided, for the audit: a name, or a rule
     */
    static Approval approve(String by) {
        return new Approved(Objects.requireNonNull(by, "by"));
    }

    /**
     * The call must not be carried out.
     *
     * @param reason for the model, not blank and without secrets
     */
    static Approval deny(String reason) {
        return new Denied(reason, null);
    }

    /**
     * The call must not be carried out.
     *
     * @param reason for the model, not blank and without secrets
     * @param by who decided, for the audit: a name, or a rule
     */
    static Approval deny(String reason, String by) {
        return new Denied(reason, Objects.requireNonNull(by, "by"));
    }

    /**
     * Decides later: the other calls of the response are carried out, and the run ends as
     * {@link RunEnd.AwaitingApproval}.
     */
    static Approval later() {
        return new Later();
    }
}
