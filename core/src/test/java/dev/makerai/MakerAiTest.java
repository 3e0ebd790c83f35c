package dev.makerai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.AuthenticationException;
import dev.makerai.errors.ConfigurationException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.MakerAiException;
import dev.makerai.errors.QuotaExceededException;
import dev.makerai.errors.RateLimitException;
import dev.makerai.errors.TransportException;
import dev.makerai.json.Json;
import dev.makerai.run.RunFailedException;
import dev.makerai.testing.ScriptedModel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;

class MakerAiTest {
    private static final String KEY = "sk-very-secret-0123456789";
    private static final String HELLO = """
            {"id":"resp_1","object":"response","created_at":1,"status":"completed","model":"m","output":[
            {"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[
            {"type":"output_text","text":"ASA","annotations":[]}]}],
            "usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":0},"output_tokens":2,
            "output_tokens_details":{"reasoning_tokens":0},"total_tokens":11}}""";

    @StartStop
    private final MockWebServer server = new MockWebServer();

    private MakerAi ai() {
        return MakerAi.builder()
                .apiKey(KEY)
                .baseUrl(server.url("/v1").toString())
                .maxRetries(0)
                .build();
    }

    private void answer(int status, String contentType, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", contentType)
                .setHeader("x-request-id", "req_7")
                .body(body)
                .build());
    }

    @Test
    void aQuestionIsAnswered() throws Exception {
        answer(200, "application/json", HELLO);

        assertEquals("ASA", ai().ask("Which filament for a car dashboard?"));

        RecordedRequest request = server.takeRequest();
        assertEquals("POST /v1/responses HTTP/1.1", request.getRequestLine());
        assertEquals("Bearer " + KEY, request.getHeaders().get("Authorization"));
        Json body = Json.parse(request.getBody().utf8());
        assertEquals(MakerAi.DEFAULT_MODEL, body.get("model").string());
        assertNull(body.get("tools"));
    }

    @Test
    void theEnvironmentSaysWhereAndAsWhom() throws Exception {
        answer(200, "application/json", HELLO);
        MakerAi ai = MakerAi.builder()
                .environment(Map.of(
                        "OPENAI_API_KEY",
                        KEY + "\n",
                        "OPENAI_BASE_URL",
                        server.url("/v1/").toString(),
                        "OPENAI_ORG_ID",
                        "org_1",
                        "OPENAI_PROJECT_ID",
                        "proj_1"))
                .build();

        ai.ask("Hello");

        RecordedRequest request = server.takeRequest();
        assertEquals("/v1/responses", request.getTarget());
        assertEquals("org_1", request.getHeaders().get("OpenAI-Organization"));
        assertEquals("proj_1", request.getHeaders().get("OpenAI-Project"));
    }

    @Test
    void aServerOfYourOwnNeedsNoKey() throws Exception {
        answer(200, "application/json", HELLO);
        MakerAi ai = MakerAi.builder()
                .environment(Map.of("OPENAI_BASE_URL", server.url("/v1").toString()))
                .build();

        assertEquals("ASA", ai.ask("Hello"));
        assertNull(server.takeRequest().getHeaders().get("Authorization"));
    }

    @Test
    void aMissingKeyIsNamedWithTheWaysToGiveOne() {
        MakerAi.Builder builder = MakerAi.builder().environment(Map.of("OPENAI_API_KEY", "  "));

        ConfigurationException e = assertThrows(ConfigurationException.class, builder::build);

        assertTrue(e.getMessage().contains("OPENAI_API_KEY"), e.getMessage());
        assertTrue(e.getMessage().contains("OPENAI_BASE_URL"), e.getMessage());
    }

    @Test
    void aWrongKeyIsAnAuthenticationErrorThatNeverShowsTheKey() {
        answer(
                401,
                "application/json",
                "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY
                        + "\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"invalid_api_key\"}}");

        AuthenticationException cause = failure(AuthenticationException.class);

        assertEquals(401, cause.status());
        assertEquals("invalid_api_key", cause.code());
        assertEquals("req_7", cause.requestId());
    }

    @Test
    void aRateLimitSaysHowLongToWait() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", "7")
                .body("{\"error\":{\"message\":\"Slow down\",\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}")
                .build());

        assertEquals(Duration.ofSeconds(7), failure(RateLimitException.class).retryAfter());
    }

    @Test
    void anEmptyAccountIsNotARateLimit() {
        answer(
                429,
                "application/json",
                "{\"error\":{\"message\":\"You exceeded your current quota\",\"type\":\"insufficient_quota\","
                        + "\"code\":\"insufficient_quota\"}}");

        failure(QuotaExceededException.class);
    }

    @Test
    void aWebPageInsteadOfJsonPointsAtTheBaseUrl() {
        answer(200, "text/html", "<!doctype html><title>Welcome</title>");

        DecodeException e = failure(DecodeException.class);

        assertTrue(e.getMessage().contains("text/html"), e.getMessage());
    }

    @Test
    void aCallWithAnObjectAsItsArgumentsIsRunAllTheSame() {
        answer(
                200,
                "application/json",
                "{\"id\":\"r1\",\"status\":\"completed\",\"output\":[{\"type\":\"function_call\",\"call_id\":7,"
                        + "\"name\":\"double_it\",\"arguments\":{\"number\":21}}]}");
        answer(200, "application/json", HELLO);

        var run = ai().prompt("Twice 21?").tools(new Doubler()).run();

        assertEquals("ASA", run.value());
        assertEquals("42", run.toolCalls().get(0).result().output());
        assertEquals("7", run.toolCalls().get(0).id());
    }

    static final class Doubler {
        @dev.makerai.tools.Tool("Doubles")
        int doubleIt(int number) {
            return 2 * number;
        }
    }

    @Test
    void aLengthThatIsNoneIsATransportError() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Length", "-5")
                .build());

        failure(TransportException.class);
    }

    @Test
    void aWaitOfCenturiesIsNotTakenForNone() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", "99999999999")
                .body("{\"error\":{\"message\":\"Slow down\",\"code\":\"rate_limit_exceeded\"}}")
                .build());
        MakerAi ai = MakerAi.builder()
                .apiKey(KEY)
                .baseUrl(server.url("/v1").toString())
                .build();

        assertThrows(RunFailedException.class, () -> ai.ask("Hello"));
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void aMessageThatCannotBeReadIsNoEmptyAnswer() {
        answer(
                200,
                "application/json",
                "{\"id\":\"r\",\"status\":\"completed\",\"output\":[{\"type\":\"message\",\"content\":\"plain\"}]}");

        DecodeException e = failure(DecodeException.class);

        assertTrue(e.text().contains("plain"), e.text());
    }

    @Test
    void anAnswerWithoutAnyOutputIsNoSuccess() {
        answer(200, "application/json", "{}");

        DecodeException e = failure(DecodeException.class);

        assertTrue(e.getMessage().contains("no output"), e.getMessage());
    }

    @Test
    void aBodyThatBreaksOffIsATransportError() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(HELLO)
                .onResponseBody(new mockwebserver3.SocketEffect.CloseSocket())
                .build());

        failure(TransportException.class);
    }

    @Test
    void noServerAtAllIsATransportErrorThatNamesTheHost() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        MakerAi ai = MakerAi.builder()
                .apiKey(KEY)
                .baseUrl("http://localhost:" + port + "/v1")
                .maxRetries(0)
                .build();

        RunFailedException e = assertThrows(RunFailedException.class, () -> ai.ask("Hello"));

        assertInstanceOf(TransportException.class, e.getCause());
        assertTrue(e.getMessage().contains("localhost:" + port), e.getMessage());
        assertNoKey(e);
    }

    @Test
    void theKeyIsNowhereInWhatAClientSaysOfItself() {
        assertFalse(ai().toString().contains(KEY), ai().toString());
        assertFalse(ai().prompt("Hello").toString().contains(KEY));
        assertFalse(ai().responses().toString().contains(KEY));
    }

    private <E extends MakerAiException> E failure(Class<E> type) {
        RunFailedException e = assertThrows(RunFailedException.class, () -> ai().ask("Hello"));
        assertNoKey(e);
        return assertInstanceOf(type, e.getCause());
    }

    private static void assertNoKey(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        assertFalse(trace.toString().contains(KEY), trace.toString());
        assertFalse(trace.toString().contains("very-secret"), trace.toString());
    }

    @Test
    void anHttpClientThatIsGivenLaterTakesThePlaceOfTheOneBefore() {
        MakerAi one = new ScriptedModel().then(turn -> turn.say("one")).ai();
        ScriptedModel other = new ScriptedModel().then(turn -> turn.say("other"));

        MakerAi changed = one.toBuilder().httpClient(other.httpClient()).build();

        assertEquals("other", changed.ask("Who?"));
    }

    @Test
    void aClientOfAServerWithoutTlsCanBeDerivedIntoOneWithTls() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MakerAi plain = MakerAi.builder().baseUrl("http://localhost:1/v1").build();
            MakerAi secure = plain.toBuilder()
                    .baseUrl("https://localhost:" + silent.getLocalPort() + "/v1")
                    .timeout(Duration.ofMillis(300))
                    .maxRetries(0)
                    .build();

            TransportException late =
                    assertThrows(TransportException.class, () -> secure.models().list());

            assertFalse(String.valueOf(late.getCause()).contains("CLEARTEXT"), String.valueOf(late.getCause()));
        }
    }
}
