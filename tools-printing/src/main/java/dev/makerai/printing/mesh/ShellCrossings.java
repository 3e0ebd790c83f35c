package dev.makerai.printing.mesh;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which shells cross each other. Only facets that lie where the boxes of two shells overlap are looked at, and only
 * those that share a cell of a grid are compared, so for common meshes this takes about as long as reading them.
 */
final class ShellCrossings {
    /** Pairs of facets whose boxes are compared: half a second's work. */
    private static final long MOST_WORK = 100_000_000;

    /** What comparing two facets takes, measured in comparing their boxes. */
    private static final int FACET_WORK = 10;

    /** Bounds the memory: about 50 bytes a facet. */
    private static final int MOST_FACETS = 2_000_000;

    private final IndexedMesh mesh;
    private final List<Shell> shells;
    private final FacetCrossing crossing;
    /** Where other shells' boxes overlap that of each shell: three lower bounds a shell, and three upper ones. */
    private final double[] low;

    private final double[] high;
    private int[] facets = new int[64];
    private int[] owners = new int[64];
    private int count;
    private final BitSet crossed = new BitSet();
    private long work;

    private ShellCrossings(IndexedMesh mesh, List<Shell> shells, double tolerance) {
        this.mesh = mesh;
        this.shells = shells;
        this.crossing = new FacetCrossing(mesh, tolerance);
        this.low = new double[3 * shells.size()];
        this.high = new double[3 * shells.size()];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
    }

    /**
     * @param shells in the order of their boxes along X, at most {@link ShellNesting#MOST_SHELLS}
     * @param tolerance what rounding may push one facet through another, in mm
     */
    static ShellCrossings of(IndexedMesh mesh, List<Shell> shells, double tolerance) {
        ShellCrossings crossings = new ShellCrossings(mesh, shells, tolerance);
        ShellNesting.forEachPair(shells, (i, j) -> {
            crossings.extend(i, shells.get(j).box());
            crossings.extend(j, shells.get(i).box());
            return true;
        });
        crossings.gather();
        if (crossings.count > 0 && crossings.isComplete()) {
            FacetGrid grid = FacetGrid.of(
                    mesh, crossings.facets, crossings.count, crossings.low, crossings.high, crossings.owners);
            grid.forEachCell(crossings::compare);
        }
        return crossings;
    }

    /** Adds what another box has in common with a shell's own. */
    private void extend(int shell, BoundingBox other) {
        BoundingBox own = shells.get(shell).box();
        extend(3 * shell, Math.max(own.minX(), other.minX()), Math.min(own.maxX(), other.maxX()));
        extend(3 * shell + 1, Math.max(own.minY(), other.minY()), Math.min(own.maxY(), other.maxY()));
        extend(3 * shell + 2, Math.max(own.minZ(), other.minZ()), Math.min(own.maxZ(), other.maxZ()));
    }

    private void extend(int at, double from, double to) {
        low[at] = Math.min(low[at], from);
        high[at] = Math.max(high[at], to);
    }

    private void gather() {
        for (int shell = 0; shell < shells.size(); shell++) {
            if (low[3 * shell] > high[3 * shell]) {
                continue;
            }
            for (int facet : shells.get(shell).facets()) {
                if (!reaches(facet, shell)) {
                    continue;
                }
                if (count == MOST_FACETS) {
                    work = MOST_WORK;
                    return;
                }
                if (count == facets.length) {
                    facets = Arrays.copyOf(facets, 2 * count);
                    owners = Arrays.copyOf(owners, 2 * count);
                }
                facets[count] = facet;
                owners[count++] = shell;
            }
        }
    }

    /** Whether a facet's box reaches into the part of its shell's box that others share. */
    private boolean reaches(int facet, int shell) {
        for (int axis = 0; axis < 3; axis++) {
            if (mesh.lowest(facet, axis) > high[3 * shell + axis]
                    || mesh.highest(facet, axis) < low[3 * shell + axis]) {
                return false;
            }
        }
        return true;
    }

    /** Compares the facets of a cell, in the order of their shells. @return false if that was too much */
    private boolean compare(int[] entries, int from, int to) {
        if (owners[entries[from]] == owners[entries[to - 1]]) {
            return true;
        }
        for (int start = from; start < to; ) {
            int end = endOfShell(entries, start, to);
            for (int next = end; next < to; ) {
                int nextEnd = endOfShell(entries, next, to);
                compare(entries, start, end, next, nextEnd);
                next = nextEnd;
            }
            start = end;
        }
        return isComplete();
    }

    private int endOfShell(int[] entries, int from, int to) {
        int end = from + 1;
        while (end < to && owners[entries[end]] == owners[entries[from]]) {
            end++;
        }
        return end;
    }

    private void compare(int[] entries, int from, int to, int otherFrom, int otherTo) {
        int pair = pair(owners[entries[from]], owners[entries[otherFrom]]);
        for (int i = from; i < to && isComplete() && !crossed.get(pair); i++) {
            int facet = facets[entries[i]];
            work += otherTo - otherFrom;
            for (int j = otherFrom; j < otherTo; j++) {
                int other = facets[entries[j]];
                if (boxesMeet(facet, other)) {
                    work += FACET_WORK;
                    if (crossing.cross(facet, other)) {
                        crossed.set(pair);
                        break;
                    }
                }
            }
        }
    }

    private boolean boxesMeet(int facet, int other) {
        for (int axis = 0; axis < 3; axis++) {
            if (mesh.lowest(facet, axis) > mesh.highest(other, axis)
                    || mesh.lowest(other, axis) > mesh.highest(facet, axis)) {
                return false;
            }
        }
        return true;
    }

    private int pair(int first, int second) {
        return Math.min(first, second) * shells.size() + Math.max(first, second);
    }

    /** Whether two shells cross, by their places in the list. */
    boolean cross(int first, int second) {
        return crossed.get(pair(first, second));
    }

    /** Whether all was looked at; some that cross may not be known otherwise. */
    boolean isComplete() {
        return work < MOST_WORK;
    }
}
