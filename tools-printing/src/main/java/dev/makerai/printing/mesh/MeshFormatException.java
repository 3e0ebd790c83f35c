package dev.makerai.printing.mesh;

import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be read as a mesh.
 *
 * <p>The codes: {@code not_found}, {@code not_a_file}, {@code unreadable} (the system refused, or the file changed while
 * it was read), {@code empty_file}, {@code not_stl}, {@code bad_number}, {@code decimal_comma},
 * {@code wrong_vertex_count}, {@code unexpected_text}, {@code token_too_long}, {@code too_large}.
 */
public final class MeshFormatException extends MeshException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Long line;
    private final @Nullable Long offset;

    private MeshFormatException(
            String code, String message, @Nullable Long line, @Nullable Long offset, @Nullable Throwable cause) {
        super(code, message, cause);
        this.line = line;
        this.offset = offset;
    }

    static MeshFormatException of(String code, String message) {
        return new MeshFormatException(code, message, null, null, null);
    }

    static MeshFormatException of(String code, String message, Throwable cause) {
        return new MeshFormatException(code, message, null, null, cause);
    }

    static MeshFormatException atLine(String code, String message, long line) {
        return new MeshFormatException(code, "Line " + line + ": " + message, line, null, null);
    }

    static MeshFormatException atOffset(String code, String message, long offset) {
        return new MeshFormatException(code, message, null, offset, null);
    }

    /** The line of a text file in which the problem is, from 1; null if it is not a text file or has no one place. */
    public @Nullable Long line() {
        return line;
    }

    /** The byte of a binary file at which the problem is, from 0; null if it is a text file or has no one place. */
    public @Nullable Long offset() {
        return offset;
    }
}
