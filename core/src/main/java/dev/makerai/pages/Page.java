package dev.makerai.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param data its elements, in the list's order
 * @param next what the next page begins behind: the id of this page's last element, or the service's own mark; null if
 *     this is the last page
 */
public record Page<T>(List<T> data, @Nullable String next) {
    /** Copies the list. */
    public Page {
        data = List.copyOf(data);
    }

    /** Whether there are more pages. */
    public boolean hasMore() {
        return next != null;
    }
}
