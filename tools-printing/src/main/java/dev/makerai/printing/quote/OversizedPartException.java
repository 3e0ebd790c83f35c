package dev.makerai.printing.quote;

import dev.makerai.errors.MakerAiException;

/** A part is so large that no quote is made for it: most likely its file is in another unit than millimetres. */
public final class OversizedPartException extends MakerAiException {
    private static final long serialVersionUID = 1L;

    OversizedPartException(String tooMuch) {
        super(
                "The part is too large to be quoted: one piece " + tooMuch + ". Check the units of its file, which are"
                        + " taken as millimetres (a part that was scaled from inches or metres once too often is 25.4 or"
                        + " 1000 times too long), or split it into smaller parts.",
                null);
    }
}
