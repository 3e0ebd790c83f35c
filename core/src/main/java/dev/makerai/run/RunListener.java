package dev.makerai.run;

import java.util.Objects;

/**
 * Sees what happens in runs: for logs, measurements, progress bars.
 *
 * <pre>{@code
 * RunListener log = (runId, event) -> {
 *     if (event instanceof RunEvent.ToolFinished finished) {
 *         System.out.println(runId + " " + finished.call().name() + " " + finished.call().duration());
 *     }
 * };
 * }</pre>
 *
 * <p>It is called on the thread of the run, in the order of the events, and the run waits for it. What it throws ends the
 * run and reaches the caller, so that nothing happens unseen; one that may fail catches that itself.
 */
@FunctionalInterface
public interface RunListener {
    /**
     * Takes an event.
     *
     * @param runId the id of the run
     * @param event what happened
     */
    void on(String runId, RunEvent event);

    /**
     * Both, one after the other.
     *
     * @param next who sees each event after this one
     */
    default RunListener then(RunListener next) {
        Objects.requireNonNull(next, "next");
        return (runId, event) -> {
            on(runId, event);
            next.on(runId, event);
        };
    }
}
