package dev.makerai.testing;

import java.time.Duration;

/**
 * Something that goes wrong between a program and the service.
 *
 * @see Faults
 */
public sealed interface Fault {
    /** Nothing goes wrong. */
    static Fault none() {
        return new None();
    }

    /**
     * The service refuses the request at once; where that helps, it may be tried again without a wait.
     *
     * @param httpStatus 400 to 599
     * @param code the service's error code, such as {@code server_error}
     */
    static Fault status(int httpStatus, String code) {
        return new Status(httpStatus, code, Duration.ZERO);
    }

    /**
     * The service is asked too often.
     *
     * @param retryAfter how long it asks to wait
     */
    static Fault rateLimit(Duration retryAfter) {
        return new Status(429, "rate_limit_exceeded", retryAfter);
    }

    /** The connection breaks before an answer comes; the service may have worked on the request. */
    static Fault reset() {
        return new Reset();
    }

    /**
     * The connection breaks while the answer is read.
     *
     * @param bytes how much of the body comes
     */
    static Fault cutAfter(long bytes) {
        return new Cut(bytes, false);
    }

    /**
     * The answer ends too early as if it were whole.
     *
     * @param bytes how much of the body comes
     */
    static Fault endAfter(long bytes) {
        return new Cut(bytes, true);
    }

    /**
     * A byte of the answer is another.
     *
     * @param position of the byte in the body, from 0
     * @param value what is there, 0 to 255
     */
    static Fault garble(long position, int value) {
        return new Garble(position, (byte) value);
    }

    /**
     * The answer comes in small pieces with pauses.
     *
     * @param bytes how much comes at once, at least 1
     * @param pause between two pieces
     */
    static Fault slow(int bytes, Duration pause) {
        if (bytes < 1) {
            throw new IllegalArgumentException("At least one byte has to come at once, not " + bytes);
        }
        return new Slow(bytes, pause);
    }

    /** Nothing. */
    record None() implements Fault {}

    /** An error instead of an answer, with how long to wait before another try. */
    record Status(int httpStatus, String code, Duration retryAfter) implements Fault {
        /** Checks the status. */
        public Status {
            if (httpStatus < 400 || httpStatus > 599) {
                throw new IllegalArgumentException("A refusal has a status of 400 to 599, not " + httpStatus);
            }
        }
    }

    /** No answer. */
    record Reset() implements Fault {}

    /** Half an answer. */
    record Cut(long bytes, boolean isQuiet) implements Fault {}

    /** A wrong answer. */
    record Garble(long position, byte value) implements Fault {}

    /** A slow answer. */
    record Slow(int bytes, Duration pause) implements Fault {}
}
