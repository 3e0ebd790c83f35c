package dev.makerai.internal.scan;

/** Bounds what a server may send to a part of the heap, so that no answer can fill it. */
public final class HeapShare {
    private HeapShare() {}

    /**
     * The most bytes to take from a server.
     *
     * @param most the bound in a large heap
     * @param part what part of the heap else: 16 for a sixteenth of it
     */
    public static int bytes(int most, int part) {
        return bytes(most, part, Runtime.getRuntime().maxMemory());
    }

    static int bytes(int most, int part, long heap) {
        return (int) Math.min(most, heap / part);
    }
}
