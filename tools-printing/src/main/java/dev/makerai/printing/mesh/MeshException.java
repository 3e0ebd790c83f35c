package dev.makerai.printing.mesh;

import dev.makerai.errors.MakerAiException;
import org.jspecify.annotations.Nullable;

/**
 * A mesh that cannot be used as asked.
 *
 * <pre>{@code
 * try {
 *     log(MeshFile.of(path).measure().volumeMm3() + " mm3");
 * } catch (MeshException e) {
 *     log(e.code() + ": " + e.getMessage());
 * }
 * }</pre>
 */
public abstract sealed class MeshException extends MakerAiException
        permits MeshFormatException, UnprintableMeshException {
    private static final long serialVersionUID = 1L;

    private final String code;

    MeshException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** What kind of problem this is, in snake_case, for programs: such as {@code empty_file}. */
    public final String code() {
        return code;
    }
}
