package dev.makerai.tools;

import dev.makerai.internal.naming.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A relative file name from a model, checked by rules that hold on every system; in Unicode's composed form. */
record FileName(List<String> segments) {
    private static final int MAX_BYTES = 4096;
    /** What common file systems allow for one part of a path. */
    private static final int MAX_SEGMENT_BYTES = 255;
    /** Windows opens a device for these, whatever extension follows. */
    private static final Pattern DEVICE = Pattern.compile(
            "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³])( *\\..*)?", Pattern.CASE_INSENSITIVE);

    FileName {
        segments = List.copyOf(segments);
    }

    /** @throws ToolFailure if the name breaks a rule */
    static FileName parse(String name) {
        if (name.isBlank()) {
            throw new ToolFailure("A file name is needed, but it is empty.");
        }
        if (bytes(name) > MAX_BYTES) {
            throw new ToolFailure("The file name " + Shown.quoted(name) + " is too long.");
        }
        if (!name.codePoints().allMatch(Shown::isVisible)) {
            throw refused(name, "holds characters that cannot be seen");
        }
        if (name.indexOf('\\') >= 0) {
            throw refused(name, "holds a backslash; write / between folders");
        }
        if (name.indexOf(':') >= 0) {
            throw refused(name, "holds a colon");
        }
        if (name.startsWith("/")) {
            throw refused(name, "is absolute; name files relative to the workspace");
        }
        List<String> segments = new ArrayList<>();
        for (String segment : Normalizer.normalize(name, Normalizer.Form.NFC).split("/", -1)) {
            // Models like to begin with "./".
            if (!segment.equals(".")) {
                checkSegment(segment, name);
                segments.add(segment);
            }
        }
        if (segments.isEmpty()) {
            throw refused(name, "names a folder");
        }
        return new FileName(segments);
    }

    /** Whether a name as it stands in the file system could be given by a model. */
    static boolean isAllowed(String name) {
        try {
            return parse(name).segments().size() == 1;
        } catch (ToolFailure e) {
            return false;
        }
    }

    List<String> folder() {
        return segments.subList(0, segments.size() - 1);
    }

    String last() {
        return segments.get(segments.size() - 1);
    }

    /** The entry of a folder that has this name in another Unicode form; null if there is none. */
    static @Nullable Path spelledOtherwise(Path folder, String composed) throws IOException {
        if (composed.chars().allMatch(c -> c < 0x80)) {
            return null;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (composed(entry).equals(composed)) {
                    return entry;
                }
            }
        }
        return null;
    }

    /** The last part of a path in Unicode's composed form. */
    static String composed(Path path) {
        Path last = path.getFileName();
        return last == null ? "" : Normalizer.normalize(last.toString(), Normalizer.Form.NFC);
    }

    private static void checkSegment(String segment, String name) {
        if (segment.isEmpty()) {
            throw refused(name, "has an empty part between slashes");
        }
        if (segment.equals("..")) {
            throw refused(name, "leads upwards with \"..\"");
        }
        if (segment.startsWith(".")) {
            throw refused(name, "names a hidden file or folder");
        }
        if (segment.endsWith(".") || segment.startsWith(" ") || segment.endsWith(" ")) {
            throw refused(name, "has a part that ends with a dot, or begins or ends with a space");
        }
        if (DEVICE.matcher(segment).matches()) {
            throw refused(name, "is the name of a device");
        }
        if (bytes(segment) > MAX_SEGMENT_BYTES) {
            throw new ToolFailure("The file name " + Shown.quoted(name) + " is too long.");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static ToolFailure refused(String name, String reason) {
        return new ToolFailure("The file name " + Shown.quoted(name) + " is not allowed: it " + reason + ".");
    }
}
