package dev.makerai.responses;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document for the model: PDF, Word, PowerPoint, Excel, OpenDocument text, RTF, or any text such as CSV, JSON or
 * G-code. Of a PDF models see text and pages, of all others the text alone.
 *
 * <pre>{@code
 * ai.prompt("Which layer height does this data sheet advise?").file(InputFile.of(Path.of("petg.pdf"))).run();
 * }</pre>
 *
 * @param fileId the id of an uploaded file; null with an address or data
 * @param fileUrl a web address; null with a file id or data
 * @param fileData a {@code data:} address that holds the document itself; null with a file id or an address
 * @param filename the document's name, which goes with its data; null otherwise
 * @param detail how closely the model is to look at the pages of a PDF, or null for the service's default
 * @param promptCacheBreakpoint ends a beginning that is worth keeping in the cache, or null
 */
public record InputFile(
        @Nullable String fileId,
        @Nullable String fileUrl,
        @Nullable String fileData,
        @Nullable String filename,
        @Nullable Detail detail,
        @Nullable PromptCacheBreakpoint promptCacheBreakpoint)
        implements InputContent {
    /** The largest document that is taken from bytes or a file: 50 MB, which is also the most for one request. */
    public static final int MAX_BYTES = 50_000_000;

    /** Needs a file id, an address or data. */
    public InputFile {
        if (fileId == null && fileUrl == null && fileData == null) {
            throw new IllegalArgumentException("A file needs file_id, file_url or file_data");
        }
    }

    /**
     * Takes a document from a file.
     *
     * @param file of at most {@link #MAX_BYTES}; the model is told its name, and together with its first bytes that
     *     says what it is
     * @throws IllegalArgumentException if it is no document that models read, or too large
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static InputFile of(Path file) {
        byte[] bytes = LocalFile.read("file", file, MAX_BYTES);
        Path name = file.getFileName();
        return of(bytes, name == null ? file.toString() : name.toString(), file.toString());
    }

    /**
     * Takes a document from memory.
     *
     * @param bytes at most {@link #MAX_BYTES}
     * @param filename with an extension that says what it is, such as {@code petg.pdf}; the model is told it
     * @throws IllegalArgumentException if it is no document that models read, or too large
     */
    public static InputFile of(byte[] bytes, String filename) {
        return of(bytes, filename, filename);
    }

    /**
     * Refers to a document on the web, which the service fetches.
     *
     * @param url an address that the service can reach, with http or https
     * @throws IllegalArgumentException if it is something else
     */
    public static InputFile ofUrl(String url) {
        return new InputFile(null, DataUrl.requireWeb(url, null), null, null, null, null);
    }

    /**
     * Refers to a document that was uploaded.
     *
     * @param fileId the uploaded file's id
     */
    public static InputFile ofFileId(String fileId) {
        return new InputFile(DataUrl.requireId(fileId), null, null, null, null, null);
    }

    /**
     * The same document, to be looked at more or less closely.
     *
     * @param detail how closely, or null for the service's default
     */
    public InputFile withDetail(@Nullable Detail detail) {
        return new InputFile(fileId, fileUrl, fileData, filename, detail, promptCacheBreakpoint);
    }

    /**
     * The same document, as the end of a beginning that is worth keeping in the cache.
     *
     * @param breakpoint how to keep it; null for no such end
     */
    public InputFile withCacheBreakpoint(@Nullable PromptCacheBreakpoint breakpoint) {
        return new InputFile(fileId, fileUrl, fileData, filename, detail, breakpoint);
    }

    /** The members, with the document itself cut. */
    @Override
    public String toString() {
        return "InputFile[fileId=" + fileId + ", fileUrl=" + DataUrl.shown(fileUrl) + ", fileData="
                + DataUrl.shown(fileData) + ", filename=" + filename + ", detail=" + detail
                + ", promptCacheBreakpoint=" + promptCacheBreakpoint + "]";
    }

    private static InputFile of(byte[] bytes, String filename, String what) {
        if (bytes.length > MAX_BYTES) {
            throw LocalFile.tooLarge("file", what, MAX_BYTES);
        }
        String url = "data:" + FileType.of(bytes, filename, what) + ";base64,"
                + Base64.getEncoder().encodeToString(bytes);
        return new InputFile(null, null, url, filename, null, null);
    }

    /**
     * How closely a model looks at the pages of a PDF: finer costs more tokens.
     *
     * @param value the name on the wire
     */
    public record Detail(String value) {
        /** As the model sees fit. */
        public static final Detail AUTO = new Detail("auto");

        /** Coarsely. */
        public static final Detail LOW = new Detail("low");

        /** Finely. */
        public static final Detail HIGH = new Detail("high");

        /** Takes any name: the service may know more than the constants here. */
        public Detail {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }
}
