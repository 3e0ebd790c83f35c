package dev.makerai.snippets;

import dev.makerai.MakerAi;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** Stands where the network would be and gives prepared answers, one after the other. */
final class ScriptedService {
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();

    /** Adds an answer. */
    ScriptedService then(String answer) {
        answers.add(answer);
        return this;
    }

    /** What it was sent: method, path and body. */
    List<String> requests() {
        return requests;
    }

    /** A client of it. */
    MakerAi ai() {
        return MakerAi.builder()
                .baseUrl("http://scripted-service.invalid/v1")
                .httpClient(
                        new OkHttpClient.Builder().addInterceptor(this::answer).build())
                .maxRetries(0)
                .build();
    }

    private Response answer(Interceptor.Chain chain) throws IOException {
        Buffer body = new Buffer();
        if (chain.request().body() != null) {
            chain.request().body().writeTo(body);
        }
        requests.add(chain.request().method() + " " + chain.request().url().encodedPath() + " " + body.readUtf8());
        String answer = answers.remove();
        String type = answer.startsWith("{\"")
                ? "application/json"
                : answer.startsWith("data:") ? "text/event-stream" : "application/octet-stream";
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .addHeader("Content-Type", type)
                .body(ResponseBody.create(answer, MediaType.get(type)))
                .build();
    }
}
