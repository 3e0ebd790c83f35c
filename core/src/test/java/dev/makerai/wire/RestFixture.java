package dev.makerai.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makerai.MakerAi;
import dev.makerai.responses.Spec;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.BeforeEach;

/** A server and a client of it, for the tests of services. */
public abstract class RestFixture {
    /** What the client must not show. */
    protected static final String KEY = "sk-proj-Zm9vYmFyYmF6cXV4";

    /** Answers with what the test enqueues. */
    @StartStop
    protected final MockWebServer server = new MockWebServer();

    /** Speaks with the server. */
    protected MakerAi ai;

    @BeforeEach
    final void connect() {
        ai = client().build();
    }

    /** A client of the server, to be changed. */
    protected final MakerAi.Builder client() {
        return MakerAi.builder().apiKey(KEY).baseUrl(server.url("/v1").toString());
    }

    /** Lets the server answer with a document. */
    protected final void answer(String body) {
        server.enqueue(json(200, body));
    }

    /** Lets the server answer with an error; where that is tried again, then at once. */
    protected final void refuse(int status) {
        server.enqueue(json(status, "{\"error\":{\"message\":\"no\",\"type\":\"e\",\"code\":\"c\"}}"));
    }

    /** An answer, of which a further try need not wait. */
    protected static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .addHeader("retry-after-ms", "1")
                .body(body)
                .build();
    }

    /** The next request's line, such as {@code GET /v1/files}. */
    protected final String requestLine() throws InterruptedException {
        return lineOf(server.takeRequest());
    }

    /** A request's line, such as {@code GET /v1/files}. */
    protected static String lineOf(RecordedRequest request) {
        return request.getMethod() + " " + request.getTarget();
    }

    /** The document of a request. */
    protected static JsonNode documentOf(RecordedRequest request) {
        return Spec.tree(request.getBody().utf8());
    }

    /** The members of a form by the text that introduces them. */
    protected static Map<String, ByteString> formOf(RecordedRequest request) throws IOException {
        ResponseBody body = ResponseBody.create(
                request.getBody(), MediaType.get(request.getHeaders().get("Content-Type")));
        Map<String, ByteString> parts = new LinkedHashMap<>();
        try (MultipartReader reader = new MultipartReader(body)) {
            for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
                parts.put(
                        String.join("\n", part.headers().values("Content-Disposition")),
                        part.body().readByteString());
            }
        }
        return parts;
    }

    /** A text of which each byte differs from its neighbours. */
    protected static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        return bytes;
    }

    /** The body of an answer that is a file. */
    protected static MockResponse.Builder file(byte[] content) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/octet-stream")
                .body(new Buffer().write(content));
    }
}
