package dev.makerai.printing.mesh;

import java.util.Arrays;

/** What the edges of a mesh say about it. */
final class EdgeCounts implements EdgeIndex.Visitor {
    private final IndexedMesh mesh;
    private final DisjointSets shells;
    private long open;
    private long nonManifold;
    private long inconsistent;
    private long unbalanced;
    private long joins;
    private long duplicates;

    private EdgeCounts(IndexedMesh mesh) {
        this.mesh = mesh;
        this.shells = new DisjointSets(mesh.facets());
    }

    static EdgeCounts of(IndexedMesh mesh, EdgeIndex edges) {
        EdgeCounts counts = new EdgeCounts(mesh);
        edges.forEach(counts);
        return counts;
    }

    @Override
    public void edge(int lower, int upper, long[] uses, int from, int to) {
        if (to - from == 2) {
            pair(uses[from], uses[from + 1]);
        } else if (to - from == 1) {
            open++;
            unbalanced++;
        } else {
            many(uses, from, to);
        }
    }

    private void pair(long first, long second) {
        joins += shells.join(EdgeIndex.facet(first), EdgeIndex.facet(second)) ? 1 : 0;
        if (EdgeIndex.forward(first) == EdgeIndex.forward(second)) {
            inconsistent++;
            unbalanced++;
        }
        if (EdgeIndex.lowestToMiddle(first) && EdgeIndex.lowestToMiddle(second)) {
            duplicates += highest(first) == highest(second) ? 1 : 0;
        }
    }

    private void many(long[] uses, int from, int to) {
        nonManifold++;
        int forward = 0;
        int[] highest = new int[to - from];
        int compared = 0;
        for (int i = from; i < to; i++) {
            joins += shells.join(EdgeIndex.facet(uses[from]), EdgeIndex.facet(uses[i])) ? 1 : 0;
            forward += EdgeIndex.forward(uses[i]) ? 1 : -1;
            if (EdgeIndex.lowestToMiddle(uses[i])) {
                highest[compared++] = highest(uses[i]);
            }
        }
        unbalanced += forward == 0 ? 0 : 1;
        Arrays.sort(highest, 0, compared);
        for (int i = 1; i < compared; i++) {
            duplicates += highest[i] == highest[i - 1] ? 1 : 0;
        }
    }

    private int highest(long use) {
        int i = 3 * EdgeIndex.facet(use);
        int[] corners = mesh.corners();
        return Math.max(corners[i], Math.max(corners[i + 1], corners[i + 2]));
    }

    /** Edges that one facet uses. */
    long open() {
        return open;
    }

    /** Edges that more than two facets use. */
    long nonManifold() {
        return nonManifold;
    }

    /** Edges that two facets use in the same direction. */
    long inconsistent() {
        return inconsistent;
    }

    /** Whether every edge is used as often in one direction as in the other: the volume has no other meaning. */
    boolean balanced() {
        return unbalanced == 0;
    }

    /** Facets that are joined by their edges form a shell; facets without three different corners are in none. */
    long shells() {
        long whole = 0;
        int[] corners = mesh.corners();
        for (int i = 0; i < 3 * mesh.facets(); i += 3) {
            whole += EdgeIndex.isWhole(corners[i], corners[i + 1], corners[i + 2]) ? 1 : 0;
        }
        return whole - joins;
    }

    /** Which facets belong together; by their numbers. */
    DisjointSets groups() {
        return shells;
    }

    /** Facets with the same three different corners as an earlier one. */
    long duplicates() {
        return duplicates;
    }
}
