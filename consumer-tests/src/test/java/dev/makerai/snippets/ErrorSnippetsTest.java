package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makerai.MakerAi;
import dev.makerai.errors.RateLimitException;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.testing.ScriptedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The snippets of {@code dev.makerai.errors}. */
class ErrorSnippetsTest {
    private final MakerAi ai = new ScriptedModel()
            .then(turn -> turn.fail(429, "rate_limit_exceeded", "Slow down"))
            .then(turn -> turn.say("ASA"))
            .ai();

    private final List<ResponseRequest> delayed = new ArrayList<>();

    @Test
    void whatWasAskedTooSoonIsAskedLater() {
        ResponseRequest request = ResponseRequest.builder("any").input("Which?").build();

        assertEquals("ASA", ask(request).outputText());
        assertEquals(List.of(request), delayed);
    }

    private Response ask(ResponseRequest request) {
        try {
            return ai.responses().create(request);
        } catch (RateLimitException e) {
            return later(request, e.retryAfter());
        }
    }

    private Response later(ResponseRequest request, @Nullable Duration wait) {
        assertEquals(null, wait, "the script says nothing of how long");
        delayed.add(request);
        return ai.responses().create(request);
    }
}
