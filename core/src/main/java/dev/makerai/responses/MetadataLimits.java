package dev.makerai.responses;

import java.util.Map;

/** How much the service takes as a mark. */
final class MetadataLimits {
    private static final int PAIRS = 16;
    private static final int NAME_CHARACTERS = 64;
    private static final int VALUE_CHARACTERS = 512;

    private MetadataLimits() {}

    /**
     * Checks marks before they are sent.
     *
     * @param metadata the pairs
     * @throws IllegalArgumentException naming what is too much
     */
    static void check(Map<String, String> metadata) {
        if (metadata.size() > PAIRS) {
            throw new IllegalArgumentException(
                    "Metadata has at most " + PAIRS + " pairs, but these are " + metadata.size());
        }
        metadata.forEach((name, value) -> {
            if (name.length() > NAME_CHARACTERS) {
                throw new IllegalArgumentException("A name in metadata has at most " + NAME_CHARACTERS
                        + " characters, but \"" + name + "\" has " + name.length());
            }
            if (value.length() > VALUE_CHARACTERS) {
                throw new IllegalArgumentException("A value in metadata has at most " + VALUE_CHARACTERS
                        + " characters, but that of \"" + name + "\" has " + value.length());
            }
        });
    }
}
