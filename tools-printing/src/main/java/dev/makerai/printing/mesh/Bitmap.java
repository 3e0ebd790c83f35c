package dev.makerai.printing.mesh;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A black-and-white picture: a region of one layer, pixel by pixel. */
final class Bitmap {
    private final int width;
    private final int height;
    /** Words of 64 pixels a row. */
    private final int stride;

    private final long[] words;

    Bitmap(int width, int height) {
        this.width = width;
        this.height = height;
        this.stride = (width + 63) >>> 6;
        this.words = new long[stride * height];
    }

    private Bitmap(Bitmap like, long[] words) {
        this.width = like.width;
        this.height = like.height;
        this.stride = like.stride;
        this.words = words;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean get(int x, int y) {
        return (words[y * stride + (x >>> 6)] >>> x & 1) != 0;
    }

    /** Whether a pixel is set; those outside are not. */
    boolean has(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && get(x, y);
    }

    void set(int x, int y) {
        words[y * stride + (x >>> 6)] |= 1L << x;
    }

    /** Makes a row the same as another one. */
    void copyRow(int from, int to) {
        System.arraycopy(words, from * stride, words, to * stride, stride);
    }

    Bitmap copy() {
        return new Bitmap(this, words.clone());
    }

    /** Adds another region, if there is one. */
    void add(@Nullable Bitmap other) {
        if (other != null) {
            for (int i = 0; i < words.length; i++) {
                words[i] |= other.words[i];
            }
        }
    }

    /** Takes another region away, if there is one. */
    void remove(@Nullable Bitmap other) {
        if (other != null) {
            for (int i = 0; i < words.length; i++) {
                words[i] &= ~other.words[i];
            }
        }
    }

    /** Keeps only what lies in another region too. */
    void keep(Bitmap other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= other.words[i];
        }
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** How many pixels are set. */
    long count() {
        long count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    boolean sameAs(Bitmap other) {
        return Arrays.equals(words, other.words);
    }

    /**
     * The length of all contours, in pixels, within a few per cent: from how often straight lines in four directions
     * cross them (Crofton). The outermost pixels must be clear.
     */
    double contourLength() {
        long straight = 0;
        long diagonal = 0;
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < stride; i++) {
                long here = word(i, y);
                long right = here >>> 1 | word(i + 1, y) << 63;
                long below = word(i, y + 1);
                long belowRight = below >>> 1 | word(i + 1, y + 1) << 63;
                straight += Long.bitCount(here ^ right) + Long.bitCount(here ^ below);
                diagonal += Long.bitCount(here ^ belowRight) + Long.bitCount(right ^ below);
            }
        }
        return Math.PI / 8 * (straight + diagonal / Math.sqrt(2));
    }

    private long word(int i, int y) {
        return i < stride && y < height ? words[y * stride + i] : 0;
    }
}
