package dev.makerai.responses;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Plays one behaviour for each connection, on a bare socket, and remembers the request lines. */
final class StreamServer implements AutoCloseable {
    /** What happens on a connection after its request was read. */
    interface Behaviour {
        void play(OutputStream out, Socket connection) throws IOException;
    }

    static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nx-request-id: req_1\r\n";

    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    final CountDownLatch released = new CountDownLatch(1);

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Behaviour> behaviours;

    StreamServer(Behaviour... behaviours) throws IOException {
        this.behaviours = new ConcurrentLinkedQueue<>(List.of(behaviours));
        Thread thread = new Thread(this::serve, "stream-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Adds what happens on the next connection. */
    void then(Behaviour behaviour) {
        behaviours.add(behaviour);
    }

    /** Sends a body whose end is the end of the connection, so that a part of it looks like all of it. */
    static Behaviour untilClose(String body) {
        return untilClose(body.getBytes(StandardCharsets.UTF_8));
    }

    static Behaviour untilClose(byte[] body) {
        return (out, connection) -> {
            out.write((HEAD + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
        };
    }

    /** Sends a body in chunks and cuts the connection before the last of them. */
    static Behaviour cutChunks(String body) {
        return (out, connection) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            out.write((HEAD + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(bytes.length) + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        };
    }

    /** Sends a body and then says nothing until the client has gone. */
    Behaviour thenSilence(String body) {
        return (out, connection) -> {
            untilClose(body).play(out, connection);
            awaitRelease(connection);
        };
    }

    /** Reads the request and says nothing to it until the client has gone. */
    Behaviour silence() {
        return (out, connection) -> awaitRelease(connection);
    }

    /** Sends a body and then comments for as long as the client listens. */
    Behaviour thenComments(String body) {
        return (out, connection) -> {
            untilClose(body).play(out, connection);
            try {
                while (true) {
                    out.write(": keep-alive\n\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    Thread.sleep(5);
                }
            } catch (IOException e) {
                released.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    static Behaviour answer(int status, String type, String body) {
        return (out, connection) -> out.write(("HTTP/1.1 " + status + " X\r\nContent-Type: " + type
                        + "\r\nConnection: close\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8));
    }

    String baseUrl() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
    }

    private void awaitRelease(Socket connection) {
        try {
            while (connection.getInputStream().read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // A reset releases it too.
        }
        released.countDown();
    }

    private void serve() {
        try {
            while (true) {
                Socket connection = socket.accept();
                Thread thread = new Thread(() -> serve(connection), "stream-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // The test has closed the socket.
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = connection.getOutputStream()) {
            String line = in.readLine();
            if (line == null) {
                return;
            }
            int length = 0;
            for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            StringBuilder body = new StringBuilder();
            while (body.length() < length) {
                body.append((char) in.read());
            }
            requests.add(line + " " + body);
            Behaviour behaviour = behaviours.poll();
            if (behaviour == null) {
                throw new IllegalStateException("No behaviour is left for " + line);
            }
            behaviour.play(out, connection);
        } catch (IOException e) {
            // The client has gone.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
