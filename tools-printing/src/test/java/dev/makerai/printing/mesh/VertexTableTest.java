package dev.makerai.printing.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VertexTableTest {
    private static final int POINTS = 6000;

    /** Places that the points of an attack share out of the 16 384 that a table of so many points has. */
    private static final int WANTED_PLACES = POINTS / 16;

    /** A table that is at most three quarters full passes over 1.5 places for each point, on average. */
    private static final long MOST_PROBES = 3L * POINTS;

    @Test
    void pointsThatOneHashPutsIntoTheSamePlacesAreSpreadByAnother() {
        float[] attack = attack();

        for (int seed = 0; seed < 20; seed++) {
            assertTrue(filled(attack, seed).probes() < MOST_PROBES, "seed " + seed);
        }
    }

    @Test
    void gridsAndLinesAreSpread() {
        float[] grid = new float[3 * POINTS];
        float[] line = new float[3 * POINTS];
        for (int i = 0; i < POINTS; i++) {
            grid[3 * i] = i % 20;
            grid[3 * i + 1] = i / 20 % 20;
            grid[3 * i + 2] = i / 400;
            line[3 * i + 2] = i * 0.125f;
        }

        for (int seed = 0; seed < 20; seed++) {
            assertTrue(filled(grid, seed).probes() < MOST_PROBES, "grid, seed " + seed);
            assertTrue(filled(line, seed).probes() < MOST_PROBES, "line, seed " + seed);
        }
    }

    @Test
    void numbersDoNotDependOnTheSeed() {
        Random random = new Random(5);
        float[] points = new float[3 * POINTS];
        for (int i = 0; i < points.length; i++) {
            points[i] = random.nextInt(12);
        }
        VertexTable first = new VertexTable(16, new Random(1));
        VertexTable second = new VertexTable(16, new Random(2));
        for (int i = 0; i < points.length; i += 3) {
            assertEquals(
                    first.idOf(points[i], points[i + 1], points[i + 2]),
                    second.idOf(points[i], points[i + 1], points[i + 2]));
        }

        assertEquals(first.count(), second.count());
        assertTrue(first.count() < POINTS);
    }

    private static VertexTable filled(float[] points, long seed) {
        VertexTable table = new VertexTable(16, new Random(seed));
        for (int i = 0; i < points.length; i += 3) {
            table.idOf(points[i], points[i + 1], points[i + 2]);
        }
        assertEquals(POINTS, table.count());
        return table;
    }

    /** Points that a hash without a seed, such as this table once had, puts into few neighbouring places. */
    private static float[] attack() {
        Random random = new Random(1);
        float[] points = new float[3 * POINTS];
        for (int found = 0; found < POINTS; ) {
            float x = 100 * random.nextFloat();
            float y = 100 * random.nextFloat();
            float z = 100 * random.nextFloat();
            long mixed = Float.floatToRawIntBits(x) * 0x9E3779B97F4A7C15L
                    ^ Float.floatToRawIntBits(y) * 0xC2B2AE3D27D4EB4FL
                    ^ Float.floatToRawIntBits(z) * 0x165667B19E3779F9L;
            mixed ^= mixed >>> 32;
            mixed *= 0xD6E8FEB86659FD93L;
            if (((mixed >>> 32) & 16_383) < WANTED_PLACES) {
                points[3 * found] = x;
                points[3 * found + 1] = y;
                points[3 * found + 2] = z;
                found++;
            }
        }
        return points;
    }
}
