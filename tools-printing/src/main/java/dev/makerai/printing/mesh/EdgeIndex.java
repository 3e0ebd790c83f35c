package dev.makerai.printing.mesh;

import java.util.Arrays;

/**
 * Every edge of a mesh with the facets that use it: uses are bucketed by the edge's lower point, and sorted by the upper
 * one inside a bucket. Facets with two equal corners have no place here.
 */
final class EdgeIndex {
    private static final int SMALL = 24;
    private static final int UPPER_SHIFT = 32;
    private static final int FACET_SHIFT = 2;
    private static final long FORWARD = 1;
    private static final long MIDDLE = 2;

    /** Where each point's bucket ends. */
    private final int[] ends;
    /** The upper point, the facet, and two marks, so that sorting brings the uses of one edge together. */
    private final long[] uses;

    private EdgeIndex(int[] ends, long[] uses) {
        this.ends = ends;
        this.uses = uses;
    }

    /** Sees the edges one by one. */
    interface Visitor {
        /**
         * One edge, used {@code uses[from, to)}.
         *
         * @param lower the point with the lower number
         * @param upper the other one
         */
        void edge(int lower, int upper, long[] uses, int from, int to);
    }

    /** The facet of a use. */
    static int facet(long use) {
        return (int) use >>> FACET_SHIFT;
    }

    /** Whether the facet goes along the edge from the lower point to the upper. */
    static boolean forward(long use) {
        return (use & FORWARD) != 0;
    }

    /** Whether the edge joins the facet's lowest point with the middle one; each facet has one such edge. */
    static boolean lowestToMiddle(long use) {
        return (use & MIDDLE) != 0;
    }

    static EdgeIndex of(IndexedMesh mesh) {
        int[] corners = mesh.corners();
        int[] ends = new int[mesh.points() + 1];
        for (int i = 0; i < 3 * mesh.facets(); i += 3) {
            int a = corners[i];
            int b = corners[i + 1];
            int c = corners[i + 2];
            if (isWhole(a, b, c)) {
                ends[Math.min(a, b)]++;
                ends[Math.min(b, c)]++;
                ends[Math.min(c, a)]++;
            }
        }
        int total = 0;
        for (int point = 0; point < ends.length; point++) {
            int count = ends[point];
            ends[point] = total;
            total += count;
        }
        long[] uses = new long[total];
        for (int facet = 0; facet < mesh.facets(); facet++) {
            int a = corners[3 * facet];
            int b = corners[3 * facet + 1];
            int c = corners[3 * facet + 2];
            if (isWhole(a, b, c)) {
                int highest = Math.max(a, Math.max(b, c));
                put(uses, ends, a, b, highest, c, facet);
                put(uses, ends, b, c, highest, a, facet);
                put(uses, ends, c, a, highest, b, facet);
            }
        }
        EdgeIndex index = new EdgeIndex(ends, uses);
        index.sort();
        return index;
    }

    /** Whether a facet is finite and has three different corners. */
    static boolean isWhole(int a, int b, int c) {
        return a != b && b != c && c != a;
    }

    private static void put(long[] uses, int[] ends, int from, int to, int highest, int third, int facet) {
        int lower = Math.min(from, to);
        int upper = Math.max(from, to);
        uses[ends[lower]++] = (long) upper << UPPER_SHIFT
                | (long) facet << FACET_SHIFT
                | (third == highest ? MIDDLE : 0)
                | (from == lower ? FORWARD : 0);
    }

    private void sort() {
        int from = 0;
        for (int point = 0; point < ends.length - 1; point++) {
            int to = ends[point];
            if (to - from > SMALL) {
                Arrays.sort(uses, from, to);
            } else {
                insertionSort(from, to);
            }
            from = to;
        }
    }

    private void insertionSort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long use = uses[i];
            int j = i;
            while (j > from && uses[j - 1] > use) {
                uses[j] = uses[j - 1];
                j--;
            }
            uses[j] = use;
        }
    }

    void forEach(Visitor visitor) {
        int from = 0;
        for (int lower = 0; lower < ends.length - 1; lower++) {
            int end = ends[lower];
            while (from < end) {
                long upper = uses[from] >>> UPPER_SHIFT;
                int to = from + 1;
                while (to < end && uses[to] >>> UPPER_SHIFT == upper) {
                    to++;
                }
                visitor.edge(lower, (int) upper, uses, from, to);
                from = to;
            }
        }
    }
}
