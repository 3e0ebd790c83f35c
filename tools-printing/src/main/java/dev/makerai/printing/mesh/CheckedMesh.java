package dev.makerai.printing.mesh;

import org.jspecify.annotations.Nullable;

/**
 * A mesh with what was found out about it.
 *
 * @param report for the user
 * @param mesh with near points merged
 * @param balanced whether every edge is used as often in one direction as in the other
 * @param holes where it is open; null if it is closed, or too open for holes to be told
 */
record CheckedMesh(
        MeshReport report,
        IndexedMesh mesh,
        boolean balanced,
        @Nullable Holes holes) {}
