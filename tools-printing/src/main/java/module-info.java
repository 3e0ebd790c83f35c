/** Mesh metrics, print cost and materials for 3D printing, as plain Java APIs and as tools for a model. */
module dev.makerai.printing {
    requires transitive dev.makerai.core;
    requires transitive org.jspecify;

    exports dev.makerai.printing.cost;
    exports dev.makerai.printing.material;
    exports dev.makerai.printing.mesh;
    exports dev.makerai.printing.quote;
}
