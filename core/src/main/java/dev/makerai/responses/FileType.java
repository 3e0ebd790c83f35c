package dev.makerai.responses;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the kind of a document by its name and its bytes. */
final class FileType {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    /** Documents that are ZIP archives. */
    private static final Map<String, String> ZIPPED = Map.of(
            "docx", OFFICE + "wordprocessingml.document",
            "pptx", OFFICE + "presentationml.presentation",
            "xlsx", OFFICE + "spreadsheetml.sheet",
            "odt", "application/vnd.oasis.opendocument.text");

    /** Documents in Microsoft's older container. */
    private static final Map<String, String> COMPOUND = Map.of(
            "doc", "application/msword",
            "ppt", "application/vnd.ms-powerpoint",
            "xls", "application/vnd.ms-excel");

    /** Texts that the service treats in their own way; any other is plain. */
    private static final Map<String, String> TEXTS = Map.of(
            "csv", "text/csv",
            "tsv", "text/tab-separated-values",
            "json", "application/json",
            "html", "text/html",
            "htm", "text/html",
            "xml", "text/xml",
            "md", "text/markdown");

    private FileType() {}

    /**
     * The media type.
     *
     * @param bytes the whole document
     * @param filename its name
     * @param what names it in an error
     * @throws IllegalArgumentException if models do not read such a document, saying what was found
     */
    static String of(byte[] bytes, String filename, String what) {
        SoundType.refuse(bytes, filename, "file", what);
        if (bytes.length == 0) {
            throw new IllegalArgumentException("The file " + what + " is empty");
        }
        if (ImageType.find(bytes) != null) {
            throw new IllegalArgumentException(
                    "The file " + what + " is a picture: send it as one, with InputImage.of(…) or Prompt.image(…)");
        }
        String extension = filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = find(bytes, extension);
        if (type == null) {
            throw new IllegalArgumentException("The file " + what + " is " + found(bytes, extension)
                    + ": models read PDF, DOCX, PPTX, XLSX, DOC, PPT, XLS, ODT, RTF and text in UTF-8, so convert it to"
                    + " one of those, and give it the extension that belongs to it");
        }
        return type;
    }

    private static @Nullable String find(byte[] bytes, String extension) {
        if (Magic.at(bytes, 0, "%PDF-")) {
            return "application/pdf";
        } else if (isZip(bytes)) {
            return ZIPPED.get(extension);
        } else if (isCompound(bytes)) {
            return COMPOUND.get(extension);
        } else if (Magic.at(bytes, 0, "{\\rtf")) {
            return "application/rtf";
        }
        return isText(bytes) ? TEXTS.getOrDefault(extension, "text/plain") : null;
    }

    private static String found(byte[] bytes, String extension) {
        if (isZip(bytes)) {
            return "a ZIP archive with the extension \"" + extension + "\"";
        } else if (isCompound(bytes)) {
            return "an older Office document with the extension \"" + extension + "\"";
        }
        return "of an unknown kind that begins with the bytes " + HEX.formatHex(bytes, 0, Math.min(8, bytes.length));
    }

    private static boolean isZip(byte[] bytes) {
        return Magic.at(bytes, 0, 'P', 'K', 3, 4);
    }

    private static boolean isCompound(byte[] bytes) {
        return Magic.at(bytes, 0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    }

    /** Whether this is UTF-8 without the character 0, which no text has and most other files have. */
    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CharBuffer piece = CharBuffer.allocate(8192);
        CoderResult result;
        do {
            piece.clear();
            result = decoder.decode(rest, piece, true);
        } while (result.isOverflow());
        return !result.isError();
    }
}
