package dev.makerai.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;

/** A request as it is recorded and compared: without the server, headers, and the boundary of its parts. */
final class RequestForm {
    private static final String BOUNDARY = "boundary";

    private RequestForm() {}

    /** The request with an answer that is still to come. */
    static Interaction of(Request request) throws IOException {
        RequestBody body = request.body();
        Buffer buffer = new Buffer();
        String type = "";
        if (body != null) {
            if (body.isOneShot()) {
                throw new IOException("A body that can be sent only once cannot be recorded");
            }
            body.writeTo(buffer);
            MediaType mediaType = body.contentType();
            type = mediaType == null ? "" : mediaType.type() + "/" + mediaType.subtype();
            String boundary = mediaType == null ? null : mediaType.parameter(BOUNDARY);
            if (boundary != null) {
                return of(request, type, withoutBoundary(buffer.readByteArray(), boundary));
            }
        }
        return of(request, type, buffer.readByteArray());
    }

    private static Interaction of(Request request, String type, byte[] body) {
        return new Interaction(
                request.method(), Interaction.path(request.url()), type, body, 0, Map.of(), List.of(), "");
    }

    private static byte[] withoutBoundary(byte[] body, String boundary) {
        return new String(body, StandardCharsets.ISO_8859_1)
                .replace("--" + boundary, "--" + BOUNDARY)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
