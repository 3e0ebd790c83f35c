package dev.makerai.internal.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HeapShareTest {
    private static final int MIB = 1024 * 1024;

    @Test
    void whatIsTakenFromAServerIsAPartOfTheHeapUpToABound() {
        assertEquals(32 * MIB, HeapShare.bytes(128 * MIB, 8, 256L * MIB));
        assertEquals(128 * MIB, HeapShare.bytes(128 * MIB, 8, 1024L * MIB));
        assertEquals(128 * MIB, HeapShare.bytes(128 * MIB, 8, Long.MAX_VALUE));
    }
}
