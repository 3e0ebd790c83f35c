package dev.makerai.responses;

import dev.makerai.errors.MakerAiException;
import org.jspecify.annotations.Nullable;

/** Where the events of one response come from: a stream over HTTP, a lane of a WebSocket, an answer in one piece. */
interface EventSource extends AutoCloseable {
    /**
     * Waits for the next event.
     *
     * @param deadline until when, by {@link System#nanoTime}; {@link #NO_DEADLINE} for as long as it takes
     * @return null if the source is at its end
     * @throws LateException if the deadline has passed
     * @throws MakerAiException if the source broke, or the thread was interrupted
     */
    @Nullable
    ResponseEvent next(long deadline) throws LateException;

    /** No time until which to wait. */
    long NO_DEADLINE = Long.MIN_VALUE;

    /** The service's id of the request, or null. */
    @Nullable
    String requestId();

    /**
     * The exception for a source that ended before its response did.
     *
     * @param why what is wrong, for the cause
     */
    MakerAiException cutOff(String why);

    /**
     * The exception for an event that was waited for too long.
     *
     * @param message what was waited for and what to do
     */
    MakerAiException late(String message);

    /**
     * Gives the response that is under way more input.
     *
     * @param input text or items
     * @return false if that is not possible, or no longer
     */
    default boolean steer(Object input) {
        return false;
    }

    /** Whether, behind the end of a response, more will come: another response, or news of what it was given. */
    default boolean goesOn() {
        return false;
    }

    /** Says that the response has ended well, so that the connection may be used for another. */
    void end();

    /** Releases what the source holds, at once and from any thread; does nothing the second time. */
    @Override
    void close();

    /** The deadline has passed. */
    final class LateException extends Exception {
        private static final long serialVersionUID = 1L;

        LateException() {
            super("late", null, false, false);
        }
    }
}
