package dev.makerai.printing.mesh;

import java.util.Arrays;

/**
 * Numbers points so that equal ones get one number, in the order of their first appearance. An open-addressed table of
 * numbers over one array of coordinates: 12 bytes a point and 4 to 8 for its place.
 */
final class VertexTable {
    private float[] coordinates;
    private int[] slots;
    private int count;
    private int growAt;

    VertexTable(int expected) {
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

    private static int hash(float x, float y, float z) {
        long mixed = Float.floatToRawIntBits(x) * 0x9E3779B97F4A7C15L
                ^ Float.floatToRawIntBits(y) * 0xC2B2AE3D27D4EB4FL
                ^ Float.floatToRawIntBits(z) * 0x165667B19E3779F9L;
        mixed ^= mixed >>> 32;
        mixed *= 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32);
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
