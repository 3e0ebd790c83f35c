package dev.makerai.responses;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tells the kind of a picture by its first bytes. */
final class ImageType {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private ImageType() {}

    /**
     * The media type.
     *
     * @param bytes the whole picture
     * @param what names the picture in an error
     * @throws IllegalArgumentException if models do not read such a picture, saying what was found
     */
    static String of(byte[] bytes, String what) {
        String type = find(bytes);
        if (type != null) {
            return type;
        }
        SoundType.refuse(bytes, what, "image", what);
        throw new IllegalArgumentException("The image " + what + " is " + found(bytes)
                + ": models read PNG, JPEG, GIF and WebP, so convert it to one of those");
    }

    /** The media type, or null if this is no picture that models read. */
    static @Nullable String find(byte[] bytes) {
        if (Magic.at(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return "image/png";
        } else if (Magic.at(bytes, 0, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        } else if (Magic.at(bytes, 0, "GIF87a") || Magic.at(bytes, 0, "GIF89a")) {
            return "image/gif";
        } else if (Magic.at(bytes, 0, "RIFF") && Magic.at(bytes, 8, "WEBP")) {
            return "image/webp";
        }
        return null;
    }

    private static String found(byte[] bytes) {
        if (bytes.length == 0) {
            return "empty";
        }
        String known = known(bytes);
        return known != null
                ? known
                : "of an unknown kind that begins with the bytes " + HEX.formatHex(bytes, 0, Math.min(8, bytes.length));
    }

    private static @Nullable String known(byte[] bytes) {
        if (Magic.at(bytes, 0, "BM")) {
            return "a BMP picture";
        } else if (Magic.at(bytes, 0, 'I', 'I', '*', 0) || Magic.at(bytes, 0, 'M', 'M', 0, '*')) {
            return "a TIFF picture";
        } else if (Magic.at(bytes, 4, "ftyp")) {
            return "a HEIC or AVIF picture, or a video";
        } else if (Magic.at(bytes, 0, "%PDF")) {
            return "a PDF document, which InputFile.of(…) takes";
        } else if (Magic.at(bytes, 0, 'P', 'K', 3, 4)) {
            return "a ZIP archive";
        }
        String start = new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.UTF_8).stripLeading();
        return start.startsWith("<") ? "a text in angle brackets, such as SVG or HTML" : null;
    }
}
