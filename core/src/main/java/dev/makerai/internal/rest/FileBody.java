package dev.makerai.internal.rest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A file that is streamed out as it is read. A fault of reading it is no fault of the connection: it reaches the caller
 * as {@link UncheckedIOException} and is not tried again.
 */
public final class FileBody extends RequestBody {
    private static final int CHUNK_BYTES = 64 * 1024;

    private final String name;
    private final @Nullable MediaType type;
    private final long length;
    private final long most;
    private final boolean once;
    private final Opening opening;

    /**
     * @param name what the service is to call it
     * @param type what it is
     * @param length how many bytes of it are sent; -1 for all that there are
     * @param most how many there may be at most, where the length is not known
     * @param once whether it can be read only once
     * @param opening begins to read it
     */
    public FileBody(String name, String type, long length, long most, boolean once, Opening opening) {
        this.name = name;
        this.type = MediaType.parse(type);
        this.length = length;
        this.most = most;
        this.once = once;
        this.opening = opening;
    }

    /** Begins to read a file. */
    public interface Opening {
        /** The file's first byte comes next. */
        InputStream open() throws IOException;
    }

    /**
     * Adds it to a form.
     *
     * @param member what the form calls it
     */
    public MultipartBody.Builder addTo(MultipartBody.Builder form, String member) {
        return form.addFormDataPart(member, safe(name), this);
    }

    /** OkHttp escapes quotes and line breaks, but would send other control characters as they are. */
    private static String safe(String name) {
        StringBuilder safe = new StringBuilder(name);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            if (Character.isISOControl(c) && c != '\r' && c != '\n') {
                safe.setCharAt(i, '_');
            }
        }
        return safe.toString();
    }

    @Override
    public @Nullable MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public boolean isOneShot() {
        return once;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (InputStream in = open()) {
            byte[] chunk = new byte[CHUNK_BYTES];
            long sent = 0;
            while (length < 0 || sent < length) {
                int wanted = length < 0 ? CHUNK_BYTES : (int) Math.min(CHUNK_BYTES, length - sent);
                int read = read(in, chunk, wanted);
                if (read < 0) {
                    break;
                }
                sent += read;
                if (sent > most) {
                    throw new IllegalArgumentException(
                            name + " is larger than " + most + " bytes, the most that can be sent in one request");
                }
                sink.write(chunk, 0, read);
            }
            if (sent < length) {
                throw unreadable(new EOFException("It ended after " + sent + " of " + length + " bytes"));
            }
        }
    }

    private InputStream open() throws IOException {
        try {
            return opening.open();
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private int read(InputStream in, byte[] chunk, int wanted) throws IOException {
        try {
            return in.read(chunk, 0, wanted);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /** Reading a file ends with a fault where the thread is interrupted, which is a fault of the transfer. */
    private IOException fault(IOException reading) {
        if (Thread.currentThread().isInterrupted()) {
            return new InterruptedIOException("The thread was interrupted");
        }
        throw unreadable(reading);
    }

    private UncheckedIOException unreadable(IOException reading) {
        return new UncheckedIOException(
                name + " cannot be read to its end: " + reading.getMessage()
                        + ". If another program writes it, wait until that has finished",
                reading);
    }
}
