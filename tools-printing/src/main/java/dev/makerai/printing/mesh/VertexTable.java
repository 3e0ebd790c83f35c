package dev.makerai.printing.mesh;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Numbers points so that equal ones get one number, in the order of their first appearance. An open-addressed table of
 * numbers over one array of coordinates: 12 bytes a point and 4 to 8 for its place.
 *
 * <p>Each table hashes in its own, random way, so that no file can be made whose points all want the same places; the
 * numbers do not depend on it.
 */
final class VertexTable {
    private final long factorX;
    private final long factorY;
    private final long factorZ;
    private float[] coordinates;
    private int[] slots;
    private int count;
    private int growAt;

    /**
     * An empty table.
     *
     * @param expected how many different points will probably come
     * @param random decides the places of points, and so only the time that is taken
     */
    VertexTable(int expected, RandomGenerator random) {
        factorX = random.nextLong() | 1;
        factorY = random.nextLong() | 1;
        factorZ = random.nextLong() | 1;
        coordinates = new float[3 * Math.max(16, expected)];
        slots(Math.max(32, Integer.highestOneBit(expected) * 2));
    }

    private void slots(int size) {
        slots = new int[size];
        growAt = size / 4 * 3;
    }

    /** The number of the point, from 0; new if no equal one was given before. */
    int idOf(float x, float y, float z) {
        int mask = slots.length - 1;
        int slot = hash(x, y, z) & mask;
        for (int found; (found = slots[slot]) != 0; slot = (slot + 1) & mask) {
            int at = (found - 1) * 3;
            if (coordinates[at] == x && coordinates[at + 1] == y && coordinates[at + 2] == z) {
                return found - 1;
            }
        }
        return add(x, y, z, slot);
    }

    private int add(float x, float y, float z, int slot) {
        if (count * 3 == coordinates.length) {
            coordinates = Arrays.copyOf(coordinates, 3 * (count + count / 2));
        }
        int at = count * 3;
        coordinates[at] = x;
        coordinates[at + 1] = y;
        coordinates[at + 2] = z;
        slots[slot] = ++count;
        if (count == growAt) {
            grow();
        }
        return count - 1;
    }

    private void grow() {
        slots(slots.length * 2);
        int mask = slots.length - 1;
        for (int id = 0; id < count; id++) {
            int at = id * 3;
            int slot = hash(coordinates[at], coordinates[at + 1], coordinates[at + 2]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = id + 1;
        }
    }

    /** A sum with random factors, whose high bits are hard to foresee, and the bits mixed so that grids do not cluster. */
    private int hash(float x, float y, float z) {
        long mixed = Float.floatToRawIntBits(x) * factorX
                + Float.floatToRawIntBits(y) * factorY
                + Float.floatToRawIntBits(z) * factorZ;
        mixed ^= mixed >>> 32;
        mixed *= 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32);
    }

    /** How many places that are taken a look-up of each point once passes over, in all. */
    long probes() {
        int mask = slots.length - 1;
        long probes = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            int at = 3 * (slots[slot] - 1);
            if (at >= 0) {
                probes += (slot - hash(coordinates[at], coordinates[at + 1], coordinates[at + 2])) & mask;
            }
        }
        return probes;
    }

    /** How many different points there are. */
    int count() {
        return count;
    }

    /** Three numbers a point, for {@link #count} points; the array may be longer. */
    float[] coordinates() {
        return coordinates;
    }
}
