package dev.makerai.files;

import dev.makerai.errors.DecodeException;
import dev.makerai.http.TransferProgress;
import dev.makerai.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One file on its way in parts, which ends as a file or cancelled. Used once, by one thread. */
final class LargeUpload {
    private static final int CHUNK_BYTES = 64 * 1024;

    private final Uploads uploads;
    private final FileUpload upload;
    private final FileContent content;
    private final TransferProgress progress;
    private final MessageDigest digest = md5();

    LargeUpload(Uploads uploads, FileUpload upload, TransferProgress progress) {
        this.uploads = uploads;
        this.upload = upload;
        this.content = upload.content();
        this.progress = progress;
        if (content.isReadOnce()) {
            throw new IllegalArgumentException(
                    content.name() + " is a stream, which cannot be sent in parts: write it to a file first");
        }
    }

    FileObject send() {
        Upload begun = uploads.create(UploadRequest.of(upload));
        String id = required(begun.id(), begun.toJson());
        try {
            List<String> partIds = sendParts(id);
            Upload completed = uploads.complete(id, partIds, HexFormat.of().formatHex(digest.digest()));
            return whole(completed);
        } catch (RuntimeException | Error e) {
            abandon(id, e);
            throw e;
        }
    }

    private FileObject whole(Upload completed) {
        FileObject file = completed.file();
        if (file == null) {
            throw unusable("The upload was completed, but the answer has no file", completed);
        } else if (!completed.status().value().isEmpty() && !completed.status().equals(Upload.Status.COMPLETED)) {
            throw unusable("The upload was completed, but is " + completed.status(), completed);
        }
        Long bytes = file.bytes();
        if (bytes != null && bytes != content.length()) {
            throw unusable(
                    "The file has " + content.length() + " bytes, but the service made one of " + bytes, completed);
        }
        return file;
    }

    private static DecodeException unusable(String problem, Upload answer) {
        return new DecodeException(problem, "$.file", answer.toJson().text(), null, null);
    }

    private List<String> sendParts(String id) {
        List<String> partIds = new ArrayList<>();
        for (long offset = 0; offset < content.length(); offset += Uploads.MAX_PART_BYTES) {
            long length = Math.min(Uploads.MAX_PART_BYTES, content.length() - offset);
            FileContent slice = content.slice(offset, length);
            digest(slice);
            long before = offset;
            Upload.Part part = uploads.addPart(
                    id,
                    slice,
                    // What the form adds to the part belongs to no byte of the file.
                    (bytes, total) -> progress.moved(before + Math.min(bytes, length), content.length()));
            String partId = required(part.id(), part.toJson());
            if (partIds.contains(partId)) {
                throw new DecodeException(
                        "Two parts of the upload got one id, so that one of them would be missing",
                        "$.id",
                        part.toJson().text(),
                        null,
                        null);
            }
            partIds.add(partId);
        }
        return partIds;
    }

    /** Reads a part ahead: the file system then has it in memory when it is sent, however often that is. */
    private void digest(FileContent slice) {
        try (InputStream in = slice.open()) {
            byte[] chunk = new byte[CHUNK_BYTES];
            long left = slice.length();
            while (left > 0) {
                int read = in.read(chunk, 0, (int) Math.min(CHUNK_BYTES, left));
                if (read < 0) {
                    // Sending the part will say so.
                    return;
                }
                digest.update(chunk, 0, read);
                left -= read;
            }
        } catch (IOException e) {
            if (!Thread.currentThread().isInterrupted()) {
                throw new UncheckedIOException(content.name() + " cannot be read", e);
            }
            // The next request will say so.
        }
    }

    private void abandon(String id, Throwable cause) {
        // An interrupted thread could not send anything any more.
        boolean interrupted = Thread.interrupted();
        try {
            uploads.abandon(id);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String required(String id, Json answer) {
        if (id.isEmpty()) {
            throw new DecodeException("The service gave no id", "$.id", answer.text(), null, null);
        }
        return id;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform knows MD5", e);
        }
    }
}
