package dev.makerai.vectorstores;

import java.util.Objects;
import java.util.Set;

/**
 * How far a vector store, a file in it, or a batch of files has come.
 *
 * @param value the name on the wire
 */
public record VectorStoreStatus(String value) {
    /** Is being worked on. */
    public static final VectorStoreStatus IN_PROGRESS = new VectorStoreStatus("in_progress");

    /** Can be searched. */
    public static final VectorStoreStatus COMPLETED = new VectorStoreStatus("completed");

    /** Went wrong; of files only. */
    public static final VectorStoreStatus FAILED = new VectorStoreStatus("failed");

    /** Was stopped; of files only. */
    public static final VectorStoreStatus CANCELLED = new VectorStoreStatus("cancelled");

    /** Was not used for too long; of stores only. */
    public static final VectorStoreStatus EXPIRED = new VectorStoreStatus("expired");

    private static final Set<VectorStoreStatus> ENDS = Set.of(COMPLETED, FAILED, CANCELLED, EXPIRED);

    /** Takes any name: the service may know more than the constants here. */
    public VectorStoreStatus {
        Objects.requireNonNull(value, "value");
    }

    /** Whether there is nothing more to wait for; not so for a name that is not known here. */
    public boolean isEnd() {
        return ENDS.contains(this);
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
