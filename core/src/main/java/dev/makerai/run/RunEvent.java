package dev.makerai.run;

import dev.makerai.responses.ResponseEvent;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.schema.Partial;
import dev.makerai.tools.ToolProgress;

/**
 * Something that happens in a run.
 *
 * <p>A round brings {@link RoundStarted}, what the model writes, then {@link ApprovalDecided}, {@link ToolStarted},
 * {@link Progress} and {@link ToolFinished} of its calls, and {@link RoundFinished}; the last event is {@link Ended}. What
 * the model writes is seen only where the answer is streamed.
 *
 * <p>Keep a default branch where you tell them apart: later versions may add one.
 */
public sealed interface RunEvent {
    /**
     * A request is about to be sent.
     *
     * @param round counted from 1
     * @param request what will be sent
     */
    record RoundStarted(int round, ResponseRequest request) implements RunEvent {}

    /**
     * The model wrote some text: of its answer, or of what it says on the way.
     *
     * @param text the next piece; never empty
     */
    record TextDelta(String text) implements RunEvent {}

    /**
     * More is known of a typed answer.
     *
     * @param partial all that is known of it; the last one of a completed run holds the whole value
     */
    record PartialAnswer(Partial<?> partial) implements RunEvent {}

    /**
     * The service sent an event other than text, such as a piece of reasoning or of a tool call's arguments.
     *
     * @param event as the service sent it
     */
    record Received(ResponseEvent event) implements RunEvent {}

    /**
     * An {@link Approver} decided about a call.
     *
     * @param call what it was asked
     * @param approval what it decided
     */
    record ApprovalDecided(PendingCall call, Approval approval) implements RunEvent {}

    /**
     * A call of a tool is about to run. Calls that cannot run, such as those of unknown tools, only finish.
     *
     * @param callId the id that the model gave the call
     * @param tool the tool's name
     * @param arguments the exact text of the arguments
     */
    record ToolStarted(String callId, String tool, String arguments) implements RunEvent {}

    /**
     * A tool said how far it is. Of what one tool says in quick succession only the last may come.
     *
     * @param callId the id that the model gave the call
     * @param tool the tool's name
     * @param progress how far it is
     */
    record Progress(String callId, String tool, ToolProgress progress) implements RunEvent {}

    /**
     * A call has its result. Calls that run at the same time finish in any order.
     *
     * @param call the call and its result
     */
    record ToolFinished(ToolCall call) implements RunEvent {}

    /**
     * A round is over: its calls have their results, unless the run ends with it.
     *
     * @param step the whole round
     */
    record RoundFinished(Step step) implements RunEvent {}

    /**
     * The run is over. A listener hears this of a run that its caller gives up, too: it is cancelled.
     *
     * @param end how it ended
     */
    record Ended(RunEnd end) implements RunEvent {}
}
