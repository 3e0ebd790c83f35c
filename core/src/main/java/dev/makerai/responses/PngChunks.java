package dev.makerai.responses;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A PNG file as its chunks. Those that a reader needs, and those that say how to show the picture, are copied; texts,
 * times, EXIF and anything unknown are left out, as is what stands behind the end of the picture.
 */
final class PngChunks {
    private static final int SIGNATURE_BYTES = 8;

    private static final Set<String> NEEDED = Set.of(
            "IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD",
            "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");

    /** The last chunk, which is empty. */
    private static final byte[] END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};

    private PngChunks() {}

    static void copy(byte[] in, ByteArrayOutputStream out) {
        out.write(in, 0, SIGNATURE_BYTES);
        int at = SIGNATURE_BYTES;
        boolean oriented = false;
        while (at < in.length) {
            if (at + 12 > in.length) {
                throw PictureMetadata.broken("PNG", at);
            }
            int length = ByteBuffer.wrap(in, at, 4).getInt();
            if (length < 0 || length > in.length - at - 12) {
                throw PictureMetadata.broken("PNG", at);
            }
            String name = new String(in, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (name.equals("IEND")) {
                out.writeBytes(END);
                return;
            } else if (NEEDED.contains(name)) {
                out.write(in, at, length + 12);
            } else if (Character.isUpperCase(name.charAt(0))) {
                // Without it no reader may show the picture, and nobody knows what is in it.
                throw PictureMetadata.broken("PNG", at);
            } else if (name.equals("eXIf") && !oriented) {
                oriented = true;
                orient(Orientation.read(in, at + 8, at + 8 + length), out);
            }
            at += length + 12;
        }
        throw PictureMetadata.broken("PNG", at);
    }

    private static void orient(int orientation, ByteArrayOutputStream out) {
        if (orientation != Orientation.UPRIGHT) {
            byte[] tiff = Orientation.tiff(orientation);
            byte[] chunk = ByteBuffer.allocate(4 + tiff.length)
                    .put("eXIf".getBytes(StandardCharsets.ISO_8859_1))
                    .put(tiff)
                    .array();
            CRC32 crc = new CRC32();
            crc.update(chunk);
            out.writeBytes(ByteBuffer.allocate(4).putInt(tiff.length).array());
            out.writeBytes(chunk);
            out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        }
    }
}
