package dev.makerai.printing.mesh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first bytes of a file from its first word on, by which its kind is guessed. */
final class FileHead {
    private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** The first word of text STL in UTF-16 or UTF-32 of either byte order. */
    private static final Pattern WIDE_WORD = Pattern.compile(
            "[\\s\\x00]*+(?:s\\x00{1,3}o\\x00{1,3}l\\x00{1,3}i\\x00{1,3}d|f\\x00{1,3}a\\x00{1,3}c\\x00{1,3}e\\x00{1,3}t)",
            Pattern.CASE_INSENSITIVE);

    private final String bytes;
    private final int markBytes;

    private FileHead(String bytes, int markBytes) {
        this.bytes = bytes;
        this.markBytes = markBytes;
    }

    /** The head of what the buffer holds, at most this many bytes behind leading blanks; the buffer stays as it is. */
    static FileHead of(ByteBuffer buffer, int atMost) {
        int start = buffer.position();
        boolean marked = buffer.remaining() >= UTF8_MARK.length
                && buffer.get(start) == UTF8_MARK[0]
                && buffer.get(start + 1) == UTF8_MARK[1]
                && buffer.get(start + 2) == UTF8_MARK[2];
        int mark = marked ? UTF8_MARK.length : 0;
        int from = start + mark;
        while (from < buffer.limit() && isBlank(buffer.get(from))) {
            from++;
        }
        byte[] head = new byte[Math.min(buffer.limit() - from, atMost)];
        buffer.duplicate().position(from).get(head);
        // Latin-1 keeps each byte as one character.
        return new FileHead(new String(head, StandardCharsets.ISO_8859_1), mark);
    }

    static boolean isBlank(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }

    /** The bytes of a UTF-8 byte order mark at the start. */
    int markBytes() {
        return markBytes;
    }

    /** Whether there are no control characters but blanks; bytes above 127 occur in text of many encodings. */
    boolean isText() {
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            if (c < ' ' && (c < '\t' || c > '\r')) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has the words of text STL, whatever else is in it. */
    boolean hasFacetWords() {
        String text = bytes.toLowerCase(Locale.ROOT);
        return text.contains("facet") && text.contains("vertex");
    }

    /** Whether the first word, in any case, is one of these, which are given in lower case. */
    boolean startsWithWord(String... words) {
        for (String word : words) {
            boolean ends = bytes.length() == word.length()
                    || (bytes.length() > word.length() && bytes.charAt(word.length()) <= ' ');
            if (ends && bytes.regionMatches(true, 0, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** What else the file looks like, with its article; null if it may well be binary STL. */
    @Nullable
    String otherKind() {
        String binary = binaryKind();
        if (binary != null || !isText()) {
            return binary;
        }
        String text = bytes.toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.contains("<html")) {
            return "an HTML page, perhaps an error page in place of the download";
        } else if (text.startsWith("<")) {
            return text.contains("<amf") ? "an AMF file; export it as STL" : "an XML file";
        } else if (text.startsWith("{") || text.startsWith("[")) {
            return "JSON";
        } else if (text.startsWith("ply")) {
            return "a PLY file; export it as STL";
        } else if (startsWithWord("off", "coff")) {
            return "an OFF file; export it as STL";
        } else if (text.startsWith("iso-10303-21")) {
            return "a STEP file; export it as STL";
        } else if (text.startsWith("%pdf")) {
            return "a PDF document";
        } else if (isObj()) {
            return "an OBJ file; export it as STL";
        } else if (isGcode()) {
            return "G-code, which is made from a mesh and is none";
        }
        return "text, but does not begin with \"solid\"";
    }

    private @Nullable String binaryKind() {
        if (bytes.startsWith("PK\3\4") || bytes.startsWith("PK\5\6")) {
            boolean threeMf = bytes.contains("3D/") || bytes.contains("[Content_Types].xml");
            return threeMf
                    ? "a 3MF file (a ZIP archive); export it as STL"
                    : "a ZIP archive, such as 3MF; unpack it, or export it as STL";
        } else if (bytes.startsWith("\u001f\u008b")) {
            return "a gzip archive; unpack it first";
        } else if (bytes.startsWith("Rar!") || bytes.startsWith("7z\u00bc\u00af")) {
            return "an archive; unpack it first";
        } else if (bytes.startsWith("%PDF")) {
            return "a PDF document";
        } else if (bytes.startsWith("\u0089PNG")
                || bytes.startsWith("\u00ff\u00d8\u00ff")
                || bytes.startsWith("GIF8")) {
            return "a picture";
        } else if (bytes.startsWith("glTF")) {
            return "a glTF file; export it as STL";
        } else if (bytes.startsWith("GCDE")) {
            return "binary G-code, which is made from a mesh and is none";
        } else if (bytes.startsWith("\u00ff\u00fe") || bytes.startsWith("\u00fe\u00ff") || isWideText()) {
            return "text in UTF-16; save it as ASCII or UTF-8";
        }
        return null;
    }

    /** Whether it is text STL with zeros between its characters, though without a byte order mark. */
    private boolean isWideText() {
        return WIDE_WORD.matcher(bytes).lookingAt() && new FileHead(bytes.replace("\0", ""), 0).hasFacetWords();
    }

    private boolean isObj() {
        return linesLike("(v|vn|vt|f|o|g|s|mtllib|usemtl)\\s.*", "#.*");
    }

    private boolean isGcode() {
        return linesLike("[gGmMtTnN]\\d+.*", ";.*");
    }

    /** Whether most lines are statements or comments of a format, and the first one is either. */
    private boolean linesLike(String statement, String comment) {
        int like = 0;
        int others = 0;
        for (String line : bytes.split("[\r\n]+", -1)) {
            String stripped = line.strip();
            if (stripped.matches(statement) || stripped.matches(comment)) {
                like++;
            } else if (like == 0 && !stripped.isEmpty()) {
                return false;
            } else if (!stripped.isEmpty()) {
                others++;
            }
        }
        return like > others;
    }
}
