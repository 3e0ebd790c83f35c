package dev.makerai.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What to upload: a file on disk, bytes, or a stream. It is read while it is sent, never as a whole.
 *
 * <pre>{@code
 * FileContent log = FileContent.of(Path.of("print.log")).withMediaType("text/plain");
 * FileContent orders = FileContent.of("orders.jsonl", bytes);
 * }</pre>
 */
public final class FileContent {
    private static final long UNKNOWN = -1;

    private final String name;
    private final String mediaType;
    private final long length;
    private final boolean once;
    private final Source source;

    private FileContent(String name, String mediaType, long length, boolean once, Source source) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A file needs a name, with the ending that says what it is");
        }
        this.name = name;
        this.mediaType = mediaType;
        this.length = length;
        this.once = once;
        this.source = source;
    }

    private interface Source {
        InputStream open(long offset) throws IOException;
    }

    /**
     * Takes a file on disk, under its own name.
     *
     * @param file must keep its length until it is sent
     * @throws IllegalArgumentException if there is something else, such as a folder
     * @throws UncheckedIOException if there is no such file, or it cannot be read
     */
    public static FileContent of(Path file) {
        Path name = file.getFileName();
        // A named pipe or a device might never end.
        if (name == null || Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + " is not a file");
        }
        try {
            return of(name.toString(), Files.size(file), false, offset -> open(file, offset));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
    }

    /**
     * Takes bytes.
     *
     * @param name what to call the file; its ending says what it is
     * @param content is not copied, and must not change until it is sent
     */
    public static FileContent of(String name, byte[] content) {
        return of(name, content.length, false, offset -> {
            int skipped = Math.toIntExact(offset);
            return new ByteArrayInputStream(content, skipped, content.length - skipped);
        });
    }

    /**
     * Takes a stream. It can be sent once only, so that a failed request is not tried again, and not in parts.
     *
     * @param name what to call the file; its ending says what it is
     * @param content is read to its end and closed
     */
    public static FileContent of(String name, InputStream content) {
        Objects.requireNonNull(content, "content");
        return of(name, UNKNOWN, true, offset -> content);
    }

    private static FileContent of(String name, long length, boolean once, Source source) {
        return new FileContent(name, MediaTypes.of(name), length, once, source);
    }

    private static InputStream open(Path file, long offset) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            return Channels.newInputStream(channel.position(offset));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * The same content under another name.
     *
     * @param name its ending says what it is
     */
    public FileContent withName(String name) {
        return new FileContent(name, mediaType, length, once, source);
    }

    /**
     * The same content as something else than its ending says.
     *
     * @param mediaType such as {@code application/pdf}
     */
    public FileContent withMediaType(String mediaType) {
        return new FileContent(name, Objects.requireNonNull(mediaType, "mediaType"), length, once, source);
    }

    /** What the service is to call it. */
    public String name() {
        return name;
    }

    /** What it is; {@code application/octet-stream} if its ending does not say. */
    public String mediaType() {
        return mediaType;
    }

    /** How many bytes it has; -1 if that is not known. */
    public long length() {
        return length;
    }

    /** Whether it can be read only once, as a stream. */
    public boolean isReadOnce() {
        return once;
    }

    /**
     * Begins to read it.
     *
     * @return to be closed by the caller
     * @throws IOException if that is not possible
     */
    public InputStream open() throws IOException {
        return source.open(0);
    }

    /** A part of it, which can be sent while other parts are. */
    FileContent slice(long offset, long length) {
        return new FileContent(name, mediaType, length, once, within -> source.open(offset + within));
    }

    /** The name and the length. */
    @Override
    public String toString() {
        return "FileContent[" + name + ", " + (length < 0 ? "a stream" : length + " bytes") + "]";
    }
}
