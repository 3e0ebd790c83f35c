package dev.makerai.responses;

import java.util.Objects;

/**
 * How far an item has come.
 *
 * @param value the name on the wire
 */
public record ItemStatus(String value) {
    /** Is being made. */
    public static final ItemStatus IN_PROGRESS = new ItemStatus("in_progress");

    /** Is whole. */
    public static final ItemStatus COMPLETED = new ItemStatus("completed");

    /** Is searching. */
    public static final ItemStatus SEARCHING = new ItemStatus("searching");

    /** Runs a program. */
    public static final ItemStatus INTERPRETING = new ItemStatus("interpreting");

    /** Is making a picture. */
    public static final ItemStatus GENERATING = new ItemStatus("generating");

    /** Calls a remote server. */
    public static final ItemStatus CALLING = new ItemStatus("calling");

    /** Went wrong. */
    public static final ItemStatus FAILED = new ItemStatus("failed");

    /** Was cut off with its response. */
    public static final ItemStatus INCOMPLETE = new ItemStatus("incomplete");

    /** Takes any name: the service may know more than the constants here. */
    public ItemStatus {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
