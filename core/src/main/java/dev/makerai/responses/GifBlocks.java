package dev.makerai.responses;

import java.io.ByteArrayOutputStream;

/**
 * A GIF file as the blocks of GIF89a. It has no EXIF, but comments and XMP in application blocks; of those only the
 * number of repetitions stays.
 */
final class GifBlocks {
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3b;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int PLAIN_TEXT = 0x01;
    private static final int APPLICATION = 0xff;

    private final byte[] in;

    private GifBlocks(byte[] in) {
        this.in = in;
    }

    static void copy(byte[] bytes, ByteArrayOutputStream out) {
        new GifBlocks(bytes).copy(out);
    }

    private void copy(ByteArrayOutputStream out) {
        int at = 13 + colours(10);
        out.write(in, 0, requireEnd(at));
        while (at < in.length) {
            int block = in[at] & 0xff;
            if (block == TRAILER) {
                out.write(TRAILER);
                return;
            }
            int end;
            boolean needed = true;
            if (block == IMAGE) {
                end = endOfData(at + 11 + colours(at + 9));
            } else if (block == EXTENSION && at + 2 < in.length) {
                end = endOfData(at + 2);
                needed = isNeeded(at);
                if (needed && in[at + 1] == (byte) APPLICATION) {
                    repetitions(at, out);
                    needed = false;
                }
            } else {
                throw PictureMetadata.broken("GIF", at);
            }
            if (needed) {
                out.write(in, at, end - at);
            }
            at = end;
        }
        throw PictureMetadata.broken("GIF", at);
    }

    private boolean isNeeded(int at) {
        return switch (in[at + 1] & 0xff) {
            case GRAPHIC_CONTROL, PLAIN_TEXT -> true;
            case APPLICATION ->
                in[at + 2] == 11 && (Magic.at(in, at + 3, "NETSCAPE2.0") || Magic.at(in, at + 3, "ANIMEXTS1.0"));
            default -> false;
        };
    }

    /** How often an animation is shown; programs write more behind it. */
    private void repetitions(int at, ByteArrayOutputStream out) {
        int loop = at + 14;
        if (in[loop] == 3 && in[loop + 1] == 1) {
            out.write(in, at, 18);
            out.write(0);
        }
    }

    /** The bytes of the colour table that a byte of flags announces. */
    private int colours(int flags) {
        int value = in[requireEnd(flags + 1) - 1];
        return (value & 0x80) == 0 ? 0 : 3 << ((value & 7) + 1);
    }

    /** Data come in pieces behind their length, up to one of length 0. */
    private int endOfData(int start) {
        int at = start;
        while (in[requireEnd(at + 1) - 1] != 0) {
            at += 1 + (in[at] & 0xff);
        }
        return at + 1;
    }

    private int requireEnd(int end) {
        if (end > in.length) {
            throw PictureMetadata.broken("GIF", in.length);
        }
        return end;
    }
}
