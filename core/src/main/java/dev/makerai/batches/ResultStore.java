package dev.makerai.batches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of results by custom id, in a temporary file that goes when it is closed. Thread-safe once it is filled. */
final class ResultStore implements AutoCloseable {
    private final FileChannel channel;
    private final Map<String, Place> places = new HashMap<>();
    private long end;

    private record Place(long offset, int length) {}

    ResultStore() {
        try {
            Path file = Files.createTempFile("maker-ai-batch", ".jsonl");
            this.channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException("The results of the batch cannot be kept in the temporary folder", e);
        }
    }

    boolean has(String customId) {
        return places.containsKey(customId);
    }

    void add(BatchResult result) {
        byte[] line = result.toJson().text().getBytes(StandardCharsets.UTF_8);
        try {
            ByteBuffer buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer, end + buffer.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The results of the batch cannot be kept in the temporary folder", e);
        }
        places.put(result.customId(), new Place(end, line.length));
        end += line.length;
    }

    @Nullable
    BatchResult get(String customId) {
        Place place = places.get(customId);
        return place == null ? null : BatchResult.read(read(place));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary file with the results cannot be closed", e);
        }
    }

    private byte[] read(Place place) {
        ByteBuffer buffer = ByteBuffer.allocate(place.length());
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, place.offset() + buffer.position()) < 0) {
                    throw new IOException("The file is shorter than it was");
                }
            }
            return buffer.array();
        } catch (IOException e) {
            throw new UncheckedIOException("The results cannot be read: they may have been closed", e);
        }
    }
}
