package dev.makerai.printing.mesh;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the surface of a mesh: edges, shells, winding. */
final class MeshCheck {
    /** Points are merged when equal to 1e-8 mm, but never so coarsely that a tiny part would lose its shape. */
    private static final double MERGE_MM = 1e-8;

    private static final double MERGE_OF_DIAGONAL = 1e-6;

    /** Gaps that a slicer closes: points that differ by about this, in mm, were meant to be one. */
    private static final double NEAR_MISS_MM = 1e-4;

    private static final double NEAR_MISS_OF_DIAGONAL = 1e-5;

    /** A body has more volume than this share of its surface times its diagonal; rounding alone gives less. */
    private static final double FLAT_BELOW = 1e-10;

    /** Bodies that lie closer together than this, in mm, touch; rounding alone makes them overlap by as much. */
    private static final double TOUCHING_MM = 1e-3;

    private static final double TOUCHING_OF_DIAGONAL = 1e-5;

    /** Twice what rounding to 32 bits can move a coordinate by, as a share of it. */
    private static final double ROUNDING = 0x1p-23;

    private final MeshMetrics metrics;
    private final BoundingBox box;
    private final double signedVolume;
    private final IndexedMesh exact;
    private final List<MeshWarning> warnings;
    private @Nullable Holes holes;
    private boolean oneSided;
    /** Whether shells lie in each other so that the volume counts some space twice, or takes some away. */
    private boolean miscounted;

    private long cavities;
    private double cavityVolume;

    private MeshCheck(MeshMetrics metrics, BoundingBox box, double signedVolume, IndexedMesh exact) {
        this.metrics = metrics;
        this.box = box;
        this.signedVolume = signedVolume;
        this.exact = exact;
        this.warnings = new ArrayList<>(metrics.warnings());
    }

    /** Checks a mesh whose metrics are known; their signed volume is needed besides. */
    static CheckedMesh check(MeshMetrics metrics, double signedVolume, FacetNormals normals, IndexedMesh mesh) {
        BoundingBox box = metrics.box();
        if (box == null) {
            MeshReport empty = new MeshReport(metrics, null, false, false, 0, 0, 0, 0, 0, 0, 0, 0, metrics.warnings());
            return new CheckedMesh(empty, mesh, false, null);
        }
        MeshCheck check = new MeshCheck(metrics, box, signedVolume, mesh);
        if (normals.mismatching() > 0) {
            check.warnings.add(new MeshWarning(
                    "mismatching_normals",
                    "The stored normals of " + Figures.count(normals.mismatching(), "facet")
                            + " point another way than the order of the corners says; the order was followed.",
                    normals.first(),
                    null));
        }
        return check.run();
    }

    private CheckedMesh run() {
        EdgeIndex edges = EdgeIndex.of(exact);
        EdgeCounts counts = EdgeCounts.of(exact, edges);
        long duplicates = counts.duplicates() + CollapsedFacets.duplicates(exact);
        long openExact = counts.open();
        long shells = counts.shells();
        IndexedMesh mesh = exact;
        IndexedMesh merged = PointMerge.merged(exact, Math.min(MERGE_MM, MERGE_OF_DIAGONAL * box.diagonal()));
        if (merged != null) {
            mesh = merged;
            edges = EdgeIndex.of(mesh);
            counts = EdgeCounts.of(mesh, edges);
        }
        boolean watertight =
                counts.open() == 0 && counts.nonManifold() == 0 && counts.inconsistent() == 0 && counts.shells() > 0;
        boolean flat = counts.open() == 0
                && counts.inconsistent() == 0
                && Math.abs(signedVolume) <= FLAT_BELOW * metrics.areaMm2() * box.diagonal();
        findings(mesh, edges, counts, openExact, duplicates, watertight);
        if (flat) {
            warn(
                    "no_volume",
                    "The surface is closed but encloses no volume: it is flat, or each sheet lies on its reverse. There is"
                            + " nothing to print.");
        }
        MeshReport report = new MeshReport(
                metrics,
                oneSided ? null : metrics.volumeMm3(),
                watertight && !flat && !miscounted,
                watertight,
                counts.open(),
                openExact,
                counts.nonManifold(),
                counts.inconsistent(),
                shells,
                cavities,
                cavityVolume,
                duplicates,
                warnings);
        return new CheckedMesh(report, mesh, counts.balanced(), holes);
    }

    private void findings(
            IndexedMesh mesh, EdgeIndex edges, EdgeCounts counts, long openExact, long duplicates, boolean watertight) {
        if (duplicates > 0) {
            warn(
                    "duplicate_facets",
                    Figures.count(duplicates, "facet")
                            + " with the same corners as another one; volume and surface count both.");
        }
        if (counts.open() > 0) {
            openEdges(mesh, edges, counts.open());
        } else if (openExact > 0) {
            warn(
                    "merged_points",
                    Figures.count(openExact, "edge")
                            + " closed only once points that differ in the last digits are taken as one, as slicers do.");
        }
        if (counts.nonManifold() > 0) {
            warn(
                    "non_manifold_edges",
                    Figures.count(counts.nonManifold(), "edge")
                            + " joining more than two facets: bodies touch there, or facets are doubled.");
        }
        if (counts.inconsistent() > 0) {
            winding(mesh, edges, counts);
        }
        if (watertight && signedVolume < 0) {
            warn("inside_out", "All facets look inwards; the volume is given as a positive number.");
        }
        if (counts.shells() > 1) {
            shells(mesh, edges, counts);
        }
    }

    private void openEdges(IndexedMesh mesh, EdgeIndex edges, long open) {
        String message = Figures.count(open, "open edge");
        if (open <= Holes.MOST_EDGES) {
            Holes found = Holes.of(mesh, edges);
            holes = found;
            message += " around " + Figures.count(found.count(), "hole") + "; "
                    + (found.area() <= 1e-9 * metrics.areaMm2()
                            ? "nothing is missing in them, facets only do not share their corners."
                            : "about " + Figures.text(found.area()) + " mm2 are missing.");
        } else {
            message += ": the facets do not hang together.";
        }
        warn("open_edges", message + " The volume depends on how they are closed.");
        long near = openAfter(Math.min(NEAR_MISS_MM, NEAR_MISS_OF_DIAGONAL * box.diagonal()), open);
        if (near < open) {
            warn(
                    "near_miss_edges",
                    Figures.count(open - near, "open edge")
                            + " closed if points within about 0.0001 mm are taken as one.");
        }
    }

    private long openAfter(double step, long open) {
        IndexedMesh merged = PointMerge.merged(exact, step);
        return merged == null
                ? open
                : EdgeCounts.of(merged, EdgeIndex.of(merged)).open();
    }

    private void winding(IndexedMesh mesh, EdgeIndex edges, EdgeCounts counts) {
        Winding winding = Winding.of(mesh, edges);
        oneSided = winding.oneSided();
        if (oneSided) {
            warn("one_sided", "The surface has only one side, like a Moebius strip: it has no inside and no volume.");
            return;
        }
        boolean[] turn = winding.minority();
        long turned = 0;
        for (boolean t : turn) {
            turned += t ? 1 : 0;
        }
        String message = Figures.count(turned, "facet") + " wound against the others ("
                + Figures.count(counts.inconsistent(), "edge") + "), so the volume is not reliable.";
        if (counts.open() == 0 && counts.nonManifold() == 0) {
            double volume = Math.abs(Winding.turnedVolume(mesh, turn, centre())) / 6;
            message += " Wound alike, it is " + Figures.text(volume) + " mm3.";
        }
        warn("inconsistent_winding", message);
    }

    private void shells(IndexedMesh mesh, EdgeIndex edges, EdgeCounts counts) {
        ShellNesting nesting = counts.shells() > ShellNesting.MOST_SHELLS
                ? null
                : ShellNesting.of(
                        mesh, Shells.of(mesh, edges, counts.groups(), centre()), touching(), signedVolume < 0);
        if (nesting == null || !nesting.isComplete()) {
            warn(
                    "shells_not_compared",
                    "The " + counts.shells()
                            + " shells were not all compared with each other, for they are too many or too large:"
                            + " voids and further overlaps are not known.");
        }
        if (nesting == null) {
            return;
        }
        miscounted = nesting.nested() + nesting.insideOut() + nesting.overlaps() > 0;
        cavities = nesting.cavities();
        cavityVolume = nesting.cavityVolume();
        if (cavities > 0) {
            warn(
                    "cavities",
                    Figures.count(cavities, "closed void") + " of together " + Figures.text(cavityVolume)
                            + " mm3 inside; the volume does not include it, and a print traps what is in it.");
        }
        if (nesting.nested() > 0) {
            warn(
                    "nested_shells",
                    Figures.count(nesting.nested(), "shell")
                            + " inside another body and looking outwards like it: the volume counts that space twice.");
        }
        if (nesting.insideOut() > 0) {
            warn(
                    "inside_out_shells",
                    Figures.count(nesting.insideOut(), "shell")
                            + " looking inwards without lying in a body: its volume was subtracted.");
        }
        if (nesting.overlaps() > 0) {
            warn(
                    "overlapping_shells",
                    Figures.count(nesting.overlaps(), "pair") + " of shells overlapping: the volume"
                            + " counts what they share twice, so the printed body has less.");
        }
    }

    /** How far bodies that only touch may reach into each other. */
    private double touching() {
        double farthest = 0;
        for (double bound : new double[] {box.minX(), box.minY(), box.minZ(), box.maxX(), box.maxY(), box.maxZ()}) {
            farthest = Math.max(farthest, Math.abs(bound));
        }
        return Math.max(ROUNDING * farthest, Math.min(TOUCHING_MM, TOUCHING_OF_DIAGONAL * box.diagonal()));
    }

    private double[] centre() {
        return new double[] {(box.minX() + box.maxX()) / 2, (box.minY() + box.maxY()) / 2, (box.minZ() + box.maxZ()) / 2
        };
    }

    private void warn(String code, String message) {
        warnings.add(MeshWarning.of(code, message));
    }
}
