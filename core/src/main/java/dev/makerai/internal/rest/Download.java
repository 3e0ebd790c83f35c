package dev.makerai.internal.rest;

import dev.makerai.http.TransferProgress;
import dev.makerai.internal.http.OpenAnswer;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Takes a file that is the body of an answer, whole or not at all. */
final class Download {
    /** The largest file that the service takes; a broken or hostile server must not fill the disk. */
    private static final long MOST_BYTES = 8L * 1024 * 1024 * 1024;

    private static final int CHUNK_BYTES = 64 * 1024;

    private final OpenAnswer answer;
    private final long most;
    private final TransferProgress progress;

    private Download(OpenAnswer answer, long most, TransferProgress progress) {
        this.answer = answer;
        this.most = most;
        this.progress = progress;
    }

    /** Where a file may go: refuses what is there and no file. */
    static Path target(Path target) {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IllegalArgumentException(target + " is not a file: name the file to write, not its folder");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder for " + target + ": create it first");
        }
        return target;
    }

    /** Writes a file beside its place and moves it there when it is whole. */
    static void toFile(OpenAnswer answer, Path target, TransferProgress progress) {
        Path whole = target.toAbsolutePath();
        // A name of its own, since that of the target may be as long as the file system allows.
        Path part = whole.resolveSibling(".maker-ai-" + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out =
                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                new Download(answer, MOST_BYTES, progress).copy(out);
            }
            move(part, whole);
        } catch (IOException e) {
            RuntimeException fault = Thread.currentThread().isInterrupted()
                    ? answer.broken(e)
                    : new UncheckedIOException(target + " cannot be written: " + e.getMessage(), e);
            discard(part, fault);
            throw fault;
        } catch (RuntimeException | Error e) {
            discard(part, e);
            throw e;
        }
    }

    private static void discard(Path part, Throwable why) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** Takes a file into memory. */
    static byte[] toBytes(OpenAnswer answer, int most) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Download(answer, most, TransferProgress.NONE).copy(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        }
        return out.toByteArray();
    }

    /** Faults of the answer are exceptions of their own, so that those which remain are faults of the file. */
    private void copy(OutputStream out) throws IOException {
        long length = answer.contentLength();
        if (length > most) {
            throw tooLong();
        }
        byte[] chunk = new byte[CHUNK_BYTES];
        long taken = 0;
        for (int read = read(chunk); read >= 0; read = read(chunk)) {
            taken += read;
            if (taken > most) {
                throw tooLong();
            }
            out.write(chunk, 0, read);
            progress.moved(taken, length);
        }
        if (length >= 0 && taken != length) {
            throw answer.broken(new EOFException("It has " + taken + " bytes instead of " + length));
        }
        answer.end();
    }

    private int read(byte[] chunk) {
        try {
            return answer.source().read(chunk);
        } catch (IOException e) {
            throw answer.broken(e);
        } catch (IllegalArgumentException e) {
            // So OkHttp meets a negative Content-Length.
            throw answer.broken(new ProtocolException("The length of the file makes no sense: " + e.getMessage()));
        }
    }

    private RuntimeException tooLong() {
        return answer.tooLong("The file is larger than " + most + " bytes, the most that is taken here");
    }

    private static void move(Path part, Path whole) throws IOException {
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
