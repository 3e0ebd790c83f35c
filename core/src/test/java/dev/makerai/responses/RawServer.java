package dev.makerai.responses;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers every request on a bare socket with prepared documents in turn, so that it costs next to nothing itself. */
final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<byte[]> answers;
    private int next;

    RawServer(List<String> documents) throws IOException {
        this.answers = documents.stream().map(RawServer::answer).toList();
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
    }

    private void serve() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                Thread thread = new Thread(() -> serve(connection), "raw-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // The test has closed the socket.
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = connection.getOutputStream()) {
            while (skipRequest(in)) {
                out.write(nextAnswer());
                out.flush();
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private synchronized byte[] nextAnswer() {
        return answers.get(next++ % answers.size());
    }

    private static boolean skipRequest(InputStream in) throws IOException {
        long length = 0;
        while (true) {
            StringBuilder line = new StringBuilder();
            int c = in.read();
            while (c != '\n' && c >= 0) {
                line.append((char) c);
                c = in.read();
            }
            if (c < 0) {
                return false;
            }
            String header = line.toString().strip();
            if (header.isEmpty()) {
                in.skipNBytes(length);
                return true;
            }
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            }
        }
    }

    private static byte[] answer(String document) {
        byte[] body = document.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nx-request-id: req_1\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
