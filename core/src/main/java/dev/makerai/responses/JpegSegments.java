package dev.makerai.responses;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A JPEG file as the segments of ITU-T T.81, annex B. What it takes to draw the picture is copied; other segments, and
 * whatever stands behind the end of the picture, are left out.
 */
final class JpegSegments {
    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int FIRST_FRAME = 0xc0;
    private static final int RESTART_INTERVAL = 0xdd;

    /** Marker, length, name, version, unit, two densities, and the preview's two sizes, which come last. */
    private static final int JFIF_BYTES = 18;

    private final byte[] in;
    private final ByteArrayOutputStream out;
    private boolean oriented;

    private JpegSegments(byte[] in, ByteArrayOutputStream out) {
        this.in = in;
        this.out = out;
    }

    static void copy(byte[] bytes, ByteArrayOutputStream out) {
        new JpegSegments(bytes, out).copy();
    }

    private void copy() {
        out.write(0xff);
        out.write(START_OF_IMAGE);
        int at = 2;
        while (at < in.length) {
            if ((in[at] & 0xff) != 0xff || at + 1 == in.length) {
                throw PictureMetadata.broken("JPEG", at);
            }
            int marker = in[at + 1] & 0xff;
            if (marker == 0xff) {
                // Any number of FF may fill the room before a marker.
                at++;
            } else if (marker == END_OF_IMAGE) {
                out.write(in, at, 2);
                return;
            } else {
                at = segment(at, marker);
            }
        }
        // Some cameras forget the end, and readers take such pictures.
    }

    private int segment(int at, int marker) {
        if (at + 4 > in.length) {
            throw PictureMetadata.broken("JPEG", at);
        }
        int end = at + 2 + ((in[at + 2] & 0xff) << 8 | in[at + 3] & 0xff);
        if (end < at + 4 || end > in.length) {
            throw PictureMetadata.broken("JPEG", at);
        }
        if (marker == START_OF_SCAN) {
            end = endOfScan(end);
        }
        if (marker == APP0 && Magic.at(in, at + 4, "JFIF\0") && end - at >= JFIF_BYTES) {
            header(at);
        } else if (isNeeded(at, marker)) {
            out.write(in, at, end - at);
        } else if (marker == APP1 && Magic.at(in, at + 4, "Exif") && !oriented) {
            orient(Orientation.read(in, at + 10, end));
        }
        return end;
    }

    /** The JFIF header, which gives the size of the dots, without the small preview that may follow it. */
    private void header(int at) {
        byte[] header = Arrays.copyOfRange(in, at, at + JFIF_BYTES);
        header[2] = 0;
        header[3] = JFIF_BYTES - 2;
        header[JFIF_BYTES - 2] = 0;
        header[JFIF_BYTES - 1] = 0;
        out.writeBytes(header);
    }

    /** Colours depend on the profile in APP2 and on Adobe's mark in APP14. */
    private boolean isNeeded(int at, int marker) {
        return switch (marker) {
            case APP2 -> Magic.at(in, at + 4, "ICC_PROFILE\0");
            case APP14 -> Magic.at(in, at + 4, "Adobe");
            // Frames and tables: all else may hold what nobody sees.
            default -> marker >= FIRST_FRAME && marker <= RESTART_INTERVAL;
        };
    }

    private void orient(int orientation) {
        oriented = true;
        if (orientation != Orientation.UPRIGHT) {
            byte[] tiff = Orientation.tiff(orientation);
            int length = 2 + 6 + tiff.length;
            out.writeBytes(new byte[] {(byte) 0xff, (byte) APP1, (byte) (length >> 8), (byte) length});
            out.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
            out.writeBytes(tiff);
        }
    }

    /** Where the coded data end: at an FF that is neither part of them (FF 00) nor a restart mark (FF D0 to FF D7). */
    private int endOfScan(int start) {
        for (int at = start; at + 1 < in.length; at++) {
            int next = in[at + 1] & 0xff;
            if ((in[at] & 0xff) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                return at;
            }
        }
        return in.length;
    }
}
