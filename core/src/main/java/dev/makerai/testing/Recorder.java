package dev.makerai.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/** Lets requests through and keeps them with their answers, which it looks at while they are read. */
final class Recorder implements Interceptor {
    /** What the client looks at; all others may tell who asked. */
    private static final List<String> KEPT_HEADERS = List.of(
            "content-type", "retry-after", "retry-after-ms", "x-should-retry", "x-request-id", "content-disposition");

    private final Scrubber scrubber;
    /** In the order in which they were sent. */
    private final List<Recording> recordings = new ArrayList<>();

    Recorder(Scrubber scrubber) {
        this.scrubber = scrubber;
    }

    /** A request whose answer may still be under way. */
    private static final class Recording {
        final Interaction request;
        final List<byte[]> chunks = new ArrayList<>();
        int status;
        Map<String, String> headers = Map.of();
        String failure = "its recording ended before its answer";

        Recording(Interaction request) {
            this.request = request;
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (Player.wantsWebSocket(request)) {
            return Player.refusedWebSocket(request);
        }
        learnSecrets(request);
        Recording recording = begin(RequestForm.of(request));
        Response response;
        try {
            response = chain.proceed(request);
        } catch (IOException e) {
            end(recording, e.toString());
            throw e;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = response.header(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        answered(recording, response.code(), headers);
        ResponseBody body = response.body();
        return response.newBuilder()
                .body(ResponseBody.create(
                        Okio.buffer(new Watched(body, recording)), body.contentType(), body.contentLength()))
                .build();
    }

    private void learnSecrets(Request request) {
        for (String name : List.of("Authorization", "OpenAI-Organization", "OpenAI-Project", "Cookie", "api-key")) {
            String value = request.header(name);
            if (value != null) {
                scrubber.add(value.replaceFirst("^[Bb]earer\\s+", ""));
            }
        }
    }

    private synchronized Recording begin(Interaction request) {
        Recording recording = new Recording(request);
        recordings.add(recording);
        return recording;
    }

    private synchronized void answered(Recording recording, int status, Map<String, String> headers) {
        recording.status = status;
        recording.headers = headers;
    }

    private synchronized void read(Recording recording, byte[] chunk) {
        recording.chunks.add(chunk);
    }

    private synchronized void end(Recording recording, String failure) {
        recording.failure = failure;
    }

    /** All of them, without secrets. */
    synchronized List<Interaction> interactions() {
        List<Interaction> all = new ArrayList<>();
        for (Recording each : recordings) {
            Map<String, String> headers = new LinkedHashMap<>();
            each.headers.forEach((name, value) -> headers.put(name, scrubber.scrub(value)));
            all.add(new Interaction(
                    each.request.method(),
                    scrubber.scrub(each.request.path()),
                    each.request.requestType(),
                    scrubber.scrub(each.request.requestBody()),
                    each.status,
                    headers,
                    scrubber.scrub(each.chunks),
                    scrubber.scrub(each.failure)));
        }
        return all;
    }

    /** A body that is kept as it is read. */
    private final class Watched extends ForwardingSource {
        private final Recording recording;
        private boolean ended;

        Watched(ResponseBody body, Recording recording) {
            super(body.source());
            this.recording = recording;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            Buffer chunk = new Buffer();
            long count;
            try {
                count = super.read(chunk, byteCount);
            } catch (IOException e) {
                ended = true;
                end(recording, e.toString());
                throw e;
            }
            if (count < 0) {
                ended = true;
                end(recording, "");
                return count;
            }
            Recorder.this.read(recording, chunk.clone().readByteArray());
            sink.write(chunk, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                end(recording, "the program stopped reading here");
            }
            super.close();
        }
    }
}
