package dev.makerai.responses;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * A WebP file as the chunks of its RIFF container, written anew without EXIF, XMP and anything unknown, and without
 * what stands behind the container.
 */
final class WebpChunks {
    private static final int HEADER_BYTES = 12;
    /** What the chunk VP8X has. */
    private static final int HEADER_OF_MORE_BYTES = 10;

    /** Where a frame stands, its size, how long it is shown, and how it is mixed with the one before. */
    private static final int FRAME_BYTES = 16;

    private static final int HAS_EXIF = 0x08;
    private static final int HAS_XMP = 0x04;
    private static final Set<String> NEEDED = Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ICCP");
    private static final Set<String> NEEDED_IN_FRAMES = Set.of("VP8 ", "VP8L", "ALPH");

    private WebpChunks() {}

    static void copy(byte[] in, ByteArrayOutputStream out) {
        long size = HEADER_BYTES - 4 + (intAt(in, 4) & 0xffffffffL);
        int end = (int) Math.min(in.length, size);
        if (end < HEADER_BYTES + 8) {
            throw PictureMetadata.broken("WebP", end);
        }
        int orientation = orientation(in, end);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(in.length);
        int next;
        for (int at = HEADER_BYTES; at < end; at = next) {
            next = next(in, at, end);
            String name = name(in, at);
            int length = intAt(in, at + 4);
            if (name.equals("VP8X") && length >= HEADER_OF_MORE_BYTES) {
                byte[] header = Arrays.copyOfRange(in, at + 8, at + 8 + HEADER_OF_MORE_BYTES);
                header[0] &= (byte) ~(HAS_XMP | HAS_EXIF);
                header[0] |= (byte) (orientation == Orientation.UPRIGHT ? 0 : HAS_EXIF);
                write(name, header, chunks);
            } else if (name.equals("ANMF") && length >= FRAME_BYTES) {
                write(name, frame(in, at + 8, at + 8 + length), chunks);
            } else if (NEEDED.contains(name)) {
                chunks.write(in, at, 8 + length);
                pad(length, chunks);
            }
        }
        if (orientation != Orientation.UPRIGHT) {
            write("EXIF", Orientation.tiff(orientation), chunks);
        }
        out.writeBytes("RIFF".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(little(4 + chunks.size()));
        out.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(chunks.toByteArray());
    }

    /** A picture of an animation, which is made of chunks itself. */
    private static byte[] frame(byte[] in, int start, int end) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(end - start);
        frame.write(in, start, FRAME_BYTES);
        int next;
        for (int at = start + FRAME_BYTES; at < end; at = next) {
            next = next(in, at, end);
            if (NEEDED_IN_FRAMES.contains(name(in, at))) {
                int length = intAt(in, at + 4);
                frame.write(in, at, 8 + length);
                pad(length, frame);
            }
        }
        return frame.toByteArray();
    }

    private static int orientation(byte[] in, int end) {
        int next;
        for (int at = HEADER_BYTES; at < end; at = next) {
            next = next(in, at, end);
            if (name(in, at).equals("EXIF")) {
                // Some programs put JPEG's mark before the structure.
                int start = at + 8 + (Magic.at(in, at + 8, "Exif") ? 6 : 0);
                return Orientation.read(in, start, at + 8 + intAt(in, at + 4));
            }
        }
        return Orientation.UPRIGHT;
    }

    /** Where the next chunk begins; lengths are rounded up to even numbers. */
    private static int next(byte[] in, int at, int end) {
        if (at + 8 > end) {
            throw PictureMetadata.broken("WebP", at);
        }
        int length = intAt(in, at + 4);
        if (length < 0 || length > end - at - 8) {
            throw PictureMetadata.broken("WebP", at);
        }
        return at + 8 + length + (length & 1);
    }

    private static void write(String name, byte[] content, ByteArrayOutputStream out) {
        out.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(little(content.length));
        out.writeBytes(content);
        pad(content.length, out);
    }

    private static void pad(int length, ByteArrayOutputStream out) {
        if ((length & 1) == 1) {
            out.write(0);
        }
    }

    private static String name(byte[] in, int at) {
        return new String(in, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static int intAt(byte[] in, int at) {
        return ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
