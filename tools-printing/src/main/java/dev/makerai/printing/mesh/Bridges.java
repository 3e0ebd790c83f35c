package dev.makerai.printing.mesh;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds overhangs that a slicer prints as bridges, which need no support, however long. Not for several threads.
 *
 * <p>The rules are those that PrusaSlicer 2.5 seems to follow: a piece that the layer below holds at two ends needs
 * support only where lines between these ends would end in the air, and one that is held at one side needs it only along
 * its free edge.
 */
final class Bridges {
    /** Directions in which lines are tried, over a half turn. */
    private static final int DIRECTIONS = 12;

    /** Free edges are supported this far inwards, in mm. */
    private static final double FREE_EDGE_MM = 1.5;

    private final LayerGrid grid;
    private final PrintSettings settings;
    private final double wallWidth;
    /** The number of the piece that each pixel belongs to, from 1; 0 for none. */
    private final int[] pieces;

    private final int[] front;
    private int count;

    /** @param wallWidth how far walls reach inwards, in mm */
    Bridges(LayerGrid grid, PrintSettings settings, double wallWidth) {
        this.grid = grid;
        this.settings = settings;
        this.wallWidth = wallWidth;
        this.pieces = new int[grid.columns() * grid.rows()];
        this.front = new int[grid.columns() * grid.rows()];
    }

    /** What of a layer needs no support though nothing is below it; null if nothing. */
    @Nullable
    Bitmap of(Layer layer, Layer below) {
        Bitmap hanging = layer.part().copy();
        hanging.remove(below.part());
        Bitmap filled = hanging.copy();
        filled.keep(layer.inside());
        if (filled.isEmpty()) {
            return null;
        }
        // Lines of the filling reach half a line further than their middles do.
        Bitmap reached = layer.inside().grown(settings.lineWidthMm() / 2 / grid.pixel());
        filled = hanging.copy();
        filled.keep(reached);
        Bitmap anchors = below.part().copy();
        anchors.keep(reached);
        number(filled);
        Bitmap held = new Bitmap(grid.columns(), grid.rows());
        Bitmap free = new Bitmap(grid.columns(), grid.rows());
        find(anchors, held, free);
        if (held.isEmpty()) {
            return null;
        }
        double walls = (wallWidth + settings.lineWidthMm()) / grid.pixel();
        Bitmap bridged = held.grown(walls);
        bridged.keep(hanging);
        if (!free.isEmpty()) {
            bridged.remove(free.grown(walls + FREE_EDGE_MM / grid.pixel()));
        }
        return bridged.isEmpty() ? null : bridged;
    }

    /** Gives the connected pieces of a region numbers. */
    private void number(Bitmap region) {
        Arrays.fill(pieces, 0);
        count = 0;
        for (int y = 0; y < grid.rows(); y++) {
            for (int x = 0; x < grid.columns(); x++) {
                if (region.get(x, y) && pieces[y * grid.columns() + x] == 0) {
                    count++;
                    flood(region, x, y);
                }
            }
        }
    }

    private void flood(Bitmap region, int startX, int startY) {
        int size = visit(region, startX, startY, 0);
        while (size > 0) {
            int at = front[--size];
            int x = at % grid.columns();
            int y = at / grid.columns();
            size = visit(region, x - 1, y, size);
            size = visit(region, x + 1, y, size);
            size = visit(region, x, y - 1, size);
            size = visit(region, x, y + 1, size);
        }
    }

    private int visit(Bitmap region, int x, int y, int size) {
        if (!region.has(x, y) || pieces[y * grid.columns() + x] != 0) {
            return size;
        }
        pieces[y * grid.columns() + x] = count;
        front[size] = y * grid.columns() + x;
        return size + 1;
    }

    /** Finds the pieces that the layer below holds, and where they are free. */
    private void find(Bitmap anchors, Bitmap held, Bitmap free) {
        BridgeLines lines = new BridgeLines(pieces, anchors);
        long[] most = new long[count + 1];
        int[] best = new int[count + 1];
        Arrays.fill(best, -1);
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            long[] length = new long[count + 1];
            lines.draw(
                    angle(direction),
                    (piece, first, last, pixels, firstHeld, lastHeld) ->
                            length[piece] += firstHeld && lastHeld ? pixels : 0);
            for (int piece = 1; piece <= count; piece++) {
                if (length[piece] > most[piece]) {
                    most[piece] = length[piece];
                    best[piece] = direction;
                }
            }
        }
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            int wanted = direction;
            if (Arrays.stream(best).anyMatch(found -> found == wanted)) {
                lines.draw(angle(direction), (piece, first, last, pixels, firstHeld, lastHeld) -> {
                    if (best[piece] == wanted) {
                        set(free, first, !firstHeld);
                        set(free, last, !lastHeld);
                    }
                });
            }
        }
        addHeldAtOneSide(anchors, best, held, free);
    }

    private static double angle(int direction) {
        return Math.PI * direction / DIRECTIONS;
    }

    private void set(Bitmap bitmap, int pixel, boolean wanted) {
        if (wanted) {
            bitmap.set(pixel % grid.columns(), pixel / grid.columns());
        }
    }

    /** Adds the pieces that are held, and the free edges of those that are held at one side only. */
    private void addHeldAtOneSide(Bitmap anchors, int[] best, Bitmap held, Bitmap free) {
        boolean[] touches = new boolean[count + 1];
        for (int at = 0; at < pieces.length; at++) {
            touches[pieces[at]] |= pieces[at] > 0 && touches(anchors, at);
        }
        for (int at = 0; at < pieces.length; at++) {
            int piece = pieces[at];
            if (piece > 0 && (best[piece] >= 0 || touches[piece])) {
                set(held, at, true);
                set(free, at, best[piece] < 0 && isEdge(at) && !touches(anchors, at));
            }
        }
    }

    private boolean touches(Bitmap anchors, int at) {
        int x = at % grid.columns();
        int y = at / grid.columns();
        return anchors.has(x - 1, y) || anchors.has(x + 1, y) || anchors.has(x, y - 1) || anchors.has(x, y + 1);
    }

    /** Whether a pixel has a neighbour outside of its piece; the outermost pixels of the grid are in none. */
    private boolean isEdge(int at) {
        return pieces[at - 1] == 0
                || pieces[at + 1] == 0
                || pieces[at - grid.columns()] == 0
                || pieces[at + grid.columns()] == 0;
    }
}
