package dev.makerai.responses;

import dev.makerai.errors.MakerAiException;
import dev.makerai.errors.TransportException;
import dev.makerai.http.Cancellation;
import dev.makerai.internal.http.Opening;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives the events of one response in order and in time, to its end or to the exception that tells why there is none,
 * and takes a broken stream up again where the service allows it.
 */
final class EventFeed {
    private final ResponseAccumulator accumulator;
    private final StreamLimits limits;
    private final @Nullable Resumption resumption;
    private final Consumer<Response> onEnd;
    private final long startNanos;

    private volatile EventSource source;
    private volatile @Nullable Opening opening;
    private volatile Cancellation.@Nullable Registration registration;
    private volatile boolean isClosed;
    private boolean hasOutput;
    private @Nullable MakerAiException broken;

    /**
     * @param source where the events come from
     * @param limits how long they may take
     * @param startNanos since when that counts, by {@link System#nanoTime}
     * @param resumption how to take the stream up again, or null if that is not possible
     */
    EventFeed(EventSource source, StreamLimits limits, long startNanos, @Nullable Resumption resumption) {
        this(source, new ResponseAccumulator(source.requestId()), limits, startNanos, resumption, response -> {});
    }

    EventFeed(
            EventSource source,
            ResponseAccumulator accumulator,
            StreamLimits limits,
            long startNanos,
            @Nullable Resumption resumption,
            Consumer<Response> onEnd) {
        this.onEnd = onEnd;
        this.source = source;
        this.accumulator = accumulator;
        this.limits = limits;
        this.startNanos = startNanos;
        this.resumption = resumption;
    }

    ResponseAccumulator accumulator() {
        return accumulator;
    }

    @Nullable
    String requestId() {
        return source.requestId();
    }

    /**
     * Waits for the next event. Must not be called behind the last one.
     *
     * @throws MakerAiException if there will be none
     */
    ResponseEvent next() {
        if (broken != null) {
            // The same stream, asked once more, must not seem to go on.
            throw broken;
        }
        try {
            ResponseEvent.StreamError error = accumulator.error();
            if (error != null) {
                throw ResponseFailedException.of(error, accumulator.response());
            }
            if (isClosed) {
                // What is still in the buffer must not make a whole of it.
                throw source.cutOff("The stream was closed");
            }
            ResponseEvent event = readOrResume();
            accumulator.add(event);
            hasOutput |= !(event instanceof ResponseEvent.Progress);
            if (event instanceof ResponseEvent.Ended) {
                onEnd.accept(accumulator.response());
            }
            if (accumulator.ended() && !source.goesOn()) {
                source.end();
                close();
            }
            return event;
        } catch (MakerAiException e) {
            broken = e;
            close();
            throw e;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Whether the response has ended well, and nothing follows it. */
    boolean isAtEnd() {
        return accumulator.ended() && accumulator.error() == null && !source.goesOn();
    }

    /** Gives the response that is under way more input; false if that is not possible. Any thread may call this. */
    boolean steer(Object input) {
        return source.steer(input);
    }

    /** Closes it when something is cancelled. */
    void closeOn(Cancellation cancellation) {
        registration = cancellation.onCancel(this::close);
    }

    /** Any thread may call this. */
    void close() {
        isClosed = true;
        Cancellation.Registration needed = registration;
        if (needed != null) {
            needed.close();
        }
        source.close();
        Opening next = opening;
        if (next != null) {
            next.cancel();
        }
    }

    private ResponseEvent readOrResume() {
        // Events that have come before are no sign of life.
        long deadline = limits.deadline(startNanos, hasOutput);
        while (true) {
            TransportException fault;
            try {
                ResponseEvent event = source.next(deadline);
                if (event == null) {
                    MakerAiException cut = source.cutOff("The stream ended before its response did");
                    if (!(cut instanceof TransportException transportFault)) {
                        throw cut;
                    }
                    fault = transportFault;
                } else if (resumption == null || !resumption.isRepeated(event, accumulator)) {
                    if (resumption != null) {
                        if (resumption.goesOn()) {
                            resumption.require(event, accumulator, source.requestId());
                        }
                        resumption.follow(event, accumulator);
                    }
                    return event;
                } else {
                    continue;
                }
            } catch (EventSource.LateException e) {
                throw source.late(limits.tooLate(startNanos, hasOutput));
            } catch (TransportException e) {
                fault = e;
            }
            resume(fault);
            deadline = limits.deadline(startNanos, hasOutput);
        }
    }

    private void resume(TransportException fault) {
        if (resumption == null
                || isClosed
                || !resumption.knowsWhere(accumulator)
                || Thread.currentThread().isInterrupted()
                || !resumption.mayTryAgain()) {
            throw fault;
        }
        source.close();
        Opening waiting = limits.opening(startNanos, hasOutput);
        opening = waiting;
        if (isClosed) {
            throw fault;
        }
        EventSource next = resumption.open(accumulator, fault, waiting, limits.deadline(startNanos, hasOutput));
        source = next;
        if (isClosed) {
            // Closed by another thread while this one opened the next stream.
            next.close();
            throw fault;
        }
    }
}
