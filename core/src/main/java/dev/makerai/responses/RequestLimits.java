package dev.makerai.responses;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the service would refuse anyway; here the message says which setting it was. */
final class RequestLimits {
    private static final int METADATA_PAIRS = 16;
    private static final int METADATA_NAME = 64;
    private static final int METADATA_VALUE = 512;
    private static final int SAFETY_IDENTIFIER = 128;

    private RequestLimits() {}

    /** The count, if it is above 0. */
    static long positive(String what, long count) {
        if (count <= 0) {
            throw new IllegalArgumentException(what + " must be above 0, but are " + count);
        }
        return count;
    }

    /** The value, if it is from 0 to the most. */
    static double inRange(String member, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(member + " must be from 0 to " + most + ", but is " + value);
        }
        return value;
    }

    /** The count, if it is from 0 to the most. */
    static int inRange(String member, int count, int most) {
        if (count < 0 || count > most) {
            throw new IllegalArgumentException(member + " must be from 0 to " + most + ", but is " + count);
        }
        return count;
    }

    /** Refuses more, longer or missing marks. */
    static void checkMetadata(Map<String, String> metadata) {
        if (metadata.size() > METADATA_PAIRS) {
            throw new IllegalArgumentException(
                    "Metadata has at most " + METADATA_PAIRS + " pairs, but these are " + metadata.size());
        }
        metadata.forEach((name, value) -> {
            if (name.length() > METADATA_NAME) {
                throw new IllegalArgumentException("A name in metadata has at most " + METADATA_NAME
                        + " characters, but \"" + name + "\" has " + name.length());
            }
            if (value == null) {
                throw new IllegalArgumentException("The value of \"" + name + "\" in metadata is null: leave it out");
            }
            if (value.length() > METADATA_VALUE) {
                throw new IllegalArgumentException("A value in metadata has at most " + METADATA_VALUE
                        + " characters, but that of \"" + name + "\" has " + value.length());
            }
        });
    }

    /** Refuses one that is too long. */
    static void checkSafetyIdentifier(@Nullable String identifier) {
        if (identifier != null && identifier.length() > SAFETY_IDENTIFIER) {
            throw new IllegalArgumentException("A safety identifier has at most " + SAFETY_IDENTIFIER
                    + " characters, but this one has " + identifier.length() + ": send a hash");
        }
    }
}
