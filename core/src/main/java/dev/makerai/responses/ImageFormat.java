package dev.makerai.responses;

import java.util.Objects;

/**
 * The kind of file that a picture comes as.
 *
 * @param value the name on the wire
 */
public record ImageFormat(String value) {
    /** PNG. */
    public static final ImageFormat PNG = new ImageFormat("png");

    /** JPEG. */
    public static final ImageFormat JPEG = new ImageFormat("jpeg");

    /** WebP. */
    public static final ImageFormat WEBP = new ImageFormat("webp");

    /** GIF, which may move. */
    public static final ImageFormat GIF = new ImageFormat("gif");

    /** SVG, a drawing in lines. */
    public static final ImageFormat SVG = new ImageFormat("svg");

    /** Takes any name: the service may know more than the constants here. */
    public ImageFormat {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
