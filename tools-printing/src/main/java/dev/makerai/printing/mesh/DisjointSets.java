package dev.makerai.printing.mesh;

/** Groups of numbers that grow by being joined (union-find with path halving). */
final class DisjointSets {
    private final int[] parent;

    DisjointSets(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    /** The number that stands for the group: its smallest. */
    int find(int member) {
        int i = member;
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }

    /** Makes one group of two. @return whether they were two */
    boolean join(int a, int b) {
        int first = find(a);
        int second = find(b);
        if (first < second) {
            parent[second] = first;
        } else {
            parent[first] = second;
        }
        return first != second;
    }
}
