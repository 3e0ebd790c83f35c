package dev.makerai.internal.http;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.scan.HeapShare;
import dev.makerai.json.Json;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads the body of an answer with a good status. */
final class AnswerReader {
    /** No model answer comes near it; a broken or hostile server must not fill the memory, whatever its size. */
    static final int MAX_BYTES = HeapShare.bytes(128 * 1024 * 1024, 16);

    private static final int KEPT_CHARACTERS = 2000;

    private static final int BYTE_ORDER_MARK_LENGTH = 3;

    /** More than is kept, so that a secret at the end of what is kept is seen whole. */
    private static final int LONGEST_PREFIX = 4 * KEPT_CHARACTERS;

    private static final byte[] ERROR = "\"error\"".getBytes(StandardCharsets.UTF_8);

    private final Transport transport;
    private final Faults faults;
    private final HttpUrl url;
    private final int attempts;

    AnswerReader(Transport transport, Faults faults, HttpUrl url, int attempts) {
        this.transport = transport;
        this.faults = faults;
        this.url = url;
        this.attempts = attempts;
    }

    Answer read(Response response, boolean json) {
        String requestId = transport.secrets().maskId(response.header("x-request-id"));
        BufferedSource source = response.body().source();
        byte[] body;
        try {
            int most = transport.maxAnswerBytes();
            if (source.request(most + 1L)) {
                throw refused(
                        "The answer is larger than " + most
                                + " bytes, the most that is read (a sixteenth of the heap, at most 128 MiB)",
                        transport.secrets().maskAnswer(source.readByteArray(Math.min(most, LONGEST_PREFIX))),
                        requestId);
            }
            body = transport.secrets().maskAnswer(source.readByteArray());
            if (json && startsWithByteOrderMark(body)) {
                body = Arrays.copyOfRange(body, BYTE_ORDER_MARK_LENGTH, body.length);
            }
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw faults.interrupted(attempts, e);
            }
            throw faults.cutOff(e, attempts, response.code(), source.getBuffer().size(), requestId);
        } catch (IllegalArgumentException e) {
            // So OkHttp meets a negative Content-Length.
            IOException nonsense = new ProtocolException("The length of the answer makes no sense: " + e.getMessage());
            throw faults.cutOff(nonsense, attempts, response.code(), 0, requestId);
        }
        if (json && !beginsLikeJson(body)) {
            String type = response.header("Content-Type");
            throw refused(
                    "HTTP " + response.code() + " of " + TransportConfig.address(url) + " came with "
                            + (body.length == 0 ? "no content" : "content of type " + type)
                            + " and not with JSON: the base URL may be wrong (it has to include the version, such as"
                            + " /v1), or a proxy answered; found",
                    body,
                    requestId);
        }
        if (json && beginsWithError(body) && isError(body)) {
            throw refused("HTTP " + response.code() + " came with an error and not with an answer", body, requestId);
        }
        return new Answer(body, requestId);
    }

    /** Looks at the bytes alone, since every answer passes here. */
    private static boolean beginsWithError(byte[] body) {
        int at = afterSpace(body, 0);
        if (at >= body.length || body[at] != '{') {
            return false;
        }
        at = afterSpace(body, at + 1);
        return at + ERROR.length <= body.length && Arrays.equals(body, at, at + ERROR.length, ERROR, 0, ERROR.length);
    }

    private static int afterSpace(byte[] body, int start) {
        int at = start;
        while (at < body.length && (body[at] == ' ' || body[at] == '\t' || body[at] == '\r' || body[at] == '\n')) {
            at++;
        }
        return at;
    }

    /** Proxies and some servers say what went wrong without the status of an error. */
    private static boolean isError(byte[] body) {
        try {
            Json answer = Json.parse(new String(body, StandardCharsets.UTF_8));
            Json error = answer.get("error");
            return error != null && error.kind() != Json.Kind.NULL && answer.get("id") == null;
        } catch (DecodeException e) {
            // Whoever reads the answer says what is wrong with it.
            return false;
        }
    }

    private DecodeException refused(String problem, byte[] body, @Nullable String requestId) {
        int length = Math.min(body.length, LONGEST_PREFIX);
        String text = transport.secrets().maskEscaped(new String(body, 0, length, StandardCharsets.UTF_8));
        String kept = text.length() <= KEPT_CHARACTERS ? text : text.substring(0, KEPT_CHARACTERS);
        return new DecodeException(transport.secrets().mask(problem), "$", kept, requestId, null);
    }

    /** Some servers write one though JSON has none. */
    private static boolean startsWithByteOrderMark(byte[] body) {
        return body.length >= BYTE_ORDER_MARK_LENGTH
                && body[0] == (byte) 0xef
                && body[1] == (byte) 0xbb
                && body[2] == (byte) 0xbf;
    }

    private static boolean beginsLikeJson(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b == '{' || b == '[';
            }
        }
        return false;
    }
}
