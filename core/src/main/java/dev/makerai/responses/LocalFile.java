package dev.makerai.responses;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that are to be sent to a model. */
final class LocalFile {
    private LocalFile() {}

    /**
     * The bytes of a file.
     *
     * @param kind what to call it in an error, such as "image"
     * @param file must be a plain file
     * @param most how many bytes it may have
     * @throws IllegalArgumentException if it is none, or too large
     * @throws UncheckedIOException if it cannot be read
     */
    static byte[] read(String kind, Path file, int most) {
        // A named pipe or a device might never end.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("The " + kind + " " + file + " is not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(kind, file.toString(), most);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The " + kind + " " + file + " cannot be read", e);
        }
    }

    /** Says that something is too large, and what to do. */
    static IllegalArgumentException tooLarge(String kind, String what, int most) {
        String smaller = kind.equals("image") ? "scale it down" : "send only the part that matters";
        return new IllegalArgumentException("The " + kind + " " + what + " is larger than " + most + " bytes: "
                + smaller + ", or upload it and use its file id");
    }
}
