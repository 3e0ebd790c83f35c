package dev.makerai.responses;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a response has come.
 *
 * @param value the name on the wire
 */
public record ResponseStatus(String value) {
    /** Waits in the background to be worked on. */
    public static final ResponseStatus QUEUED = new ResponseStatus("queued");

    /** Is being worked on. */
    public static final ResponseStatus IN_PROGRESS = new ResponseStatus("in_progress");

    /** Is whole. */
    public static final ResponseStatus COMPLETED = new ResponseStatus("completed");

    /** Was cut off; {@link Response#incompleteDetails} says why. */
    public static final ResponseStatus INCOMPLETE = new ResponseStatus("incomplete");

    /** Went wrong; {@link Response#error} says why. */
    public static final ResponseStatus FAILED = new ResponseStatus("failed");

    /** Was cancelled in the background. */
    public static final ResponseStatus CANCELLED = new ResponseStatus("cancelled");

    /** Takes any name: the service may know more than the constants here. */
    public ResponseStatus {
        Objects.requireNonNull(value, "value");
    }

    /** Whether the response is still being made. */
    public boolean isUnderWay() {
        return equals(QUEUED) || equals(IN_PROGRESS);
    }

    // Written out, since every answer is compared and what a record brings is only made, at some cost, when first used.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResponseStatus status && value.equals(status.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
