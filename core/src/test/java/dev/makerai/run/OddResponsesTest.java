package dev.makerai.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.makerai.MakerAi;
import dev.makerai.errors.DecodeException;
import dev.makerai.http.Cancellation;
import dev.makerai.json.Json;
import dev.makerai.responses.Spec;
import dev.makerai.tools.Effect;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers send that is not quite the Responses API. */
class OddResponsesTest {
    private static final String KEY = "sk-very-secret-0123456789";
    private static final String DONE = message("{\"type\":\"output_text\",\"text\":\"done\",\"annotations\":[]}");

    static final class Counter {
        final AtomicInteger calls = new AtomicInteger();

        @Tool("Counts")
        String count() {
            return "counted " + calls.incrementAndGet();
        }
    }

    static {
        // The validator logs through an API without a logger behind it, which would say so at every run.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    @StartStop
    private final MockWebServer server = new MockWebServer();

    private final Counter counter = new Counter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":5}]} | 1 x output_text that does not have its form",
                "{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":null}]} | output_text that does not",
                "{\"type\":\"message\",\"content\":null} | 1 x message without content",
                "{\"type\":\"message\",\"content\":[]} | message without content",
                "{\"type\":\"message\",\"content\":\"plain\"} | message that does not have its form",
                "{\"type\":\"message\",\"content\":[{\"type\":\"refusal\",\"refusal\":null}]} | refusal that does not",
                "{\"type\":\"message\",\"content\":[{\"type\":\"hologram\"}]} | 1 x hologram",
                "{\"id\":\"x\"} | item without a type",
                "{\"type\":5} | item without a type",
                "{\"type\":\"reasoning\",\"summary\":[]} | 1 x reasoning",
                "{\"type\":\"hologram\"},{\"type\":\"hologram\"},{\"type\":\"a\\u0007\"} | 2 x hologram, 1 x aU+0007",
                "{\"type\":\"a\"},{\"type\":\"b\"},{\"type\":\"c\"},{\"type\":\"d\"},{\"type\":\"e\"},{\"type\":\"f\"},{\"type\":\"g\"} | and 2 more kinds",
                "{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"\"}]},{\"type\":\"message\",\"content\":5} | message that does not have"
            })
    void aResponseWithoutAnAnswerFailsSayingWhatItHolds(String output, String holds) {
        answer(output);

        Run<String> run = ai().prompt("Hello").run();

        RunEnd.Failed failed = assertInstanceOf(RunEnd.Failed.class, run.end());
        DecodeException cause = assertInstanceOf(DecodeException.class, failed.cause());
        assertTrue(cause.problem().contains(holds), cause.problem());
        assertEquals("$.output", cause.path());
        assertEquals(1, run.steps().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"\",\"annotations\":[]}]}",
                "{\"type\":\"reasoning\",\"summary\":[]},{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"\"}]}",
                "{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"\"},{\"type\":\"hologram\"}]}",
                "{\"type\":\"image_generation_call\",\"id\":\"ig_1\",\"status\":\"completed\",\"result\":\"AAAA\"}"
            })
    void anAnswerOfNoWordsIsOne(String output) {
        answer(output);

        Run<String> run = ai().prompt("Hello").run();

        assertInstanceOf(RunEnd.Completed.class, run.end());
        assertEquals("", run.value());
    }

    @Test
    void reasoningThatWasCutOffIsIncomplete() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(
                        "{\"id\":\"r\",\"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\"max_output_tokens\"},"
                                + "\"output\":[{\"type\":\"reasoning\",\"summary\":[]}]}")
                .build());

        assertEquals(
                new RunEnd.Incomplete("max_output_tokens"),
                ai().prompt("Hello").run().end());
    }

    @Test
    void aResponseThatIsMadeInTheBackgroundIsWaitedFor() throws Exception {
        answerWhole("{\"id\":\"resp_1\",\"status\":\"queued\",\"output\":[]}");
        answerWhole(
                "{\"id\":\"resp_1\",\"status\":\"completed\",\"output\":[{\"type\":\"message\",\"role\":\"assistant\","
                        + "\"content\":[{\"type\":\"output_text\",\"text\":\"done\"}]}]}");

        Run<String> run =
                ai().prompt("Plan").request(request -> request.background(true)).run();

        assertEquals("done", run.value());
        server.takeRequest();
        assertEquals("/v1/responses/resp_1", server.takeRequest().getTarget());
    }

    @Test
    void aResponseInTheBackgroundIsWaitedForAsLongAsTheRunHasTime() {
        for (int i = 0; i < 2; i++) {
            answerWhole("{\"id\":\"resp_1\",\"status\":\"in_progress\",\"output\":[]}");
        }

        Run<String> run = ai().prompt("Plan").deadline(Duration.ofMillis(300)).run();

        assertEquals(Limit.DEADLINE, ((RunEnd.LimitReached) run.end()).limit());
        assertEquals("resp_1", run.lastResponse().id());
    }

    @Test
    void theWaitForAResponseInTheBackgroundIsCancelled() throws Exception {
        Cancellation cancellation = new Cancellation();
        for (int i = 0; i < 2; i++) {
            answerWhole("{\"id\":\"resp_1\",\"status\":\"in_progress\",\"output\":[]}");
        }
        Thread canceller = new Thread(() -> {
            try {
                server.takeRequest();
                server.takeRequest();
            } catch (InterruptedException e) {
                return;
            }
            cancellation.cancel();
        });
        canceller.start();

        Run<String> run = ai().prompt("Plan").cancellation(cancellation).run();
        canceller.join();

        assertEquals(new RunEnd.Cancelled(), run.end());
        assertEquals("resp_1", run.lastResponse().id());
    }

    static final class Machine {
        final AtomicInteger moves = new AtomicInteger();

        @Tool(value = "Moves", effect = Effect.MACHINE)
        void move() {
            moves.incrementAndGet();
        }
    }

    @Test
    void aMachineIsNotMovedTwiceForOneCallIdAlsoInALaterRound() throws Exception {
        Machine machine = new Machine();
        answer(call("\"c1\"", "\"move\"", "\"{}\""));
        answer(call("\"c1\"", "\"move\"", "\"{}\""));
        answer(DONE);

        Run<String> run = ai().prompt("Move")
                .tools(machine)
                .approver(Approver.upTo(Effect.MACHINE))
                .run();

        assertEquals("done", run.value());
        assertEquals(1, machine.moves.get());
        ToolResult.Failure second = (ToolResult.Failure) run.toolCalls().get(1).result();
        assertEquals(ToolResult.Kind.DENIED, second.kind());
        assertTrue(second.output().contains("never carried out twice"), second.output());
    }

    @Test
    void whatCameOfABrokenStreamIsInTheRun() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body("data: {\"type\":\"response.created\",\"sequence_number\":0,\"response\":{\"id\":\"resp_1\","
                        + "\"output\":[]}}\n\ndata: {\"type\":\"response.output_text.delta\",\"sequence_number\":1,"
                        + "\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"delta\":\"Half\"}\n\n")
                .build());

        Run<String> run = ai().prompt("Hello").stream(piece -> {});

        assertInstanceOf(RunEnd.Failed.class, run.end());
        assertEquals("resp_1", run.lastResponse().id());
        assertEquals("Half", run.text());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSecondCallOfTheSameIdIsNotRunButTold(boolean stored) throws Exception {
        answer(call("\"c1\"", "\"count\"", "\"{}\"") + "," + call("\"c1\"", "\"count\"", "\"{}\"") + ","
                + call("\"c2\"", "\"count\"", "\"{}\"") + "," + call("\"c1\"", "\"other\"", "\"{}\""));
        answer(DONE);

        Run<String> run = ai().prompt("Count")
                .tools(counter)
                .request(request -> request.store(stored))
                .run();

        assertEquals("done", run.value());
        assertEquals(2, counter.calls.get());
        assertEquals(
                List.of("count", "count", "count", "other"),
                run.toolCalls().stream().map(ToolCall::name).toList());
        for (int i : new int[] {1, 3}) {
            ToolResult.Failure failure =
                    (ToolResult.Failure) run.toolCalls().get(i).result();
            assertEquals(ToolResult.Kind.DUPLICATE_CALL, failure.kind());
            assertTrue(failure.output().contains("\"c1\""), failure.output());
        }
        assertTrue(run.explain().contains("!! Not run"), run.explain());
        List<Json> sent = secondInput();
        assertEquals(stored ? List.of() : List.of("c1", "c2"), ids(sent, "function_call"));
        assertEquals(List.of("c1", "c2"), ids(sent, "function_call_output"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "7 | \"count\" | \"{}\"",
                "\"c\" | 5 | \"{}\"",
                "\"c\" | null | \"{}\"",
                "\"c\" | \"count\" | {}",
                "\"c\" | \"count\" | null",
                "\"c\" | \"count\" | {\"a\":[\"\\\"\",1.50]}",
                "7.50 | {\"a\":1} | [1]"
            })
    void aCallWithoutTheFormOfOneIsSentBackInIt(String id, String name, String arguments) throws Exception {
        answer(call(id, name, arguments) + ",{\"type\":\"hologram\",\"x\":1.50}");
        answer(DONE);

        Run<String> run = ai().prompt("Count")
                .tools(counter)
                .request(request -> request.store(false))
                .run();

        assertEquals("done", run.value());
        List<Json> sent = secondInput();
        assertEquals(ids(sent, "function_call"), ids(sent, "function_call_output"));
        assertEquals("{\"type\":\"hologram\",\"x\":1.50}", sent.get(2).text());
        Json call = sent.get(1);
        assertEquals(Json.Kind.STRING, call.get("name").kind());
        assertEquals("fc_1", call.get("id").string());
        String expected = arguments.equals("null") ? "{}" : arguments;
        assertEquals(
                arguments.startsWith("\"") ? "{}" : expected,
                call.get("arguments").string());
    }

    @Test
    void membersThatMayBeMissingAreLeftOutWhereTheyAreNoText() throws Exception {
        answer("{\"type\":\"function_call\",\"id\":3,\"call_id\":\"c\",\"name\":\"count\",\"status\":null,"
                + "\"namespace\":\"n\"}");
        answer(DONE);

        assertEquals(
                "done",
                ai().prompt("Count")
                        .tools(counter)
                        .request(request -> request.store(false))
                        .run()
                        .value());

        assertEquals(
                Json.parse("{\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"count\",\"namespace\":\"n\","
                        + "\"arguments\":\"{}\"}"),
                secondInput().get(1));
    }

    @Test
    void theKeyInPiecesIsNotPutTogether() {
        answer(message("{\"type\":\"output_text\",\"text\":\"" + KEY.substring(0, 12) + "\"},"
                + "{\"type\":\"output_text\",\"text\":\"" + KEY.substring(12) + "\"}"));

        Run<String> run = ai().prompt("Hello").run();

        RunEnd.Failed failed = assertInstanceOf(RunEnd.Failed.class, run.end());
        StringWriter trace = new StringWriter();
        failed.cause().printStackTrace(new PrintWriter(trace));
        assertTrue(trace.toString().contains("spell the API key"), trace.toString());
        assertFalse((trace + run.explain() + run.text() + run).contains(KEY));
    }

    private MakerAi ai() {
        return MakerAi.builder()
                .apiKey(KEY)
                .baseUrl(server.url("/v1").toString())
                .maxRetries(0)
                .build();
    }

    private void answer(String output) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body("{\"id\":\"resp_1\",\"status\":\"completed\",\"output\":[" + output + "]}")
                .build());
    }

    private static String message(String parts) {
        return "{\"type\":\"message\",\"id\":\"msg_1\",\"role\":\"assistant\",\"status\":\"completed\",\"content\":["
                + parts + "]}";
    }

    private void answerWhole(String response) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(response)
                .build());
    }

    private static String call(String id, String name, String arguments) {
        return "{\"type\":\"function_call\",\"id\":\"fc_1\",\"call_id\":" + id + ",\"name\":" + name + ",\"arguments\":"
                + arguments + ",\"status\":\"completed\"}";
    }

    /** What the second request sent; its known items have the published form. */
    private List<Json> secondInput() throws Exception {
        server.takeRequest();
        Json request = Json.parse(server.takeRequest().getBody().utf8());
        List<Json> items = request.get("input").elements();
        ObjectNode schema = (ObjectNode) Spec.schema("wire-2026-11.responses.schema.json");
        schema.put("$ref", "#/$defs/root.ResponseCreate");
        String text = request.text().replace(",{\"type\":\"hologram\",\"x\":1.50}", "");
        assertEquals(
                List.of(),
                new ArrayList<>(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(Spec.tree(text))));
        return items;
    }

    private static List<String> ids(List<Json> items, String type) {
        return items.stream()
                .filter(item -> Json.string(type).equals(item.get("type")))
                .map(item -> item.get("call_id").string())
                .toList();
    }
}
