package dev.makerai.run;

import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.Responses;
import org.jspecify.annotations.Nullable;

/** Asks for an answer that comes in one piece, from a server that need not know how to stream. */
final class WholeAnswer implements RoundAnswer {
    private final Responses responses;
    private final ResponseRequest request;
    private final Patience patience;
    private @Nullable Response newest;

    WholeAnswer(Responses responses, ResponseRequest request, Patience patience) {
        this.responses = responses;
        this.request = request;
        this.patience = patience;
    }

    @Override
    public @Nullable RunEvent next() {
        Response response = responses.create(request, patience.timeLeft(), patience.cancellation());
        newest = response;
        if (response.status().isUnderWay() && !response.id().isEmpty() && !patience.isOver()) {
            newest = BackgroundWait.end(response, responses, patience, it -> newest = it);
        }
        return null;
    }

    @Override
    public Response response() {
        if (newest == null) {
            throw new IllegalStateException("There is no answer yet");
        }
        return newest;
    }

    @Override
    public @Nullable Response soFar() {
        return newest;
    }

    @Override
    public void close() {
        // Nothing is open between two calls.
    }
}
