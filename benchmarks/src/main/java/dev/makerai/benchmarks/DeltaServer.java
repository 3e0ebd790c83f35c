package dev.makerai.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;

/**
 * Answers every request with the same stream of a text in {@link #DELTAS} pieces, a chunk for each event, in a process
 * of its own: neither its time nor its memory is counted.
 */
public final class DeltaServer implements Closeable {
    /** How many pieces the text comes in. */
    public static final int DELTAS = 20_000;

    private static final String[] WORDS = {" petg", " holds", " heat", " better", " than", " pla", ",", " so", " print"
    };
    private static final String ITEM = "msg_67c9fdcf37fc8190ba82116e33fb28c507b8b0ad4e5eb654";

    private final Process process;
    private final String baseUrl;

    private DeltaServer(Process process, String baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    /** Starts the process. */
    public static DeltaServer start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeltaServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        return new DeltaServer(process, "http://127.0.0.1:" + out.readLine() + "/v1");
    }

    /** Where it is. */
    public String baseUrl() {
        return baseUrl;
    }

    /** How many characters the text has. */
    public static int characters() {
        return text().length();
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Prints its port and serves until it is killed. */
    public static void main(String[] args) throws IOException {
        byte[] reply = reply();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                Socket client = server.accept();
                Thread thread = new Thread(() -> serve(client, reply));
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private static void serve(Socket client, byte[] reply) {
        try (client;
                InputStream in = new BufferedInputStream(client.getInputStream());
                OutputStream out = client.getOutputStream()) {
            for (int length = FixedServer.readHead(in); length >= 0; length = FixedServer.readHead(in)) {
                in.skipNBytes(length);
                out.write(reply);
                out.flush();
            }
        } catch (IOException e) {
            // The client has gone: there is nobody to tell.
            return;
        }
    }

    private static byte[] reply() throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream(7_000_000);
        reply.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(UTF_8));
        int number = 0;
        String part = "{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":\"%s\"}";
        String item = "{\"id\":\"" + ITEM
                + "\",\"type\":\"message\",\"status\":\"%s\",\"role\":\"assistant\",\"content\":[%s]}";
        String place = "\"item_id\":\"" + ITEM + "\",\"output_index\":0,\"content_index\":0";
        event(reply, number++, "response.created", "\"response\":" + response("in_progress", ""));
        event(reply, number++, "response.in_progress", "\"response\":" + response("in_progress", ""));
        event(
                reply,
                number++,
                "response.output_item.added",
                "\"output_index\":0,\"item\":" + item.formatted("in_progress", ""));
        event(reply, number++, "response.content_part.added", place + ",\"part\":" + part.formatted(""));
        for (int i = 0; i < DELTAS; i++) {
            event(
                    reply,
                    number++,
                    "response.output_text.delta",
                    place + ",\"delta\":\"" + WORDS[i % WORDS.length]
                            + "\",\"logprobs\":[],\"obfuscation\":\"Zr81Kw9\"");
        }
        String whole = part.formatted(text());
        event(reply, number++, "response.output_text.done", place + ",\"text\":\"" + text() + "\",\"logprobs\":[]");
        event(reply, number++, "response.content_part.done", place + ",\"part\":" + whole);
        event(
                reply,
                number++,
                "response.output_item.done",
                "\"output_index\":0,\"item\":" + item.formatted("completed", whole));
        event(
                reply,
                number++,
                "response.completed",
                "\"response\":" + response("completed", item.formatted("completed", whole)));
        reply.write("0\r\n\r\n".getBytes(UTF_8));
        return reply.toByteArray();
    }

    private static void event(ByteArrayOutputStream reply, int number, String type, String members) throws IOException {
        byte[] event = ("event: " + type + "\ndata: {\"type\":\"" + type + "\",\"sequence_number\":" + number + ","
                        + members + "}\n\n")
                .getBytes(UTF_8);
        reply.write((Integer.toHexString(event.length) + "\r\n").getBytes(UTF_8));
        reply.write(event);
        reply.write("\r\n".getBytes(UTF_8));
    }

    private static String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < DELTAS; i++) {
            text.append(WORDS[i % WORDS.length]);
        }
        return text.toString();
    }

    private static String response(String status, String output) {
        String body = FixedServer.BODY.replace(
                "\"status\":\"completed\",\"error\"", "\"status\":\"" + status + "\",\"error\"");
        int from = body.indexOf("\"output\":[") + "\"output\":[".length();
        int to = body.indexOf("],\"parallel_tool_calls\"");
        return body.substring(0, from) + output + body.substring(to);
    }
}
