package dev.makerai.batches;

import dev.makerai.errors.DecodeException;
import dev.makerai.http.TransferProgress;
import dev.makerai.internal.rest.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** The files of batches: puts them together, sends and opens them. */
final class BatchFiles {
    private final Resource resource;

    BatchFiles(Resource resource) {
        this.resource = resource;
    }

    /** What became of a file that was sent. */
    record Uploaded(String id, BatchEndpoint endpoint, List<String> customIds) {}

    private record FileId(String id) {
        private FileId {
            Objects.requireNonNull(id, "id");
        }
    }

    /** Only what a line of requests is found by. */
    private record InputLine(@Nullable String customId) {}

    /** Puts lines together in a temporary file, which is gone afterwards, and sends it. */
    Uploaded upload(Iterable<BatchLine> lines) {
        Path file = temporaryFile();
        try {
            List<String> customIds = new ArrayList<>();
            BatchEndpoint endpoint;
            try (BatchWriter writer = BatchWriter.to(file)) {
                for (BatchLine line : lines) {
                    writer.add(line);
                    customIds.add(line.customId());
                }
                endpoint = writer.endpoint();
            }
            if (endpoint == null) {
                throw new IllegalArgumentException("A batch needs at least one request");
            }
            return new Uploaded(send(file), endpoint, customIds);
        } finally {
            delete(file);
        }
    }

    /** Opens an output or error file. */
    BatchOutput open(String fileId) {
        return new BatchOutput(resource.download(resource.url("files", fileId, "content")));
    }

    /** The custom ids of a file of requests, in their order; lines that have none are left out. */
    List<String> customIds(String fileId) {
        List<String> customIds = new ArrayList<>();
        try (FileLines lines =
                new FileLines(resource.download(resource.url("files", fileId, "content")), FileLines.LONGEST_LINE)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                String customId = customId(line);
                if (customId != null) {
                    customIds.add(customId);
                }
            }
        }
        return customIds;
    }

    private static @Nullable String customId(byte[] line) {
        try {
            return BatchWire.CODECS.decode(InputLine.class, line, null).customId();
        } catch (DecodeException e) {
            // The service has refused such a line too, so there is no result to look for.
            return null;
        }
    }

    private String send(Path file) {
        RequestBody content = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("purpose", "batch")
                .addFormDataPart(
                        "file", "batch.jsonl", RequestBody.create(file.toFile(), MediaType.get("application/jsonl")))
                .build();
        return resource.upload(FileId.class, resource.url("files"), content, TransferProgress.NONE)
                .id();
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("maker-ai-batch", ".jsonl");
        } catch (IOException e) {
            throw new UncheckedIOException("The batch cannot be put together in the temporary folder", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary file " + file + " cannot be deleted", e);
        }
    }
}
