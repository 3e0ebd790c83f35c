package dev.makerai.printing.mesh;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Builds an {@link IndexedMesh} while the facets are read. */
final class MeshIndexer implements FacetConsumer {
    /** Three corners a facet must fit into one array, and a facet's number into 30 bits of an edge's use. */
    private static final long MOST_FACETS = 700_000_000;

    private int[] corners = new int[3 * 1024];
    private int facets;
    private @Nullable VertexTable points;

    @Override
    public void expect(long count) {
        checkCount(count);
        corners = new int[(int) (3 * count)];
        // A closed mesh has half as many points as facets.
        points = new VertexTable((int) (count / 2), ThreadLocalRandom.current());
    }

    @Override
    public void accept(float[] block, int count) {
        checkCount((long) facets + count);
        if (corners.length < 3 * (facets + count)) {
            corners = Arrays.copyOf(corners, 3 * (int) Math.min(MOST_FACETS, facets + facets / 2 + BLOCK));
        }
        VertexTable table = table();
        int out = 3 * facets;
        for (int facet = 0; facet < count; facet++) {
            int in = facet * STRIDE + 3;
            boolean finite = isFinite(block, in);
            for (int end = in + 9; in < end; in += 3) {
                corners[out++] = finite ? table.idOf(block[in], block[in + 1], block[in + 2]) : -1;
            }
        }
        facets += count;
    }

    private VertexTable table() {
        VertexTable table = points;
        if (table == null) {
            table = new VertexTable(1024, ThreadLocalRandom.current());
            points = table;
        }
        return table;
    }

    private static boolean isFinite(float[] block, int from) {
        float zero = 0;
        for (int i = from; i < from + 9; i++) {
            // 0 for finite numbers, NaN for the others, and NaN stays.
            zero += block[i] * 0f;
        }
        return zero == 0;
    }

    private static void checkCount(long facets) {
        if (facets > MOST_FACETS) {
            throw MeshFormatException.of(
                    "too_large", "The mesh has more than the " + MOST_FACETS + " facets that can be checked.");
        }
    }

    /** The mesh of all facets taken. The table that found equal points is let go with this builder. */
    IndexedMesh mesh() {
        VertexTable table = table();
        return new IndexedMesh(corners, facets, table.coordinates(), table.count());
    }
}
