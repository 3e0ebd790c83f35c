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
        if (starts(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return "image/png";
        } else if (starts(bytes, 0, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        } else if (starts(bytes, 0, 'G', 'I', 'F', '8', '7', 'a') || starts(bytes, 0, 'G', 'I', 'F', '8', '9', 'a')) {
            return "image/gif";
        } else if (starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P')) {
            return "image/webp";
        }
        throw new IllegalArgumentException("The image " + what + " is " + found(bytes)
                + ": models read PNG, JPEG, GIF and WebP, so convert it to one of those");
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
        if (starts(bytes, 0, 'B', 'M')) {
            return "a BMP picture";
        } else if (starts(bytes, 0, 'I', 'I', '*', 0) || starts(bytes, 0, 'M', 'M', 0, '*')) {
            return "a TIFF picture";
        } else if (starts(bytes, 4, 'f', 't', 'y', 'p')) {
            return "a HEIC or AVIF picture, or a video";
        } else if (starts(bytes, 0, '%', 'P', 'D', 'F')) {
            return "a PDF document";
        } else if (starts(bytes, 0, 'P', 'K', 3, 4)) {
            return "a ZIP archive";
        }
        String start = new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.UTF_8).stripLeading();
        return start.startsWith("<") ? "a text in angle brackets, such as SVG or HTML" : null;
    }

    private static boolean starts(byte[] bytes, int offset, int... magic) {
        if (bytes.length < offset + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[offset + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
