package dev.makerai.responses;

import java.util.Objects;

/**
 * How much of something a picture gets; each setting of {@link ImageGenerationTool} takes some of these.
 *
 * @param value the name on the wire
 */
public record ImageLevel(String value) {
    /** The model decides. */
    public static final ImageLevel AUTO = new ImageLevel("auto");

    /** Little. */
    public static final ImageLevel LOW = new ImageLevel("low");

    /** Some. */
    public static final ImageLevel MEDIUM = new ImageLevel("medium");

    /** Much. */
    public static final ImageLevel HIGH = new ImageLevel("high");

    /** Very much. */
    public static final ImageLevel XHIGH = new ImageLevel("xhigh");

    /** As much as there is. */
    public static final ImageLevel MAX = new ImageLevel("max");

    /** Takes any name: the service may know more than the constants here. */
    public ImageLevel {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
