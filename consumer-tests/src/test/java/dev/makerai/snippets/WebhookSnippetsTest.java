package dev.makerai.snippets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.makerai.MakerAi;
import dev.makerai.json.Json;
import dev.makerai.responses.Response;
import dev.makerai.webhooks.Webhook;
import dev.makerai.webhooks.WebhookEvent;
import dev.makerai.webhooks.Webhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The snippets of {@code dev.makerai.webhooks}. */
class WebhookSnippetsTest {
    private static final byte[] KEY = "a key of 24 bytes, say it".getBytes(UTF_8);

    private final String secret = "whsec_" + Base64.getEncoder().encodeToString(KEY);
    private final List<String> queue = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aServerTakesWebhooks() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
        try {
            String body = "{\"type\":\"batch.completed\",\"data\":{\"id\":\"batch_1\"}}";
            String time = String.valueOf(Instant.now().getEpochSecond());
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                    .header("webhook-id", "wh_1")
                    .header("webhook-timestamp", time)
                    .header("webhook-signature", "v1," + sign("wh_1." + time + "." + body))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<Void> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());

            assertEquals(204, answer.statusCode());
            assertEquals(List.of("batch_1"), queue);
        } finally {
            server.stop(0);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        Webhooks webhooks = Webhooks.of(secret);
        Webhook webhook = webhooks.receive(
                exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes());
        if (webhook.event() instanceof WebhookEvent.BatchEnded ended) {
            queue.add(ended.data().id());
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Test
    void anEventNamesWhatToAskFor() {
        MakerAi ai =
                new ScriptedService().then("{\"id\":\"resp_1\",\"output\":[]}").ai();
        WebhookEvent event =
                WebhookEvent.of(Json.parse("{\"type\":\"response.completed\",\"data\":{\"id\":\"resp_1\"}}"));

        if (event instanceof WebhookEvent.ResponseEnded ended) {
            Response response = ai.responses().retrieve(ended.data().id());
            queue.add(response.id());
        }

        assertEquals(List.of("resp_1"), queue);
    }

    private static String sign(String message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(UTF_8)));
    }
}
