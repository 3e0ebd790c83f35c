package dev.makerai.printing.mesh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was found out about a mesh.
 *
 * <pre>{@code
 * MeshReport report = MeshFile.of(Path.of("bracket.stl")).check();
 * if (report.volumeReliable()) {
 *     System.out.println(report.volumeMm3() / 1000 + " cm3");
 * }
 * report.warnings().forEach(warning -> System.out.println(warning.message()));
 * }</pre>
 *
 * <p>Two points are the same in the exact counts if their coordinates are equal, and in the others if they are equal
 * when rounded to 1e-8 mm (for a mesh smaller than 0.01 mm: to a millionth of its diagonal), since programs write one
 * corner with slightly different digits.
 *
 * @param metrics the figures of one pass
 * @param volumeMm3 {@link MeshMetrics#volumeMm3()}, but also null for a one-sided surface such as a Moebius strip, which
 *     has no inside
 * @param volumeReliable whether the volume is that of a body: true for a watertight mesh that is not flat and whose shells
 *     do not overlap, each counted in full. Otherwise it depends on where the holes are and how they are closed, or on
 *     what the shells share; there is a warning
 * @param watertight whether each edge joins exactly two facets that are wound alike, so the surface is closed
 * @param openEdges edges of only one facet
 * @param openEdgesExact edges of only one facet if points are compared exactly
 * @param nonManifoldEdges edges of more than two facets
 * @param inconsistentEdges edges whose two facets are wound against each other
 * @param shells groups of facets joined by edges, compared exactly; two cubes that share an edge are one shell, two that
 *     touch in a point are two
 * @param cavities closed shells inside a body that bound a void in it
 * @param cavityVolumeMm3 volume of these voids; the volume of the mesh does not include it
 * @param duplicateFacets facets with the same three points as an earlier facet
 * @param warnings all that is odd about the file and the mesh, including the metrics' warnings; unmodifiable
 */
public record MeshReport(
        MeshMetrics metrics,
        @Nullable Double volumeMm3,
        boolean volumeReliable,
        boolean watertight,
        long openEdges,
        long openEdgesExact,
        long nonManifoldEdges,
        long inconsistentEdges,
        long shells,
        long cavities,
        double cavityVolumeMm3,
        long duplicateFacets,
        List<MeshWarning> warnings) {
    /** Copies the warnings. */
    public MeshReport {
        warnings = List.copyOf(warnings);
    }
}
