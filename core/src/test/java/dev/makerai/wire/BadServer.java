package dev.makerai.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server on a bare socket that behaves as no server should: each connection is served by the next behaviour, the last
 * one again and again.
 */
public final class BadServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Behaviour> behaviours;
    private final AtomicLong received = new AtomicLong();

    /** Serves one connection, which is closed when this returns. */
    public interface Behaviour {
        /** Reads the request and writes the answer. */
        void serve(InputStream in, OutputStream out) throws IOException;
    }

    /** Begins to serve. */
    public BadServer(Behaviour... behaviours) throws IOException {
        this.behaviours = List.of(behaviours);
        Thread thread = new Thread(this::accept, "bad-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Breaks the connection off within the request. */
    public static Behaviour cutAfter(int bytes) {
        return (in, out) -> in.skipNBytes(bytes);
    }

    /** Takes a whole request with a known length, answers with exactly this, and closes the connection. */
    public static Behaviour answer(String head, byte[] body) {
        return (in, out) -> {
            skipRequest(in);
            out.write((head.strip().replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body);
        };
    }

    /** The address below which the API is. */
    public String baseUrl() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
    }

    /** How many bytes of bodies came. */
    public long received() {
        return received.get();
    }

    private void accept() {
        try {
            for (int i = 0; true; i = Math.min(i + 1, behaviours.size() - 1)) {
                Socket connection = socket.accept();
                Behaviour behaviour = behaviours.get(i);
                Thread thread = new Thread(() -> serve(connection, behaviour), "bad-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // The test has closed the socket.
        }
    }

    private void serve(Socket connection, Behaviour behaviour) {
        try (connection) {
            InputStream counted = new BufferedInputStream(connection.getInputStream()) {
                @Override
                public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
                    int read = super.read(bytes, offset, length);
                    received.addAndGet(Math.max(0, read));
                    return read;
                }
            };
            behaviour.serve(counted, connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static void skipRequest(InputStream in) throws IOException {
        long length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Long.parseLong(line.substring(15).strip());
            }
        }
        byte[] chunk = new byte[64 * 1024];
        for (long left = length; left > 0; ) {
            int read = in.read(chunk, 0, (int) Math.min(left, chunk.length));
            if (read < 0) {
                throw new IOException("The request ended early");
            }
            left -= read;
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The request ended early");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
