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

    /** The region with all that lies within a radius of it, in pixels from middle to middle. */
    Bitmap grown(double radius) {
        int reach = (int) Math.min(radius, (double) width + height);
        // How far a row of the disc goes to each side, by its distance from the middle row.
        int[] half = new int[reach + 1];
        for (int dy = 0; dy <= reach; dy++) {
            half[dy] = (int) Math.sqrt(radius * radius - dy * dy);
        }
        Bitmap grown = new Bitmap(width, height);
        long[] row = new long[stride];
        for (int y = 0; y < height; y++) {
            System.arraycopy(words, y * stride, row, 0, stride);
            if (isZero(row)) {
                continue;
            }
            int wide = 0;
            for (int dy = reach; dy >= 0; dy--) {
                for (; wide < half[dy]; wide++) {
                    spread(row);
                }
                grown.addRow(row, y - dy);
                grown.addRow(row, y + dy);
            }
        }
        grown.clearBeyondWidth();
        return grown;
    }

    /** The region without what lies within a radius of its outside, in pixels; the outermost pixels must be clear. */
    Bitmap shrunk(double radius) {
        Bitmap outside = new Bitmap(width, height);
        for (int i = 0; i < words.length; i++) {
            outside.words[i] = ~words[i];
        }
        outside.clearBeyondWidth();
        Bitmap shrunk = copy();
        shrunk.remove(outside.grown(radius));
        return shrunk;
    }

    /** Sets the neighbours left and right of each set pixel. */
    private static void spread(long[] row) {
        long before = 0;
        for (int i = 0; i < row.length; i++) {
            long here = row[i];
            long after = i + 1 < row.length ? row[i + 1] : 0;
            row[i] = here | here << 1 | before >>> 63 | here >>> 1 | after << 63;
            before = here;
        }
    }

    private static boolean isZero(long[] row) {
        for (long word : row) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    private void addRow(long[] row, int y) {
        if (y >= 0 && y < height) {
            for (int i = 0; i < stride; i++) {
                words[y * stride + i] |= row[i];
            }
        }
    }

    private void clearBeyondWidth() {
        if ((width & 63) != 0) {
            for (int i = stride - 1; i < words.length; i += stride) {
                words[i] &= (1L << width) - 1;
            }
        }
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
