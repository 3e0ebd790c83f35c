package dev.makerai.printing.mesh;

/** The file formats that can be read. */
public enum MeshFormat {
    /** Binary STL. */
    STL_BINARY,
    /** Text STL. */
    STL_ASCII
}
