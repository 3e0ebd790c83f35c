package dev.makerai.printing.mesh;

/** Takes the facets of a mesh, in the file's order, some at a time. */
interface FacetConsumer {
    /** Numbers per facet: the stored normal, then three corners, each X, Y, Z. */
    int STRIDE = 12;

    /** Facets that a full block holds: small enough for the processor's cache. */
    int BLOCK = 512;

    /**
     * Hears how many facets will come, where that is known before they are read. The size of the file backs it.
     *
     * @param facets exactly how many
     */
    default void expect(long facets) {}

    /**
     * Takes the next facets.
     *
     * @param block their numbers, {@link #STRIDE} each; only valid during the call. A corner is never -0
     * @param facets how many
     */
    void accept(float[] block, int facets);

    /** Gives the same facets to one consumer and then to the other. */
    static FacetConsumer both(FacetConsumer first, FacetConsumer second) {
        return new FacetConsumer() {
            @Override
            public void expect(long facets) {
                first.expect(facets);
                second.expect(facets);
            }

            @Override
            public void accept(float[] block, int facets) {
                first.accept(block, facets);
                second.accept(block, facets);
            }
        };
    }
}
