package dev.makerai.benchmarks;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Answers in turn with a tool call, another one, and a text; on each connection from the beginning. */
public final class LoopServer implements Closeable {
    private static final byte[][] RESPONSES = {
        FixedServer.reply(response(1, call(1, "PLA"))),
        FixedServer.reply(response(2, call(2, "PETG"))),
        FixedServer.reply(FixedServer.BODY)
    };

    private static final byte[][] CHAT_COMPLETIONS = {
        FixedServer.reply(chatCompletion(chatCall(1, "PLA"))),
        FixedServer.reply(chatCompletion(chatCall(2, "PETG"))),
        FixedServer.reply(chatCompletion("\"content\":\"Hello, maker.\""))
    };

    private final byte[][] replies;
    private @Nullable ServerSocket socket;

    private LoopServer(byte[][] replies) {
        this.replies = replies;
    }

    /** One that speaks the Responses API. */
    public static LoopServer ofResponses() {
        return new LoopServer(RESPONSES);
    }

    /** One that says the same in Chat Completions. */
    public static LoopServer ofChatCompletions() {
        return new LoopServer(CHAT_COMPLETIONS);
    }

    /** Begins to serve. */
    public void start() throws IOException {
        ServerSocket opened = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket = opened;
        Thread thread = new Thread(() -> serve(opened));
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it is, with {@code /v1}. */
    public String baseUrl() {
        if (socket == null) {
            throw new IllegalStateException("Not started");
        }
        return "http://localhost:" + socket.getLocalPort() + "/v1";
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }

    private void serve(ServerSocket socket) {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> serve(client));
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // Closed: the benchmark is over.
            return;
        }
    }

    private void serve(Socket client) {
        try (client;
                InputStream in = new BufferedInputStream(client.getInputStream());
                OutputStream out = client.getOutputStream()) {
            int round = 0;
            for (int length = FixedServer.readHead(in); length >= 0; length = FixedServer.readHead(in)) {
                in.skipNBytes(length);
                out.write(replies[round++ % replies.length]);
                out.flush();
            }
        } catch (IOException e) {
            // The client has gone: there is nobody to tell.
            return;
        }
    }

    /** The fixed reply with another item in it. */
    private static String response(int number, String item) {
        String body = FixedServer.BODY.replace("resp_1", "resp_" + number);
        int from = body.indexOf("\"output\":[") + "\"output\":[".length();
        int to = body.indexOf("],\"parallel_tool_calls\"");
        return body.substring(0, from) + item + body.substring(to);
    }

    private static String call(int number, String material) {
        return "{\"type\":\"function_call\",\"id\":\"fc_" + number + "\",\"call_id\":\"call_" + number
                + "\",\"name\":\"price_per_kilogram\",\"arguments\":\"{\\\"material\\\":\\\"" + material
                + "\\\"}\",\"status\":\"completed\"}";
    }

    private static String chatCompletion(String message) {
        boolean isCall = message.contains("tool_calls");
        return "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1760000000,\"model\":\"gpt-6.1-sol\","
                + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\"," + message
                + ",\"refusal\":null,\"annotations\":[]},\"logprobs\":null,\"finish_reason\":\""
                + (isCall ? "tool_calls" : "stop")
                + "\"}],\"usage\":{\"prompt_tokens\":8,\"completion_tokens\":5,\"total_tokens\":13,"
                + "\"prompt_tokens_details\":{\"cached_tokens\":0},\"completion_tokens_details\":"
                + "{\"reasoning_tokens\":0}},\"service_tier\":\"default\",\"system_fingerprint\":null}";
    }

    private static String chatCall(int number, String material) {
        return "\"content\":null,\"tool_calls\":[{\"id\":\"call_" + number
                + "\",\"type\":\"function\",\"function\":{\"name\":\"pricePerKilogram\",\"arguments\":"
                + "\"{\\\"material\\\":\\\"" + material + "\\\"}\"}}]";
    }
}
