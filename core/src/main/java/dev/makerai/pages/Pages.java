package dev.makerai.pages;

import dev.makerai.errors.DecodeException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list that the service hands out page by page. Going through it asks for each page when the one before is used up,
 * so that a loop that ends early asks for no more than it needs.
 *
 * <pre>{@code
 * for (FileObject file : ai.files().list()) {
 *     System.out.println(file.filename());
 * }
 * }</pre>
 *
 * <p>Nothing is kept: each iteration asks anew, on the thread that iterates. The requests throw what the methods of the
 * services throw. Thread-safe, though each iterator belongs to one thread.
 *
 * @param <T> what the list holds
 */
public final class Pages<T> implements Iterable<T> {
    private final Function<@Nullable String, Page<T>> fetch;

    private Pages(Function<@Nullable String, Page<T>> fetch) {
        this.fetch = fetch;
    }

    /**
     * Makes a list from a way to get its pages.
     *
     * @param fetch gives the page behind {@link Page#next}, or the first one for null
     */
    public static <T> Pages<T> of(Function<@Nullable String, Page<T>> fetch) {
        return new Pages<>(Objects.requireNonNull(fetch, "fetch"));
    }

    /** The first page alone: one request. */
    public Page<T> first() {
        return fetch.apply(null);
    }

    /**
     * One page: one request.
     *
     * @param next the {@link Page#next} of the page before
     */
    public Page<T> after(String next) {
        return fetch.apply(Objects.requireNonNull(next, "next"));
    }

    /** All elements, page by page. */
    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** All elements at once; as many requests as there are pages. */
    public List<T> toList() {
        return stream().toList();
    }

    @Override
    public Iterator<T> iterator() {
        return new Walk<>(fetch);
    }

    private static final class Walk<T> implements Iterator<T> {
        /** Some filters leave a page empty, but not this many. */
        private static final int MOST_EMPTY_PAGES = 1000;

        private final Function<@Nullable String, Page<T>> fetch;
        private final Set<String> visited = new HashSet<>();
        private Iterator<T> elements;
        private @Nullable String next;
        private int emptyPages;

        Walk(Function<@Nullable String, Page<T>> fetch) {
            this.fetch = fetch;
            this.elements = enter(fetch.apply(null));
        }

        private static DecodeException endless(String problem, String next) {
            return new DecodeException(
                    problem + ": the list has no end. Ask for single pages with after(next)",
                    "$.last_id",
                    next,
                    null,
                    null);
        }

        private Iterator<T> enter(Page<T> page) {
            next = page.next();
            return page.data().iterator();
        }

        @Override
        public boolean hasNext() {
            while (!elements.hasNext() && next != null) {
                if (!visited.add(next)) {
                    throw endless("The service gives the page behind " + next + " a second time", next);
                }
                Page<T> page = fetch.apply(next);
                emptyPages = page.data().isEmpty() ? emptyPages + 1 : 0;
                if (emptyPages > MOST_EMPTY_PAGES) {
                    throw endless("The service gave " + emptyPages + " empty pages in a row", next);
                }
                elements = enter(page);
            }
            return elements.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The list is at its end");
            }
            return elements.next();
        }
    }
}
