package dev.makerai.testing;

import dev.makerai.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/** Answers requests as they were answered when they were recorded; nothing leaves the machine. */
final class Player implements Interceptor {
    private final String name;
    private final Scrubber scrubber;
    private final Set<String> ignored;
    private final List<Interaction> left;

    Player(String name, List<Interaction> interactions, Scrubber scrubber, Set<String> ignored) {
        this.name = name;
        this.left = new ArrayList<>(interactions);
        this.scrubber = scrubber;
        this.ignored = ignored;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (wantsWebSocket(request)) {
            return refusedWebSocket(request);
        }
        Interaction recorded = take(RequestForm.of(request));
        if (recorded.status() == 0) {
            throw new IOException("As it was recorded: " + recorded.failure());
        }
        String type = recorded.headers().get("content-type");
        Response.Builder answer = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(recorded.status())
                .message(recorded.status() < 400 ? "OK" : "Error")
                .body(ResponseBody.create(
                        Okio.buffer(new Chunks(recorded)), type == null ? null : MediaType.parse(type), -1));
        recorded.headers().forEach((header, value) -> {
            // A wait that was once needed is not waited for again.
            boolean isWait = header.startsWith("retry-after");
            answer.header(isWait ? "retry-after-ms" : header, isWait ? "0" : value);
        });
        return answer.build();
    }

    /** The first that was recorded for such a request and has not been taken. */
    private synchronized Interaction take(Interaction request) {
        String closest = "";
        byte[] body = scrubber.scrub(request.requestBody());
        for (Interaction each : left) {
            if (!each.name().equals(scrubber.scrub(request.name()))) {
                continue;
            }
            String difference = difference(each, body);
            if (difference.isEmpty()) {
                left.remove(each);
                return each;
            }
            closest = closest.isEmpty() ? difference : closest;
        }
        String what = left.isEmpty()
                ? "everything in it has been replayed"
                : closest.isEmpty() ? "next comes " + left.get(0).name() : closest;
        throw new IllegalStateException("The cassette " + name + " has no answer to " + request.name() + ": " + what
                + ". Record it anew if the program is right");
    }

    private String difference(Interaction recorded, byte[] body) {
        Json before = Bytes.json(recorded.requestBody());
        Json now = Bytes.json(body);
        if (before == null || now == null) {
            return Arrays.equals(recorded.requestBody(), body) ? "" : "the recorded body is another";
        }
        return JsonDifference.first(before, now, ignored);
    }

    synchronized List<Interaction> left() {
        return List.copyOf(left);
    }

    static boolean wantsWebSocket(Request request) {
        return "websocket".equalsIgnoreCase(request.header("Upgrade"));
    }

    /** As a server without WebSockets: the client goes on over HTTP. */
    static Response refusedWebSocket(Request request) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(404)
                .message("Not Found")
                .body(ResponseBody.create(new byte[0], null))
                .build();
    }

    /** One chunk for each reading, as when it was recorded. */
    private static final class Chunks implements Source {
        private final Interaction recorded;
        private final Buffer rest = new Buffer();
        private int next;

        Chunks(Interaction recorded) {
            this.recorded = recorded;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            while (rest.exhausted()) {
                if (next == recorded.chunks().size()) {
                    if (!recorded.failure().isEmpty()) {
                        throw new IOException("As it was recorded: " + recorded.failure());
                    }
                    return -1;
                }
                rest.write(recorded.chunks().get(next++));
            }
            return rest.read(sink, byteCount);
        }

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {
            rest.clear();
        }
    }
}
