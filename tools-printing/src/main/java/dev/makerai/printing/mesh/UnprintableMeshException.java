package dev.makerai.printing.mesh;

/**
 * A mesh from which no print can be estimated.
 *
 * <p>The codes: {@code empty_mesh}, {@code open_mesh} (holes through which the inside is not defined),
 * {@code inconsistent_winding}, {@code non_manifold} (edges of an odd number of facets), {@code too_small} and {@code too_large} (no printer prints it; most likely the units
 * are wrong).
 */
public final class UnprintableMeshException extends MeshException {
    private static final long serialVersionUID = 1L;

    UnprintableMeshException(String code, String message) {
        super(code, message, null);
    }
}
