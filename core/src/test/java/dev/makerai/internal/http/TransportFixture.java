package dev.makerai.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A server, a transport that speaks with it, and time that does not pass. */
abstract class TransportFixture {
    static final String KEY = "sk-proj-Zm9vYmFyYmF6cXV4";

    @StartStop
    final MockWebServer server = new MockWebServer();

    final FakeTime time = new FakeTime();

    private @Nullable Transport transport;

    @AfterEach
    void closeTransport() {
        if (transport != null) {
            transport.close();
        }
    }

    TransportConfig.Builder config() {
        return TransportConfig.builder().baseUrl(server.url("/v1").toString()).apiKey(KEY);
    }

    Transport open(TransportConfig.Builder config) {
        return open(config, AnswerReader.MAX_BYTES);
    }

    Transport open(TransportConfig.Builder config, int maxAnswerBytes) {
        transport = new Transport(config.build(), time, time, maxAnswerBytes);
        return transport;
    }

    String post(Transport transport) {
        return post(transport, null);
    }

    String post(Transport transport, @Nullable Duration within) {
        Buffer body = new Buffer().writeUtf8("{\"model\":\"m\"}");
        return text(transport.post(transport.url("responses"), body, within, null));
    }

    static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static MockResponse json(int status, String body, String... headers) {
        return answer(status, "application/json", body, headers);
    }

    static MockResponse answer(int status, String contentType, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", contentType)
                .body(body);
        for (String header : headers) {
            response.addHeader(header);
        }
        return response.build();
    }

    static String error(String type, String code, String message) {
        return """
        {"error":{"message":"%s","type":"%s","param":null,"code":"%s"}}""".formatted(message, type, code);
    }
}
