package dev.makerai.printing.mesh;

import java.util.Arrays;

/** Facets with two or three equal corners: they have no edges to be compared by. */
final class CollapsedFacets {
    private CollapsedFacets() {}

    /** How many have the same corners as an earlier one. */
    static long duplicates(IndexedMesh mesh) {
        int[] corners = mesh.corners();
        long[] keys = new long[16];
        int count = 0;
        for (int i = 0; i < 3 * mesh.facets(); i += 3) {
            int a = corners[i];
            int b = corners[i + 1];
            int c = corners[i + 2];
            if (a >= 0 && !EdgeIndex.isWhole(a, b, c)) {
                if (count == keys.length) {
                    keys = Arrays.copyOf(keys, 2 * count);
                }
                keys[count++] = key(a, b, c);
            }
        }
        Arrays.sort(keys, 0, count);
        long duplicates = 0;
        for (int i = 1; i < count; i++) {
            duplicates += keys[i] == keys[i - 1] ? 1 : 0;
        }
        return duplicates;
    }

    /** The lower point, the upper one, and which of them occurs twice. */
    private static long key(int a, int b, int c) {
        long lower = Math.min(a, Math.min(b, c));
        long upper = Math.max(a, Math.max(b, c));
        int middle = a == b || a == c ? a : b;
        return lower << 32 | upper << 1 | (middle == upper ? 1 : 0);
    }
}
