package dev.makerai.run;

import dev.makerai.errors.MakerAiException;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.Responses;
import org.jspecify.annotations.Nullable;

/** The answer to the request of one round, as it comes. */
interface RoundAnswer extends AutoCloseable {
    /**
     * Waits for the next thing to show.
     *
     * @return null when the answer is whole
     * @throws MakerAiException if the request fails
     */
    @Nullable
    RunEvent next();

    /** The whole answer, once {@link #next} has said so. */
    Response response();

    /** What there is of an answer that broke off, or null. */
    @Nullable
    Response soFar();

    /** Gives up what has not come yet. */
    @Override
    void close();

    /** A way to ask. */
    @FunctionalInterface
    interface Form {
        RoundAnswer ask(Responses responses, ResponseRequest request, Patience patience);
    }
}
