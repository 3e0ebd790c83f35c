package dev.makerai.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskTest {
    private static final String KEY = "sk-secret-of-the-test";

    private final MockWebServer server = new MockWebServer();

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        server.start();
        Files.writeString(folder.resolve("cube.stl"), Cube.stl(20));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MakerProcess ask(Object... arguments) throws Exception {
        Object[] all = new Object[arguments.length + 4];
        all[0] = "ask";
        all[1] = "--json";
        all[2] = "--workspace";
        all[3] = folder;
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return MakerProcess.run(Map.of("OPENAI_BASE_URL", server.url("/v1").toString(), "OPENAI_API_KEY", KEY), all);
    }

    private void answer(String id, String items) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body("{\"id\":\"" + id
                        + "\",\"object\":\"response\",\"status\":\"completed\",\"model\":\"m\",\"output\":[" + items
                        + "],\"usage\":{\"input_tokens\":100,\"output_tokens\":10,\"total_tokens\":110}}")
                .build());
    }

    private static String call(String id, String name, String arguments) {
        return "{\"type\":\"function_call\",\"id\":\"fc_" + id + "\",\"call_id\":\"" + id + "\",\"name\":\"" + name
                + "\",\"arguments\":" + Json.string(arguments) + ",\"status\":\"completed\"}";
    }

    private static String say(String text) {
        return "{\"type\":\"message\",\"id\":\"msg_1\",\"role\":\"assistant\",\"status\":\"completed\",\"content\":["
                + "{\"type\":\"output_text\",\"text\":" + Json.string(text) + ",\"annotations\":[]}]}";
    }

    @Test
    void withoutAModelItSaysHowToGetOne() throws Exception {
        MakerProcess maker = MakerProcess.run("ask", "What does a benchy cost?");

        assertEquals(2, maker.exit());
        assertTrue(maker.err().contains("OPENAI_API_KEY"), maker.err());
        assertTrue(maker.err().contains("OPENAI_BASE_URL"), maker.err());
        assertEquals("", maker.out());
    }

    @Test
    void theModelsCallsAreRunAndItsAnswerPrinted() throws Exception {
        answer(
                "resp_1",
                call("c1", "measure_mesh", "{\"file\":\"cube.stl\"}") + ","
                        + call("c2", "quote_print", "{\"file\":\"cube.stl\"}") + ","
                        + call("c3", "measure_mesh", "{\"file\":\"../../etc/passwd\"}") + ","
                        + call("c4", "print_it", "{}"));
        answer("resp_2", say("It is a cube of 8 cm3."));

        MakerProcess maker = ask("How big is cube.stl?", "--model", "gpt-6-luna");

        assertEquals(0, maker.exit(), maker.err());
        Json out = maker.json().get(0);
        assertEquals("It is a cube of 8 cm3.", out.get("text").string());
        assertEquals("completed", out.get("end").string());
        assertEquals("USD", out.get("cost").get("currency").string());
        assertEquals(out.get("cost").get("known"), out.get("cost").get("total"));
        assertEquals(2, out.get("steps").elements().size());
        assertEquals("200", out.get("usage").get("input_tokens").text());
        List<Json> calls = out.get("tool_calls").elements();
        assertEquals(
                List.of("measure_mesh", "quote_print", "measure_mesh", "print_it"),
                calls.stream().map(call -> call.get("name").string()).toList());
        assertEquals(8000, calls.get(0).get("output").get("volume_mm3").number().doubleValue());
        assertEquals(Json.NULL, calls.get(0).get("error"));
        for (Json failed : calls.subList(1, 4)) {
            assertEquals(Json.NULL, failed.get("output"));
            assertFalse(failed.get("error").string().isEmpty());
        }
        assertFalse(maker.out().contains("root:"), maker.out());

        Json first = Json.parse(server.takeRequest().getBody().utf8());
        Json second = Json.parse(server.takeRequest().getBody().utf8());
        assertEquals("gpt-6-luna", first.get("model").string());
        assertEquals("resp_1", second.get("previous_response_id").string());
        assertEquals(
                List.of("c1", "c2", "c3", "c4"),
                second.get("input").elements().stream()
                        .map(item -> item.get("call_id").string())
                        .toList());
    }

    @Test
    void aPhotoGoesAlong() throws Exception {
        byte[] pixel = java.util.Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        Path photo = Files.write(folder.resolve("bed.png"), pixel);
        answer("resp_1", say("Looks fine."));

        assertEquals(0, ask("What failed?", "--photo", photo).exit());

        Json content = Json.parse(server.takeRequest().getBody().utf8())
                .get("input")
                .elements()
                .get(0)
                .get("content");
        assertTrue(content.elements().get(1).get("image_url").string().startsWith("data:image/png;base64,"));
    }

    @Test
    void aRefusedRequestIsReportedWithoutTheKey() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(401)
                .body("{\"error\":{\"message\":\"Incorrect API key provided: " + KEY
                        + "\",\"type\":\"invalid_request_error\",\"code\":\"invalid_api_key\"}}")
                .build());

        MakerProcess maker = ask("Hello");

        assertEquals(1, maker.exit());
        Json out = maker.json().get(0);
        assertEquals("failed", out.get("end").string());
        assertEquals("invalid_api_key", out.get("error").get("code").string());
        assertFalse((maker.out() + maker.err()).contains(KEY), maker.out());
    }

    @Test
    void theOutputIsOneLineWhateverTheModelWrites() throws Exception {
        answer("resp_1", call("c1", "measure_mesh", "{\n  \"file\": \"cube.stl\"\n}"));
        answer("resp_2", say("one\ntwo \u001b[31m" + "x".repeat(5_000_000)));

        MakerProcess maker = ask("Measure it");

        assertEquals(1, maker.json().size());
        assertEquals(
                Json.parse("{\"file\":\"cube.stl\"}"),
                maker.json().get(0).get("tool_calls").elements().get(0).get("arguments"));
        assertTrue(maker.json().get(0).get("text").string().startsWith("one\ntwo \u001b"));
    }

    @Test
    void aRefusalAndACutAnswerSayWhy() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .body(
                        "{\"id\":\"r\",\"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\"max_output_tokens\"},"
                                + "\"output\":[" + say("It was") + "]}")
                .build());

        MakerProcess maker = ask("Tell");

        assertEquals(1, maker.exit());
        assertEquals("incomplete", maker.json().get(0).get("end").string());
        assertTrue(maker.json().get(0).get("error").get("message").string().contains("max_output_tokens"));
    }

    @Test
    void aPhotoThatIsNoFileAndAWordWithAnAtSignAreTakenAsTheyAre() throws Exception {
        assertEquals(2, ask("What?", "--photo", folder).exit());
        answer("resp_1", say("ok"));

        assertEquals(0, ask("@cube.stl").exit());

        assertTrue(server.takeRequest().getBody().utf8().contains("@cube.stl"));
    }

    @Test
    void whatTheRunDidIsAPageAndALog() throws Exception {
        answer("resp_1", call("c1", "measure_mesh", "{\"file\":\"cube.stl\"}"));
        answer("resp_2", say("A cube"));
        Path report = folder.resolve("run.html");
        Path audit = folder.resolve("audit.jsonl");

        MakerProcess maker = ask("--approve", "machine", "--report", report, "--audit", audit, "What is it?");

        assertEquals(0, maker.exit(), maker.err());
        assertTrue(Files.readString(report).contains("<h1>What is it?</h1>"));
        assertEquals(7, Files.readAllLines(audit).size());
    }

    @Test
    void anEffectThatThereIsNotIsWrongUsage() throws Exception {
        MakerProcess maker = ask("--approve", "everything", "What is it?");

        assertEquals(2, maker.exit());
        assertTrue(maker.err().contains("READ, WRITE, MACHINE"), maker.err());
    }
}
