package dev.makerai.snippets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.makerai.json.Json;
import dev.makerai.testing.ScriptedModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A program as a user runs it: in a JVM and a folder of its own, and a scripted model is where the environment says. */
final class Program {
    private static final String JSON = "application/json";

    private Program() {}

    /**
     * Runs a class with a {@code main} method to its end, which must be a good one.
     *
     * @param folder the working directory
     * @param model who answers; without turns where nobody is asked
     * @return what it printed
     */
    static String output(Class<?> main, Path folder, ScriptedModel model) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/responses", exchange -> answer(exchange, model));
        server.start();
        try {
            return output(main, folder, server.getAddress());
        } finally {
            server.stop(0);
        }
    }

    /**
     * Runs a class with a {@code main} method to its end, which must be a good one.
     *
     * @param folder the working directory
     * @param answers what the service says to each request, such as {@code GET /v1/models}
     * @return what it printed
     */
    static String output(Class<?> main, Path folder, Map<String, String> answers) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            String answer = answers.get(request);
            try (exchange) {
                send(exchange, answer == null ? 404 : 200, JSON, (answer == null ? request : answer).getBytes(UTF_8));
            }
        });
        server.start();
        try {
            return output(main, folder, server.getAddress());
        } finally {
            server.stop(0);
        }
    }

    private static String output(Class<?> main, Path folder, InetSocketAddress service) throws Exception {
        Path errors = Files.createTempFile("program", ".err");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName())
                .directory(folder.toFile())
                .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENAI_"));
        builder.environment().put("OPENAI_API_KEY", "sk-of-a-test");
        builder.environment()
                .put("OPENAI_BASE_URL", "http://" + service.getHostString() + ":" + service.getPort() + "/v1");
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertEquals(0, process.waitFor(), () -> output + read(errors));
            return output.replace(System.lineSeparator(), "\n");
        } finally {
            process.destroy();
            Files.delete(errors);
        }
    }

    private static void answer(HttpExchange exchange, ScriptedModel model) throws IOException {
        Request request = new Request.Builder()
                .url("http://scripted-model.invalid" + exchange.getRequestURI())
                .post(RequestBody.create(exchange.getRequestBody().readAllBytes()))
                .build();
        try (exchange;
                Response response = model.httpClient().newCall(request).execute()) {
            String type = String.valueOf(response.header("Content-Type", JSON));
            send(exchange, response.code(), type, response.body().bytes());
        } catch (IllegalStateException e) {
            // The script is wrong: the program's error then says so, as one of the service.
            String message = "{\"error\":{\"message\":" + Json.string(String.valueOf(e.getMessage())) + "}}";
            send(exchange, 400, JSON, message.getBytes(UTF_8));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
