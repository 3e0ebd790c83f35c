package dev.makerai.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.errors.TransportException;
import dev.makerai.responses.ResponseEvent;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.ResponseStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CassetteTest {
    private static final String KEY = "key-that-no-pattern-knows";

    private final MockWebServer service = new MockWebServer();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void start() throws IOException {
        service.start();
        file = folder.resolve("a.jsonl");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private MakerAi ai(OkHttpClient client) {
        return MakerAi.builder()
                .baseUrl(service.url("/v1").toString())
                .apiKey(KEY)
                .httpClient(client)
                .build();
    }

    private MakerAi ai(Cassette cassette) {
        return ai(cassette.over(new OkHttpClient()));
    }

    private static void ask(MakerAi ai, String text) {
        ai.responses().create(ResponseRequest.builder("m").input(text).build());
    }

    private static String response(String text) {
        return "{\"id\":\"resp_1\",\"object\":\"response\",\"status\":\"completed\",\"model\":\"m\",\"output\":[{\"type\":"
                + "\"message\",\"id\":\"msg_1\",\"role\":\"assistant\",\"status\":\"completed\",\"content\":[{\"type\":"
                + "\"output_text\",\"text\":\"" + text + "\",\"annotations\":[]}]}],\"usage\":null}";
    }

    private void answer(String body) {
        service.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .setHeader("openai-organization", "acme-printing")
                .setHeader("Set-Cookie", "session=cookie-of-the-service")
                .body(body)
                .build());
    }

    private static String stream() {
        return ScriptedStream.of(dev.makerai.json.Json.parse(response("Grüße aus der Werkstatt, 3 Teile"))) + "";
    }

    @Test
    void whatWasRecordedIsReplayedWithoutTheService() {
        answer(response("Hello"));
        try (Cassette cassette = Cassette.record(file)) {
            assertTrue(cassette.isRecording());
            assertEquals("Hello", ai(cassette).ask("Hi"));
        }

        try (Cassette cassette = Cassette.open(file)) {
            assertFalse(cassette.isRecording());
            assertEquals("Hello", cassette.ai().ask("Hi"));
        }
        assertEquals(1, service.getRequestCount());
        assertFalse(Files.exists(folder.resolve("a.jsonl.recording")));
    }

    @Test
    void aStreamIsReplayedInThePiecesInWhichItCame() {
        service.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "text/event-stream")
                .chunkedBody(stream(), 7)
                .build());
        List<Long> recorded = new ArrayList<>();
        List<Long> replayed = new ArrayList<>();
        List<ResponseEvent> events;
        try (Cassette cassette = Cassette.record(file)) {
            events = events(ai(watched(cassette, recorded)));
        }

        try (Cassette cassette = Cassette.replay(file)) {
            assertEquals(events, events(ai(watched(cassette, replayed))));
        }
        assertTrue(recorded.size() > 50, recorded.size() + " pieces");
        assertEquals(recorded, replayed);
    }

    private static List<ResponseEvent> events(MakerAi ai) {
        List<ResponseEvent> events = new ArrayList<>();
        try (ResponseStream stream =
                ai.responses().stream(ResponseRequest.builder("m").input("Hi").build())) {
            stream.forEach(events::add);
        }
        return events;
    }

    /** Notes how many bytes each reading of a body gives. */
    private static OkHttpClient watched(Cassette cassette, List<Long> pieces) {
        Interceptor watch = chain -> {
            okhttp3.Response response = chain.proceed(chain.request());
            okhttp3.ResponseBody body = response.body();
            return response.newBuilder()
                    .body(okhttp3.ResponseBody.create(
                            Okio.buffer(new ForwardingSource(body.source()) {
                                @Override
                                public long read(Buffer sink, long byteCount) throws IOException {
                                    long count = super.read(sink, byteCount);
                                    if (count > 0) {
                                        pieces.add(count);
                                    }
                                    return count;
                                }
                            }),
                            body.contentType(),
                            body.contentLength()))
                    .build();
        };
        return cassette.over(new OkHttpClient.Builder().addInterceptor(watch).build());
    }

    @Test
    void noSecretIsWrittenHoweverItIsSpelledOrCut() throws IOException {
        String escaped = KEY.replace("-", "\\u002d").replace("y", "\\\\\\u0079");
        String text = "keys " + KEY + " " + escaped + " sk-proj-abcdefgh12345678 and ek_abcdefgh12345678, org"
                + "-abcdefghijkl1234, named-by-the-user";
        service.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .setHeader("openai-organization", "acme-printing")
                .setHeader("Set-Cookie", "session=cookie-of-the-service")
                .chunkedBody(response(text), 5)
                .build());
        try (Cassette cassette = Cassette.record(file).secret("named-by-the-user")) {
            ai(cassette).toBuilder()
                    .organization("org-of-the-test")
                    .project("project-of-the-test")
                    .build()
                    .ask("My key is " + KEY + " or sk-abcdefghijk, and I am named-by-the-user");
        }

        String written = Files.readString(file);
        for (String secret : List.of(
                KEY,
                escaped,
                "sk-",
                "ek_",
                "org-",
                "abcdefgh",
                "named-by-the-user",
                "acme-printing",
                "cookie-of-the-service",
                "org-of-the-test",
                "project-of-the-test")) {
            assertFalse(written.contains(secret), secret + " in " + written);
        }
        String pieces = String.join(
                "",
                CassetteFile.read(file).get(0).chunks().stream()
                        .map(c -> new String(c, StandardCharsets.UTF_8))
                        .toList());
        assertTrue(pieces.contains("keys [secret] [secret] [secret] and [secret], [secret], [secret]"), pieces);
        try (Cassette cassette = Cassette.replay(file).secret("named-by-the-user")) {
            assertTrue(ai(cassette)
                    .ask("My key is sk-another-key-than-before or sk-abcdefghijk, and I am named-by-the-user")
                    .startsWith("keys [secret]"));
        }
    }

    @Test
    void aRequestThatWasNotRecordedIsRefusedWithTheFirstDifference() {
        answer(response("Hello"));
        try (Cassette cassette = Cassette.record(file)) {
            ai(cassette).ask("Hi");
        }

        Cassette cassette = Cassette.replay(file);
        IllegalStateException other =
                assertThrows(IllegalStateException.class, () -> cassette.ai().ask("Bye"));
        assertEquals(
                "The cassette a.jsonl has no answer to POST /v1/responses: $.input[0].content was \"Hi\" and is \"Bye\"."
                        + " Record it anew if the program is right",
                other.getMessage());
        AssertionError unused = assertThrows(AssertionError.class, cassette::close);
        assertTrue(
                unused.getMessage().contains("more requests than were made: POST /v1/responses"), unused.getMessage());
    }

    @Test
    void aMemberThatMayDifferIsLookedOver() {
        answer(response("Hello"));
        try (Cassette cassette = Cassette.record(file)) {
            ai(cassette).ask("Today is Monday");
        }

        try (Cassette cassette = Cassette.replay(file).ignoring("input")) {
            assertEquals("Hello", cassette.ai().ask("Today is Tuesday"));
        }
    }

    @Test
    void requestsAtOnceGetTheirOwnAnswers() {
        List<String> questions = List.of("a", "b", "c", "d", "e", "f");
        try (Cassette cassette = Cassette.record(file)) {
            for (String question : questions) {
                answer(response("answer to " + question));
                ai(cassette).ask(question);
            }
        }

        try (Cassette cassette = Cassette.replay(file)) {
            MakerAi ai = cassette.ai();
            List<CompletableFuture<String>> answers = questions.stream()
                    .map(question -> CompletableFuture.supplyAsync(() -> ai.ask(question)))
                    .toList();
            for (int i = 0; i < questions.size(); i++) {
                assertEquals("answer to " + questions.get(i), answers.get(i).join());
            }
        }
    }

    @Test
    void refusalsAndBrokenConnectionsAreReplayedToo() {
        service.enqueue(new MockResponse.Builder()
                .code(429)
                .setHeader("retry-after-ms", "20")
                .body("{\"error\":{\"message\":\"slow down\",\"type\":\"t\",\"code\":\"rate_limit_exceeded\"}}")
                .build());
        answer(response("Hello"));
        try (Cassette cassette = Cassette.record(file)) {
            assertEquals("Hello", ai(cassette).ask("Hi"));
        }
        try (Cassette cassette = Cassette.replay(file)) {
            assertEquals("Hello", cassette.ai().ask("Hi"));
        }

        Path broken = folder.resolve("broken.jsonl");
        try (Cassette cassette = Cassette.record(broken)) {
            service.close();
            MakerAi ai = ai(cassette).toBuilder().maxRetries(0).build();
            assertThrows(TransportException.class, () -> ask(ai, "Hi"));
        }
        try (Cassette cassette = Cassette.replay(broken)) {
            MakerAi ai = cassette.ai().toBuilder().maxRetries(0).build();
            assertThrows(TransportException.class, () -> ask(ai, "Hi"));
        }
    }

    @Test
    void aNewRecordingSaysHowTheFormOfTheAnswersHasChanged() {
        answer(response("Hello"));
        try (Cassette cassette = Cassette.record(file)) {
            ai(cassette).ask("Hi");
        }
        answer(response("Other words")
                .replace("\"usage\":null", "\"usage\":{\"input_tokens\":1,\"output_tokens\":1," + "\"total_tokens\":2}")
                .replace("\"annotations\":[]", "\"logprobs\":[]"));
        Cassette again = Cassette.record(file);
        ai(again).ask("Hi");
        again.close();

        assertEquals(
                List.of(
                        "POST /v1/responses: $.output[].content[].logprobs is new (array)",
                        "POST /v1/responses: $.usage was null and is object",
                        "POST /v1/responses: $.usage.input_tokens is new (number)",
                        "POST /v1/responses: $.usage.output_tokens is new (number)",
                        "POST /v1/responses: $.usage.total_tokens is new (number)",
                        "POST /v1/responses: $.output[].content[].annotations is gone"),
                again.drift());
    }

    @Test
    void onlyOneRecorderAtATimeGetsAFile() {
        Cassette first = Cassette.record(file);

        IllegalStateException second = assertThrows(IllegalStateException.class, () -> Cassette.record(file));

        assertTrue(second.getMessage().contains("is being recorded already"), second.getMessage());
        first.close();
        Cassette.record(file).close();
        assertFalse(Files.exists(file));
    }

    @Test
    void aTornFileIsRefusedWithItsLine() throws IOException {
        answer(response("Hello"));
        try (Cassette cassette = Cassette.record(file)) {
            ai(cassette).ask("Hi");
        }
        String whole = Files.readString(file);

        for (int length : new int[] {0, 5, whole.indexOf('\n') + 20, whole.length() - 30}) {
            Files.writeString(file, whole.substring(0, length));
            String message = assertThrows(IllegalStateException.class, () -> Cassette.replay(file))
                    .getMessage();
            assertTrue(message.matches("The cassette .*a\\.jsonl is broken in line [123]: .*"), message);
        }
        assertThrows(UncheckedIOException.class, () -> Cassette.replay(folder.resolve("none.jsonl")));
    }
}
