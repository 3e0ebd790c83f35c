package dev.makerai.responses;

import org.jspecify.annotations.Nullable;

/**
 * What the text of an answer is like; what is null is left to the service.
 *
 * @param format what form it has, or null
 * @param verbosity how long it is, or null
 */
public record TextOptions(
        @Nullable TextFormat format, @Nullable Verbosity verbosity) {
    static final TextOptions NONE = new TextOptions(null, null);
}
