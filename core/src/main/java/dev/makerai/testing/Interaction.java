package dev.makerai.testing;

import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * A request and what came back.
 *
 * @param method such as {@code POST}
 * @param path with its query, without the server
 * @param requestType the content type of the body without its boundary; empty if there is no body
 * @param requestBody what was sent
 * @param status the HTTP status; 0 if no answer came
 * @param headers the few of the answer that mean something to the client
 * @param chunks the answer's body, in the pieces in which it was read
 * @param failure how the answer ended too early; empty if it came to its end
 */
record Interaction(
        String method,
        String path,
        String requestType,
        byte[] requestBody,
        int status,
        Map<String, String> headers,
        List<byte[]> chunks,
        String failure) {

    static String path(HttpUrl url) {
        String query = url.encodedQuery();
        return url.encodedPath() + (query == null ? "" : "?" + query);
    }

    /** For messages. */
    String name() {
        return method + " " + path;
    }

    byte[] body() {
        return Bytes.joined(chunks);
    }
}
