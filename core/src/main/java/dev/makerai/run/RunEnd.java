package dev.makerai.run;

import dev.makerai.errors.MakerAiException;
import java.util.List;

/**
 * How a run ended. Every run ends in exactly one of these.
 *
 * <p>Keep a default branch where you tell them apart: later versions may add an end.
 */
public sealed interface RunEnd {
    /** The model gave its final answer. Its text may be empty where the model says so, or answers with a picture. */
    record Completed() implements RunEnd {}

    /**
     * The model declined to answer.
     *
     * @param refusal what it said instead
     */
    record Refused(String refusal) implements RunEnd {}

    /**
     * The answer was cut off by the service.
     *
     * @param reason why, such as {@code max_output_tokens} or {@code content_filter}
     */
    record Incomplete(String reason) implements RunEnd {}

    /**
     * The run came up against a limit. Where that was {@link Limit#ROUNDS} or {@link Limit#REPEATED_CALLS} the model was
     * asked once more to answer without tools; what it said then is the run's text.
     *
     * @param limit which one
     * @param explanation what was allowed, and how to allow more, as a sentence
     */
    record LimitReached(Limit limit, String explanation) implements RunEnd {}

    /**
     * Nobody could decide yet about calls that do more than look; all others of the response have been carried out. The
     * run can be saved with {@link Run#save} and resumed, also in another process, when somebody has decided.
     *
     * @param calls the calls that wait, in their order
     */
    record AwaitingApproval(List<PendingCall> calls) implements RunEnd {
        /** Copies the list. */
        public AwaitingApproval {
            calls = List.copyOf(calls);
        }
    }

    /** Somebody cancelled it, or the thread that ran it was interrupted. */
    record Cancelled() implements RunEnd {}

    /**
     * A request failed, the final answer could not be read into the wanted type, or the last response holds no answer:
     * no text, refusal or picture, only what is broken or of other kinds, which {@link Run#lastResponse} has.
     *
     * @param cause what went wrong
     */
    record Failed(MakerAiException cause) implements RunEnd {}
}
