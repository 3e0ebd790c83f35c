package dev.makerai.testing;

import dev.makerai.MakerAi;
import dev.makerai.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.ConnectionSpec;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * A model that plays a script instead of thinking. It stands where the network would be, so all of the real client
 * runs: requests are written, responses are read, tools are called.
 *
 * <pre>{@code
 * ScriptedModel model = new ScriptedModel()
 *         .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PETG")))
 *         .then(turn -> turn.say("PETG costs " + turn.output("price_per_kilogram").text() + " per kg."));
 * String answer = model.ai().prompt("Price of PETG?").tools(new Shop()).run().value();
 * }</pre>
 *
 * <p>A request for a stream is answered with the events of one, texts word by word. Like the real service it refuses
 * a request that leaves a tool call unanswered, answers one that was never made, or goes on from a response that it did
 * not give. A request after the last turn of the script throws an
 * {@link IllegalStateException}. Thread-safe.
 */
public final class ScriptedModel {
    private static final MediaType JSON = MediaType.get("application/json");

    private static final MediaType EVENT_STREAM = MediaType.get("text/event-stream");

    private final List<Consumer<Turn>> script = new ArrayList<>();
    private final List<Json> requests = new ArrayList<>();
    private final ScriptedHistory history = new ScriptedHistory();
    private int conversations;

    /** Makes a model without any turns; add them with {@link #then}. */
    public ScriptedModel() {}

    /**
     * Adds a turn: what the model does with the next request.
     *
     * @param play says what to answer; it sees the request and the outputs of the tools
     * @return this model
     */
    public synchronized ScriptedModel then(Consumer<Turn> play) {
        script.add(play);
        return this;
    }

    /**
     * Checks that the program has asked for every turn.
     *
     * @throws AssertionError if turns are left; the message says how many
     */
    public synchronized void verifyFinished() {
        if (requests.size() < script.size()) {
            throw new AssertionError("The script has " + script.size() + (script.size() == 1 ? " turn" : " turns")
                    + ", but only " + requests.size() + (requests.size() == 1 ? " request" : " requests") + " came");
        }
    }

    /** What it was sent, in order: the bodies of the requests. */
    public synchronized List<Json> requests() {
        return List.copyOf(requests);
    }

    /** An HTTP client at whose other end this model sits; it never opens a connection. */
    public OkHttpClient httpClient() {
        Interceptor model = chain -> answer(chain.request());
        return new OkHttpClient.Builder()
                .addInterceptor(model)
                // Without TLS the platform's trust store need not be loaded.
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .build();
    }

    /** A client of this model. */
    public MakerAi ai() {
        return MakerAi.builder()
                .baseUrl("http://scripted-model.invalid/v1")
                .httpClient(httpClient())
                .model("scripted-model")
                .maxRetries(0)
                .build();
    }

    private synchronized Response answer(Request request) throws IOException {
        if (Player.wantsWebSocket(request)) {
            return Player.refusedWebSocket(request);
        }
        if (request.method().equals("POST") && request.url().encodedPath().endsWith("/conversations")) {
            conversations++;
            String conversation = "{\"id\":\"conv_scripted_" + conversations
                    + "\",\"object\":\"conversation\",\"created_at\":0,\"metadata\":{}}";
            return answer(request, 200, ResponseBody.create(conversation, JSON)).build();
        }
        if (!request.method().equals("POST") || !request.url().encodedPath().endsWith("/responses")) {
            throw new IllegalStateException("A scripted model answers POST /responses and /conversations only, not "
                    + request.method() + " " + request.url().encodedPath());
        }
        Json body = bodyOf(request);
        requests.add(body);
        int number = requests.size();
        Reply reply = history.refusalOf(body);
        if (reply == null) {
            if (number > script.size()) {
                Json input = body.get("input");
                throw new IllegalStateException("The script has " + script.size()
                        + (script.size() == 1 ? " turn" : " turns") + ", but request " + number + " came: "
                        + (input == null ? body : input));
            }
            Turn turn = new Turn(number, body, history.outputs());
            script.get(number - 1).accept(turn);
            reply = turn.reply();
            history.gave(body, reply);
        }
        ResponseBody content = wantsStream(body) && reply.status() < 400
                ? ResponseBody.create(ScriptedStream.of(reply.body()), EVENT_STREAM)
                : ResponseBody.create(reply.body().text(), JSON);
        return answer(request, reply.status(), content)
                .header("x-request-id", "req_scripted_" + number)
                .build();
    }

    static Response.Builder answered(Request request, Reply reply) {
        return answer(request, reply.status(), ResponseBody.create(reply.body().text(), JSON));
    }

    private static Response.Builder answer(Request request, int status, ResponseBody content) {
        Response.Builder answer = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message(status < 400 ? "OK" : "Error")
                .body(content);
        MediaType type = content.contentType();
        return type == null ? answer : answer.header("Content-Type", type.toString());
    }

    private static boolean wantsStream(Json request) {
        Json stream = request.get("stream");
        return stream != null && Boolean.TRUE.equals(stream.bool());
    }

    private static Json bodyOf(Request request) throws IOException {
        Buffer buffer = new Buffer();
        if (request.body() != null) {
            request.body().writeTo(buffer);
        }
        return Json.parse(buffer.readUtf8());
    }
}
