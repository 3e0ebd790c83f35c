package dev.makerai.errors;

import java.time.Duration;

/**
 * Something at the service that was not done when the time to wait for it was over, such as a batch. Nothing is lost: it
 * goes on there, and can be waited for again by its id.
 */
public final class WaitTimeoutException extends MakerAiException {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String status;
    private final Duration waited;

    /**
     * @param what what was waited for, as the start of a sentence, such as {@code The batch}
     * @param id the service's id of it
     * @param status how far it had come
     * @param waited how long it was waited for
     */
    public WaitTimeoutException(String what, String id, String status, Duration waited) {
        super(
                what + " " + id + " is still " + (status.isEmpty() ? "without a status" : status) + " after "
                        + waited.toSeconds() + " s. It goes on at the service: wait for it again by its id, or cancel"
                        + " it",
                null);
        this.id = id;
        this.status = status;
        this.waited = waited;
    }

    /** The service's id of what was waited for. */
    public String id() {
        return id;
    }

    /** How far it had come, such as {@code in_progress}; empty if the service did not say. */
    public String status() {
        return status;
    }

    /** How long it was waited for. */
    public Duration waited() {
        return waited;
    }
}
