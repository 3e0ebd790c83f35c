package dev.makerai.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;

/** Answers every POST with the same response, over plain sockets, so that a client's own cost is what is seen. */
final class FixedServer {
    static final String BODY = """
            {"id":"resp_1","object":"response","created_at":1760000000,"status":"completed","error":null,\
            "incomplete_details":null,"instructions":null,"max_output_tokens":null,"model":"gpt-6.1-sol","output":[\
            {"type":"message","id":"msg_1","status":"completed","role":"assistant","content":[\
            {"type":"output_text","text":"Hello, maker.","annotations":[],"logprobs":[]}]}],\
            "parallel_tool_calls":true,"previous_response_id":null,"reasoning":{"effort":null,"summary":null},\
            "store":true,"temperature":1.0,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],\
            "top_p":1.0,"truncation":"disabled","usage":{"input_tokens":8,"input_tokens_details":{"cached_tokens":0},\
            "output_tokens":5,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":13},"metadata":{}}""";

    private static final byte[] REPLY = reply(BODY);

    private FixedServer() {}

    /** Prints its port and serves until it is killed. */
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                Socket client = server.accept();
                Thread thread = new Thread(() -> serve(client));
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private static void serve(Socket client) {
        try (client;
                InputStream in = new BufferedInputStream(client.getInputStream());
                OutputStream out = client.getOutputStream()) {
            for (int length = readHead(in); length >= 0; length = readHead(in)) {
                in.skipNBytes(length);
                out.write(REPLY);
                out.flush();
            }
        } catch (IOException e) {
            // The client has gone: there is nobody to tell.
            return;
        }
    }

    /** A whole HTTP reply. */
    static byte[] reply(String body) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nx-request-id: req_1\r\nContent-Length: "
                        + body.getBytes(UTF_8).length + "\r\n\r\n" + body)
                .getBytes(UTF_8);
    }

    /** Reads a request's head; answers its body's length, or -1 where the connection ended. */
    static int readHead(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int length = 0;
        while (true) {
            int b = in.read();
            if (b < 0) {
                return -1;
            }
            if (b != '\n') {
                line.append((char) b);
                continue;
            }
            String header = line.toString().strip().toLowerCase(Locale.ROOT);
            if (header.isEmpty()) {
                return length;
            }
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
            line.setLength(0);
        }
    }
}
