package dev.makerai.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.errors.MakerAiException;
import dev.makerai.errors.RateLimitException;
import dev.makerai.run.Run;
import dev.makerai.run.RunEnd;
import dev.makerai.run.RunFailedException;
import dev.makerai.run.ToolCall;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FaultsTest {
    static final class Counter {
        final AtomicInteger calls = new AtomicInteger();

        @Tool("Counts")
        int count() {
            return calls.incrementAndGet();
        }
    }

    private static ScriptedModel model(int times) {
        ScriptedModel model = new ScriptedModel();
        for (int i = 0; i < times; i++) {
            model.then(turn -> turn.say("The whole answer, Grüße"));
        }
        return model;
    }

    private static MakerAi ai(ScriptedModel model, Faults faults, int retries) {
        return model.ai().toBuilder()
                .httpClient(faults.over(model.httpClient()))
                .maxRetries(retries)
                .build();
    }

    @Test
    void aStormOfRefusalsIsWaitedForWithinTheRetries() {
        Faults faults = new Faults().then(3, Fault.rateLimit(Duration.ofMillis(1)));

        assertEquals("The whole answer, Grüße", ai(model(1), faults, 3).ask("Hi"));
        assertEquals(3, faults.met());

        Faults more = new Faults().then(4, Fault.rateLimit(Duration.ofMillis(1)));
        RunFailedException failed = assertThrows(
                RunFailedException.class, () -> ai(model(1), more, 3).ask("Hi"));
        assertTrue(failed.getCause() instanceof RateLimitException, failed.toString());
    }

    @Test
    void serverErrorsAndBrokenConnectionsAreTriedAgain() {
        Faults faults = new Faults().then(Fault.status(500, "server_error")).then(Fault.reset());

        assertEquals("The whole answer, Grüße", ai(model(1), faults, 2).ask("Hi"));
    }

    @Test
    void anAnswerThatIsCutAtAnyByteIsNeverAWrongAnswer() {
        int length = body(model(1)).length;
        int whole = 0;
        for (int n = 0; n <= length; n++) {
            for (Fault fault : List.of(Fault.cutAfter(n), Fault.endAfter(n))) {
                whole += isWhole(() -> ai(model(1), new Faults().then(fault), 0).ask("Hi")) ? 1 : 0;
            }
        }
        assertTrue(whole <= 2, whole + " cut answers were taken for whole ones");
    }

    @Test
    void aStreamThatIsCutAtAnyByteIsNeverAWrongAnswer() {
        List<String> full = new ArrayList<>();
        ai(model(1), new Faults(), 0).prompt("Hi").stream(full::add);
        assertEquals("The whole answer, Grüße", String.join("", full));
        int ended = 0;
        for (int n = 0; n < 4000; n += 3) {
            for (Fault fault : List.of(Fault.cutAfter(n), Fault.endAfter(n))) {
                StringBuilder shown = new StringBuilder();
                Run<String> run = ai(model(1), new Faults().then(fault), 0).prompt("Hi").stream(shown::append);
                assertTrue("The whole answer, Grüße".startsWith(shown.toString()), shown.toString());
                if (run.end() instanceof RunEnd.Completed) {
                    assertEquals("The whole answer, Grüße", run.text());
                    ended++;
                } else {
                    assertTrue(run.end() instanceof RunEnd.Failed, () -> String.valueOf(run.end()));
                }
            }
        }
        assertTrue(ended > 0, "no stream was long enough to come to its end");
    }

    @Test
    void aByteThatIsAnotherIsAnErrorOrInTheWords() {
        int length = body(model(1)).length;
        for (int n = 0; n < length; n++) {
            Fault fault = Fault.garble(n, 0xFF);
            try {
                String answer = ai(model(1), new Faults().then(fault), 0).ask("Hi");
                assertTrue(
                        answer.equals("The whole answer, Grüße") || answer.contains("\uFFFD"),
                        "a byte that is no text has become " + answer);
            } catch (MakerAiException expected) {
                assertTrue(expected.getMessage().length() < 2000, expected.getMessage());
            }
        }
    }

    @Test
    void aSlowAnswerIsReadInPieces() {
        Faults faults = new Faults().then(Fault.slow(100, Duration.ofMillis(1)));

        assertEquals("The whole answer, Grüße", ai(model(1), faults, 0).ask("Hi"));
        assertEquals(1, faults.met());
    }

    @Test
    void aModelCallsWhatThereIsNotTwiceOrBroken() {
        Counter counter = new Counter();
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.expect(turn.asked().equals("Count"), "the question")
                        .callWithId("call_a", "count", "{}")
                        .callWithId("call_a", "count", "{}")
                        .call("cuont", List.of())
                        .callWithText("count", "{"))
                .then(turn -> turn.responseId("resp_mine").say("done"));

        Run<String> run = model.ai().prompt("Count").tools(counter).run();

        model.verifyFinished();
        assertTrue(run.end() instanceof RunEnd.Completed, run.explain());
        assertEquals(1, counter.calls.get());
        assertEquals("resp_mine", run.steps().get(1).response().id());
        assertEquals(
                List.of("1", "DUPLICATE_CALL", "UNKNOWN_TOOL", "INVALID_ARGUMENTS"),
                run.toolCalls().stream().map(FaultsTest::outcome).toList());
    }

    @Test
    void aScriptThatWasNotPlayedToItsEndIsSaidSo() {
        ScriptedModel model = model(2);
        model.ai().ask("Hi");

        AssertionError error = assertThrows(AssertionError.class, model::verifyFinished);

        assertEquals("The script has 2 turns, but only 1 request came", error.getMessage());
    }

    @Test
    void anExpectationThatDoesNotHoldFailsTheTest() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.expect(false, "another question").say("x"));

        AssertionError error =
                assertThrows(AssertionError.class, () -> model.ai().ask("Hi"));

        assertEquals(
                "Turn 1 of the script expects another question, but this came: [{\"type\":\"message\",\"role\":"
                        + "\"user\",\"content\":\"Hi\"}]",
                error.getMessage());
    }

    private static String outcome(ToolCall call) {
        return call.result() instanceof ToolResult.Failure failure
                ? failure.kind().name()
                : call.result().output();
    }

    private interface Asking {
        String ask();
    }

    /** True for the whole answer, false for a typed error; anything else fails. */
    private static boolean isWhole(Asking asking) {
        try {
            String answer = asking.ask();
            assertEquals("The whole answer, Grüße".length(), answer.length(), answer);
            return true;
        } catch (MakerAiException expected) {
            return false;
        }
    }

    private static byte[] body(ScriptedModel model) {
        byte[][] body = new byte[1][];
        okhttp3.OkHttpClient client = model.httpClient().newBuilder().build();
        okhttp3.Request request = new okhttp3.Request.Builder()
                .url("http://scripted-model.invalid/v1/responses")
                .post(okhttp3.RequestBody.create("{\"model\":\"scripted-model\",\"input\":\"Hi\"}", null))
                .build();
        try (okhttp3.Response response = client.newCall(request).execute()) {
            body[0] = response.body().bytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return body[0];
    }
}
