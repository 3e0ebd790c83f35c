package dev.makerai.http;

/**
 * Is told of every HTTP request that the client makes, each try by itself: for logs and metrics.
 *
 * <pre>{@code
 * MakerAi watched = ai.toBuilder().requestListener(report -> log.add(report.toString())).build();
 * }</pre>
 *
 * <p>It is called on the thread that made the request, or that closed the stream, and what it throws reaches the caller
 * there; several threads may call at once.
 */
@FunctionalInterface
public interface RequestListener {
    /** Does nothing. */
    RequestListener NONE = report -> {};

    /**
     * Takes notice of a try that has ended: its answer was read, refused or closed, or there was none.
     *
     * @param report what was tried, without any secret
     */
    void ended(RequestReport report);
}
