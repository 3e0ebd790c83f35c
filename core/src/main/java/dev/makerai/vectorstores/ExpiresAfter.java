package dev.makerai.vectorstores;

import java.util.Objects;

/**
 * When a vector store is deleted.
 *
 * @param anchor from when the days count; the service knows {@code last_active_at} alone
 * @param days how many, 1 to 365
 */
public record ExpiresAfter(String anchor, int days) {
    private static final int MOST = 365;

    /** Needs the anchor. */
    public ExpiresAfter {
        Objects.requireNonNull(anchor, "anchor");
    }

    /**
     * Days without use.
     *
     * @param days 1 to 365
     */
    static ExpiresAfter unused(int days) {
        if (days < 1 || days > MOST) {
            throw new IllegalArgumentException(
                    "A vector store can be kept for 1 to " + MOST + " days without use, but not for " + days);
        }
        return new ExpiresAfter("last_active_at", days);
    }
}
