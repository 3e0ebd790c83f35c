package dev.makerai.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The exact text that a value was read from, kept beside its typed members so that sending it again writes that very
 * text, with the members that this version does not know.
 *
 * <p>It never takes part in comparing: any two are equal, so that a value that was read equals one that was made with
 * the same members. Immutable.
 */
public final class SourceText {
    /** Of a value that was made by hand, not read. */
    public static final SourceText NONE = new SourceText(new byte[0], 0, 0);

    /** A slice keeps its whole document in memory; from this size on a small slice is copied out instead. */
    private static final int SHARED_DOCUMENT_LIMIT = 64 * 1024;

    private final byte[] document;
    private final int offset;
    private final int length;

    private SourceText(byte[] document, int offset, int length) {
        this.document = document;
        this.offset = offset;
        this.length = length;
    }

    /**
     * Marks a JSON value inside a document; for readers.
     *
     * @param document the whole document in UTF-8, which must not change any more
     * @param offset where the value begins, in bytes
     * @param length how long it is, in bytes
     */
    public static SourceText of(byte[] document, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, document.length);
        if (document.length > SHARED_DOCUMENT_LIMIT && length < document.length / 2) {
            return new SourceText(Arrays.copyOfRange(document, offset, offset + length), 0, length);
        }
        return new SourceText(document, offset, length);
    }

    /** The exact text as a value; null for {@link #NONE}. */
    public @Nullable Json json() {
        return length == 0 ? null : Json.trusted(new String(document, offset, length, StandardCharsets.UTF_8));
    }

    /**
     * Writes the exact bytes; nothing for {@link #NONE}.
     *
     * @param sink where to
     * @throws IOException if the sink fails
     */
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(document, offset, length);
    }

    /** Whether there is no text: the value was made by hand. */
    public boolean isNone() {
        return length == 0;
    }

    /** True for any other source text. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceText;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    /** Short, so that the text of a value does not show all of it twice. */
    @Override
    public String toString() {
        return length == 0 ? "none" : length + " bytes";
    }
}
