package dev.makerai.responses;

import java.util.Objects;

/**
 * How closely a model looks at an image: finer costs more tokens.
 *
 * @param value the name on the wire
 */
public record ImageDetail(String value) {
    /** As the model sees fit. */
    public static final ImageDetail AUTO = new ImageDetail("auto");

    /** Coarsely. */
    public static final ImageDetail LOW = new ImageDetail("low");

    /** Finely. */
    public static final ImageDetail HIGH = new ImageDetail("high");

    /** In the size it was sent in. */
    public static final ImageDetail ORIGINAL = new ImageDetail("original");

    /** Takes any name: the service may know more than the constants here. */
    public ImageDetail {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
