package dev.makerai.errors;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A request that got no whole answer: no network, an unknown host, a refused connection, a TLS fault, a timeout, an
 * interrupted thread, or an answer that was cut off. The cause is an {@link IOException}.
 */
public final class TransportException extends MakerAiException {
    private static final long serialVersionUID = 1L;

    private final String host;
    private final int attempts;
    private final @Nullable String requestId;

    /**
     * @param message what went wrong, and what to check
     * @param host the host and port that were spoken to, such as {@code api.openai.com:443}
     * @param attempts how often the request was tried, the first time included
     * @param requestId the service's id of the request, or null if it never answered
     * @param cause the fault itself
     */
    public TransportException(
            String message, String host, int attempts, @Nullable String requestId, IOException cause) {
        super(message, cause);
        this.host = host;
        this.attempts = attempts;
        this.requestId = requestId;
    }

    /** The host and port that were spoken to, such as {@code api.openai.com:443}. */
    public String host() {
        return host;
    }

    /** How often the request was tried, the first time included; 0 if it never came to a try. */
    public int attempts() {
        return attempts;
    }

    /** The service's id of the request, to name in a support case; null if it never answered. */
    public @Nullable String requestId() {
        return requestId;
    }
}
