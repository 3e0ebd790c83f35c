package dev.makerai.batches;

import java.util.Objects;
import java.util.Set;

/**
 * How far a batch has come.
 *
 * @param value the name on the wire
 */
public record BatchStatus(String value) {
    /** Its file is being checked. */
    public static final BatchStatus VALIDATING = new BatchStatus("validating");

    /** Its file was refused, so nothing was done; {@link Batch#errors} says why. */
    public static final BatchStatus FAILED = new BatchStatus("failed");

    /** Is being worked on. */
    public static final BatchStatus IN_PROGRESS = new BatchStatus("in_progress");

    /** All is done and the results are being put together. */
    public static final BatchStatus FINALIZING = new BatchStatus("finalizing");

    /** The results are there; single requests may have failed. */
    public static final BatchStatus COMPLETED = new BatchStatus("completed");

    /** The time was over before all was done; there are results of what was. */
    public static final BatchStatus EXPIRED = new BatchStatus("expired");

    /** Is being stopped, which takes up to ten minutes. */
    public static final BatchStatus CANCELLING = new BatchStatus("cancelling");

    /** Was stopped; there are results of what was done before. */
    public static final BatchStatus CANCELLED = new BatchStatus("cancelled");

    private static final Set<BatchStatus> ENDS = Set.of(FAILED, COMPLETED, EXPIRED, CANCELLED);

    /** Takes any name: the service may know more than the constants here. */
    public BatchStatus {
        Objects.requireNonNull(value, "value");
    }

    /** Whether nothing more will happen; not so for a name that is not known here. */
    public boolean isEnd() {
        return ENDS.contains(this);
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
