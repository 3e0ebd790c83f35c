package dev.makerai.containers;

import java.util.Objects;

/**
 * How much memory a container has.
 *
 * @param value the name on the wire
 */
public record MemoryLimit(String value) {
    /** 1 GB. */
    public static final MemoryLimit GB_1 = new MemoryLimit("1g");

    /** 4 GB. */
    public static final MemoryLimit GB_4 = new MemoryLimit("4g");

    /** 16 GB. */
    public static final MemoryLimit GB_16 = new MemoryLimit("16g");

    /** 64 GB. */
    public static final MemoryLimit GB_64 = new MemoryLimit("64g");

    /** Takes any name: the service may know more than the constants here. */
    public MemoryLimit {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
