package dev.makerai.pages;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list to get, and in which order. Immutable.
 *
 * <pre>{@code
 * ListOptions.DEFAULT.oldestFirst().limit(100)
 * }</pre>
 *
 * @param limit how many elements a page has, or null for the service's default (20 for most lists)
 * @param order {@code asc} or {@code desc} by the time of creation, or null for the service's default (mostly newest
 *     first)
 * @param after the id of the element to begin behind, or null for the start of the list
 */
public record ListOptions(
        @Nullable Integer limit,
        @Nullable String order,
        @Nullable String after) {
    /** As the service does it unless told otherwise. */
    public static final ListOptions DEFAULT = new ListOptions(null, null, null);

    /** Needs a limit above zero. */
    public ListOptions {
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("The limit of a page must be at least 1, but is " + limit);
        }
    }

    /**
     * With pages of another size.
     *
     * @param limit at least 1; most lists take at most 100, some 10 000
     */
    public ListOptions limit(int limit) {
        return new ListOptions(limit, order, after);
    }

    /** The oldest element first. */
    public ListOptions oldestFirst() {
        return new ListOptions(limit, "asc", after);
    }

    /** The newest element first. */
    public ListOptions newestFirst() {
        return new ListOptions(limit, "desc", after);
    }

    /**
     * Beginning behind an element.
     *
     * @param id the element's id
     */
    public ListOptions after(String id) {
        return new ListOptions(limit, order, id);
    }
}
