package dev.makerai.responses;

import org.jspecify.annotations.Nullable;

/**
 * What the service does with pictures in the model's context.
 *
 * @param contextCompression whether it shrinks them, such as {@code enabled}; null for its default
 */
public record ImageOptions(@Nullable String contextCompression) {
    /** The service decides. */
    public static final ImageOptions AUTO = new ImageOptions("auto");

    /** Pictures are shrunk: more of them fit, and less is seen on them. */
    public static final ImageOptions COMPRESSED = new ImageOptions("enabled");

    /** Pictures stay as they are. */
    public static final ImageOptions UNCOMPRESSED = new ImageOptions("disabled");
}
