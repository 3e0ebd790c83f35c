package dev.makerai.responses;

import java.util.Objects;

/**
 * How fast, and at which price, a request is worked on. In a response it is the tier that was really used.
 *
 * @param value the name on the wire
 */
public record ServiceTier(String value) {
    /** As the project is set. */
    public static final ServiceTier AUTO = new ServiceTier("auto");

    /** The standard speed and price. */
    public static final ServiceTier DEFAULT = new ServiceTier("default");

    /** Slower and cheaper. */
    public static final ServiceTier FLEX = new ServiceTier("flex");

    /** Capacity that was bought in advance. */
    public static final ServiceTier SCALE = new ServiceTier("scale");

    /** Faster and dearer. */
    public static final ServiceTier PRIORITY = new ServiceTier("priority");

    /** Another name of {@link #PRIORITY}, which is what the response says. */
    public static final ServiceTier FAST = new ServiceTier("fast");

    /** Fastest and dearest. */
    public static final ServiceTier ULTRAFAST = new ServiceTier("ultrafast");

    /** Takes any name: the service may know more than the constants here. */
    public ServiceTier {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
