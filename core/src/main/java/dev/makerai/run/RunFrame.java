package dev.makerai.run;

import dev.makerai.responses.ResponseRequest;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a run, such as the conversation that it is a turn of: it sees the first request before anything is
 * sent, and the whole run when it is over.
 */
public interface RunFrame {
    /**
     * A run begins.
     *
     * @param request its first request, or the next one of a run that is resumed
     * @return the request to take in its place
     * @throws RuntimeException if it may not begin; that reaches the caller
     */
    ResponseRequest begin(ResponseRequest request);

    /**
     * The run is over, however it ended; called once for each {@link #begin}. What it throws reaches the caller.
     *
     * @param run cancelled if the caller gave it up; null if it could not begin after all
     */
    void end(@Nullable Run<?> run);
}
