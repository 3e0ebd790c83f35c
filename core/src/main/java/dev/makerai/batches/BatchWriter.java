package dev.makerai.batches;

import dev.makerai.responses.ResponseRequest;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the file of a batch line by line and keeps to its bounds: at most {@link #MAX_LINES} lines and
 * {@link #MAX_BYTES} bytes, unique ids, and one endpoint for all. A line that is refused is not written, and the file
 * goes on without it.
 *
 * <pre>{@code
 * try (BatchWriter writer = BatchWriter.to(file)) {
 *     for (String part : parts) {
 *         writer.add(part, ResponseRequest.builder("gpt-6-luna").input("Describe " + part).build());
 *     }
 * }
 * }</pre>
 *
 * <p>The service wants the same model in all lines of a file; that is not checked here. Not thread-safe.
 */
public final class BatchWriter implements Closeable {
    /** The most lines that a file can have: {@value}. */
    public static final int MAX_LINES = 50_000;

    /** The most bytes that a file can have: {@value}. */
    public static final long MAX_BYTES = 200_000_000;

    private final OutputStream out;
    private final long maxBytes;
    private final Set<String> customIds = new HashSet<>();
    private @Nullable BatchEndpoint endpoint;
    private long bytes;

    BatchWriter(OutputStream out, long maxBytes) {
        this.out = out;
        this.maxBytes = maxBytes;
    }

    /**
     * Begins a file; one that is there is replaced.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static BatchWriter to(Path file) {
        try {
            return new BatchWriter(new BufferedOutputStream(Files.newOutputStream(file)), MAX_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("The batch file " + file + " cannot be written", e);
        }
    }

    /**
     * Writes into a stream, which is closed with this writer.
     *
     * @param out such as a {@link java.io.ByteArrayOutputStream}
     */
    public static BatchWriter to(OutputStream out) {
        return new BatchWriter(out, MAX_BYTES);
    }

    /**
     * Adds a question to a model.
     *
     * @param customId one's own id of it, not empty and unique in the file
     * @param request what to ask
     * @throws IllegalArgumentException if the line breaks a rule or a bound; the message names it
     * @throws UncheckedIOException if it cannot be written
     */
    public void add(String customId, ResponseRequest request) {
        add(BatchLine.of(customId, request));
    }

    /**
     * Adds a line.
     *
     * @throws IllegalArgumentException if the line breaks a rule or a bound; the message names it
     * @throws UncheckedIOException if it cannot be written
     */
    public void add(BatchLine line) {
        if (customIds.size() >= MAX_LINES) {
            throw new IllegalArgumentException(
                    "A batch can have at most " + MAX_LINES + " lines: put the others into a further batch");
        }
        if (customIds.contains(line.customId())) {
            throw new IllegalArgumentException("The custom id \"" + line.customId()
                    + "\" is in the batch already: give each line its own, as results are found by it");
        }
        if (endpoint != null && !endpoint.equals(line.endpoint())) {
            throw new IllegalArgumentException("The lines of a batch are all for one endpoint: this one is for "
                    + line.endpoint() + ", those before for " + endpoint);
        }
        byte[] text = (line.toJson().text() + "\n").getBytes(StandardCharsets.UTF_8);
        if (bytes + text.length > maxBytes) {
            throw new IllegalArgumentException("A batch can have at most " + maxBytes + " bytes, which line "
                    + (customIds.size() + 1) + " would exceed: put the others into a further batch");
        }
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException("The batch file cannot be written", e);
        }
        customIds.add(line.customId());
        endpoint = line.endpoint();
        bytes += text.length;
    }

    /** How many lines there are. */
    public int lines() {
        return customIds.size();
    }

    /** How many bytes there are. */
    public long bytes() {
        return bytes;
    }

    /** Which service the lines are for; null before the first. */
    public @Nullable BatchEndpoint endpoint() {
        return endpoint;
    }

    /**
     * Ends the file.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The batch file cannot be written", e);
        }
    }
}
