package dev.makerai.printing.mesh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a mesh that one pass over its facets gives.
 *
 * <p>Coordinates are 32-bit floating-point numbers, as in the file, with -0 taken as 0; sums are made in 64 bits. Facets
 * with a coordinate that is not finite (NaN or infinite) are counted and left out of every other figure.
 *
 * @param format what kind of file it is
 * @param solids named bodies of a text file; always 1 for a binary one
 * @param facets all triangles of the file
 * @param volumeMm3 the signed sum of tetrahedra about the centre of the box, given as a positive number; null for an
 *     empty mesh. Whether it is the volume of a body depends on the mesh: see {@link MeshReport#volumeReliable()}
 * @param areaMm2 area of the surface
 * @param box the bounding box, or null for an empty mesh
 * @param insideOut whether the signed sum is negative, so the facets look inwards
 * @param degenerateFacets facets of zero area: with two equal corners, or with three on a line
 * @param nonFiniteFacets facets that were left out because a coordinate is not finite
 * @param warnings what reading the file and these figures gave cause for; unmodifiable
 */
public record MeshMetrics(
        MeshFormat format,
        long solids,
        long facets,
        @Nullable Double volumeMm3,
        double areaMm2,
        @Nullable BoundingBox box,
        boolean insideOut,
        long degenerateFacets,
        long nonFiniteFacets,
        List<MeshWarning> warnings) {
    /** Copies the warnings. */
    public MeshMetrics {
        warnings = List.copyOf(warnings);
    }
}
