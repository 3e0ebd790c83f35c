package dev.makerai.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.AuthenticationException;
import dev.makerai.errors.BadRequestException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.MakerAiException;
import dev.makerai.errors.QuotaExceededException;
import dev.makerai.errors.ServerException;
import dev.makerai.errors.TransportException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** What can go wrong, by what the user then reads. */
class FailureTest extends TransportFixture {
    @Test
    void aWrongKeyIsAnAuthenticationErrorThatSaysWhatToCheck() {
        server.enqueue(json(
                401,
                error("invalid_request_error", "invalid_api_key", "Incorrect API key provided"),
                "x-request-id: req_1"));

        AuthenticationException e = assertThrows(AuthenticationException.class, () -> post(open(config())));

        assertEquals(401, e.status());
        assertEquals("invalid_api_key", e.code());
        assertEquals("invalid_request_error", e.type());
        assertNull(e.param());
        assertEquals(
                "POST /v1/responses was answered with HTTP 401: Incorrect API key provided. (code invalid_api_key, type"
                        + " invalid_request_error, request id req_1) Check the API key (OPENAI_API_KEY), its project"
                        + " and organisation, and what the key is allowed to do.",
                e.getMessage());
    }

    @Test
    void aUsedUpQuotaIsOneWhateverItsStatus() {
        for (String code : List.of("insufficient_quota", "billing_hard_limit_reached")) {
            for (int status : new int[] {403, 429}) {
                server.enqueue(json(status, error(code, code, "No credit")));

                QuotaExceededException e = assertThrows(QuotaExceededException.class, () -> post(open(config())));

                assertTrue(e.getMessage().contains("Add credit"), e.getMessage());
            }
        }
        assertEquals(4, server.getRequestCount());
    }

    @Test
    void aByteOrderMarkBeforeTheAnswerIsPassedOver() {
        server.enqueue(json(200, "\ufeff{\"ok\":true}"));

        assertEquals("{\"ok\":true}", post(open(config())));
    }

    @Test
    void aKeyThatTheServerRepeatsIsInNoMessage() {
        String json = error("a " + KEY, "b" + KEY, "Incorrect key " + KEY + ", and sk-other-1234567890 too");
        List<MockResponse> answers = List.of(
                json(401, json),
                json(400, "{\"error\":\"Bearer " + KEY + "\"}"),
                answer(500, "text/plain", "no " + KEY),
                answer(200, "text/html", "<p>" + KEY + "</p>"),
                json(200, "{\"" + KEY + "\": " + KEY + "}", "x-request-id: req_1"),
                new MockResponse.Builder().status("HTTP/1.1 4a1 " + KEY).build());
        for (MockResponse answer : answers) {
            server.enqueue(answer);
            Transport transport = open(config().maxRetries(0));
            MakerAiException e = assertThrows(MakerAiException.class, () -> {
                String text = post(transport);
                throw transport.masked(new DecodeException("at " + KEY, "$." + KEY, text, null, new IOException(KEY)));
            });
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertFalse(trace.toString().contains(KEY), trace::toString);
            assertFalse(trace.toString().contains("sk-other"), trace::toString);
            if (e instanceof DecodeException decode) {
                assertFalse((decode.text() + decode.path() + decode.problem()).contains(KEY));
            }
            if (e instanceof ApiException api) {
                assertFalse(api.error().toString().contains(KEY));
            }
        }
    }

    @Test
    void aKeyInAGoodAnswerIsTakenOutHoweverItIsEscaped() {
        String escaped = escape(KEY, "\\u%04x");
        for (String key : List.of(KEY, escaped, escape(KEY, "\\\\u%04X"), "\\u0073" + KEY.substring(1))) {
            server.enqueue(json(200, "{\"a\":\"\\n" + key + "\",\"b\":[\"" + key + key + "\"]}"));
            assertEquals("{\"a\":\"\\n[secret]\",\"b\":[\"[secret][secret]\"]}", post(open(config())), key);

            server.enqueue(json(400, "{\"detail\":\"" + key + "\"}"));
            ApiException e = assertThrows(ApiException.class, () -> post(open(config())));
            assertTrue(e.getMessage().contains("{\"detail\":\"[secret]\"}"), e.getMessage());
        }
    }

    @Test
    void anAnswerThatOnlyResemblesTheKeyStaysAsItIs() {
        String body = "{\"a\":\"" + KEY.substring(1) + " " + KEY.substring(0, 20) + "\\\\" + "\\u00\"}";
        server.enqueue(json(200, body));
        assertEquals(body, post(open(config())));

        server.enqueue(json(200, "{\"a\":\"a local model\"}"));
        assertEquals("{\"a\":\"a local model\"}", post(open(config().apiKey("local"))));
    }

    @Test
    void aKeyAtTheEndOfWhatIsKeptOfAPageIsMaskedWhole() {
        for (int before = 1970; before < 2001; before++) {
            server.enqueue(answer(200, "text/html", "x".repeat(before) + KEY));
            DecodeException e = assertThrows(DecodeException.class, () -> post(open(config())));
            assertFalse(e.text().contains(KEY.substring(0, 4)), e.text());
        }
    }

    private static String escape(String text, String format) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, format, c)));
        return escaped.toString();
    }

    @Test
    void aBadRequestNamesTheParameter() {
        server.enqueue(json(
                400,
                "{\"error\":{\"message\":\"Unknown parameter\",\"type\":\"invalid_request_error\","
                        + "\"param\":\"input[0].content\",\"code\":42}}"));

        BadRequestException e = assertThrows(BadRequestException.class, () -> post(open(config())));

        assertEquals("input[0].content", e.param());
        assertEquals("42", e.code());
        assertTrue(e.getMessage().contains("parameter input[0].content"), e.getMessage());
    }

    @Test
    void anErrorOfAnyFormKeepsItsWords() {
        for (List<String> form : List.of(
                List.of("{\"error\":\"model busy\"}", "model busy"),
                List.of("{\"error\":null,\"detail\":\"no such route\"}", "no such route"),
                List.of("{\"detail\":[{\"msg\":\"field required\"}]}", "field required"),
                List.of("plain words", "plain words"),
                List.of("[1", "[1"))) {
            server.enqueue(answer(404, "text/plain", form.get(0)));
            BadRequestException e = assertThrows(BadRequestException.class, () -> post(open(config())));
            assertTrue(e.getMessage().contains(form.get(1)), e.getMessage());
            assertTrue(e.getMessage().contains("the base URL http://"), e.getMessage());
        }
    }

    @Test
    void anErrorPageOfAProxyIsNotQuoted() {
        server.enqueue(answer(502, "text/html", "<html><h1>Bad gateway</h1></html>"));

        ServerException e = assertThrows(ServerException.class, () -> post(open(config().maxRetries(0))));

        assertFalse(e.getMessage().contains("<"), e.getMessage());
        assertNull(e.error().message());
    }

    @Test
    void anEndlessErrorIsCutAndDoesNotHang() {
        server.enqueue(answer(400, "text/plain", "x".repeat(1_000_000)));

        BadRequestException e = assertThrows(BadRequestException.class, () -> post(open(config())));

        assertTrue(
                e.getMessage().length() < 2000, () -> "length " + e.getMessage().length());
    }

    @Test
    void aPageInsteadOfJsonSaysThatTheBaseUrlMayBeWrong() {
        server.enqueue(answer(200, "text/html", "<html>Welcome</html>", "x-request-id: req_3"));

        DecodeException e = assertThrows(DecodeException.class, () -> post(open(config())));

        assertEquals("req_3", e.requestId());
        assertTrue(e.getMessage().contains("content of type text/html and not with JSON"), e.getMessage());
        assertTrue(e.getMessage().contains("the base URL may be wrong"), e.getMessage());
    }

    @Test
    void anEmptyAnswerIsNotJson() {
        server.enqueue(answer(200, "application/json", " \n"));
        server.enqueue(answer(204, "application/json", ""));

        for (int i = 0; i < 2; i++) {
            assertThrows(DecodeException.class, () -> post(open(config())));
        }
    }

    @Test
    void anAnswerThatIsCutOffSaysThatItMayBeBilled() {
        server.enqueue(new MockResponse.Builder()
                .body("{\"id\":\"resp_1\",\"output\":[]}")
                .addHeader("x-request-id", "req_4")
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build());

        TransportException e = assertThrows(TransportException.class, () -> post(open(config())));

        assertEquals("req_4", e.requestId());
        assertEquals(1, e.attempts());
        assertEquals(1, server.getRequestCount());
        assertInstanceOf(IOException.class, e.getCause());
        assertTrue(e.getMessage().contains("broke off after"), e.getMessage());
        assertTrue(e.getMessage().contains("may have billed it"), e.getMessage());
    }

    @Test
    void anAnswerBeyondTheBoundIsRefusedByItsName() {
        server.enqueue(json(200, "{\"a\":\"" + "x".repeat(5000) + "\"}"));

        DecodeException e = assertThrows(DecodeException.class, () -> post(open(config(), 4096)));

        assertTrue(e.getMessage().contains("larger than 4096 bytes"), e.getMessage());
    }

    @Test
    void anUnknownHostIsNamedWithoutUserOrQuery() {
        Transport transport = open(config().baseUrl("http://me:hunter2@no-such-host.invalid:8080/v1?token=hunter3"));

        TransportException e = assertThrows(TransportException.class, () -> post(transport));

        assertEquals("no-such-host.invalid:8080", e.host());
        assertEquals(3, e.attempts());
        assertTrue(e.getMessage().contains("no-such-host.invalid:8080"), e.getMessage());
        assertTrue(e.getMessage().contains("tried 3 times"), e.getMessage());
        assertFalse((e + " " + transport.config()).contains("hunter"), e.getMessage());
    }

    @Test
    void aRefusedConnectionSaysToCheckTheServer() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Transport transport = open(config().baseUrl("http://127.0.0.1:" + port + "/v1"));

        TransportException e = assertThrows(TransportException.class, () -> post(transport));

        assertEquals(3, e.attempts());
        assertTrue(e.getMessage().contains("check that the server runs there"), e.getMessage());
    }

    @Test
    void aPlainServerBehindASecureAddressIsATlsFault() throws IOException {
        try (ServerSocket socket = greeting("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            Transport transport = open(config().baseUrl("https://127.0.0.1:" + socket.getLocalPort() + "/v1")
                    .maxRetries(0));

            TransportException e = assertThrows(TransportException.class, () -> post(transport));

            assertTrue(e.getMessage().contains("No secure connection"), e.getMessage());
        }
    }

    @Test
    void aServerThatDoesNotSpeakHttpIsNotTriedAgain() throws IOException {
        try (ServerSocket socket = greeting("220 mail ready\r\n")) {
            Transport transport = open(config().baseUrl("http://127.0.0.1:" + socket.getLocalPort() + "/v1"));

            TransportException e = assertThrows(TransportException.class, () -> post(transport));

            assertEquals(1, e.attempts());
            assertTrue(e.getMessage().contains("does not speak HTTP"), e.getMessage());
        }
    }

    /** A server that says the same to everyone and waits until they hang up. */
    private static ServerSocket greeting(String greeting) throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(
                () -> {
                    try {
                        while (true) {
                            greet(socket, greeting);
                        }
                    } catch (IOException e) {
                        // The test has closed the socket.
                    }
                },
                "greeter");
        thread.setDaemon(true);
        thread.start();
        return socket;
    }

    private static void greet(ServerSocket socket, String greeting) throws IOException {
        try (Socket connection = socket.accept()) {
            connection.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
            connection.getOutputStream().flush();
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }
}
