package dev.makerai.run;

import dev.makerai.errors.MakerAiException;
import org.jspecify.annotations.Nullable;

/** The journal of a run cannot be used: it is in use, holds another run, or cannot be written. */
public final class JournalException extends MakerAiException {
    private static final long serialVersionUID = 1L;

    JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
