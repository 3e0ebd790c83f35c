package dev.makerai.printing.mesh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A triangle mesh in a file, to be measured, checked, or weighed as a print.
 *
 * <pre>{@code
 * MeshFile part = MeshFile.of(Path.of("bracket.stl"));
 * MeshMetrics metrics = part.measure();      // volume, area, box: one pass, any size of file
 * MeshReport report = part.check();          // the same, and is it closed?
 * }</pre>
 *
 * <p>Files are STL, binary or text; the content decides, not the name. Coordinates are taken as millimetres. Each call
 * reads the file anew. Immutable, and safe for use by several threads.
 */
public final class MeshFile {
    private final StlSource source;

    private MeshFile(StlSource source) {
        this.source = source;
    }

    /**
     * A mesh in a file. Nothing is opened yet.
     *
     * @param file a regular file
     */
    public static MeshFile of(Path file) {
        return new MeshFile(StlSource.of(file));
    }

    /**
     * A mesh in memory, such as an upload.
     *
     * @param content the bytes of the file; not copied, so leave them as they are while this object is in use
     */
    public static MeshFile of(byte[] content) {
        return new MeshFile(StlSource.of(content));
    }

    /**
     * Measures volume, surface and box in one pass. Takes the same memory for any size of file.
     *
     * @throws MeshFormatException if the file cannot be read or is not a mesh
     */
    public MeshMetrics measure() {
        MetricsSum sum = new MetricsSum();
        StlContent content = StlReader.read(source, sum);
        return metrics(content, sum);
    }

    /**
     * Measures, and checks whether the surface is closed and wound consistently, and of how many shells it is made.
     *
     * <p>Takes about 60 bytes of memory a facet for a closed mesh, and 130 for one whose facets share no points.
     *
     * @throws MeshFormatException if the file cannot be read, is not a mesh, or has more facets than memory allows
     *     (code {@code too_large})
     */
    public MeshReport check() {
        try {
            return load().report();
        } catch (OutOfMemoryError e) {
            throw tooLarge(e);
        }
    }

    /**
     * Estimates what a print of this mesh takes, standing as it does in the file.
     *
     * <p>The part is cut into its layers, coarsely, and each is given the walls, solid layers and infill that a slicer
     * of the Slic3r family gives it: this takes up to a few seconds. The band holds about nineteen of twenty slices by
     * PrusaSlicer 2.5; it is 6 % to each side, and more for walls thinner than one and a half lines. Where the exact
     * figure matters, slice the part.
     *
     * <p>Supports are those that PrusaSlicer 2.5 makes when they are switched on at 45 degrees (see
     * {@link PrintSettings#withSupports}); other slicers and patterns take more or less. Their share of the
     * band is 30 % to each side; it held 98 of 101 parts that were sliced with supports.
     *
     * <p>An open mesh is taken too if nothing is missing in its holes (facets only do not share their corners).
     *
     * @param settings how it is printed
     * @param densityGPerCm3 density of the filament, in g/cm3, such as 1.24 for PLA; above 0 and at most 25
     * @throws MeshFormatException as {@link #check()}
     * @throws UnprintableMeshException if there is no inside to fill: the mesh is empty, flat, open, or wound
     *     inconsistently; or it is too small or large to be printed
     * @throws IllegalArgumentException if the density is out of range
     */
    public WeightEstimate estimateWeight(PrintSettings settings, double densityGPerCm3) {
        WeightEstimate.checkDensity(densityGPerCm3);
        try {
            return WeightEstimator.estimate(load(), settings, densityGPerCm3);
        } catch (OutOfMemoryError e) {
            throw tooLarge(e);
        }
    }

    private CheckedMesh load() {
        MetricsSum sum = new MetricsSum();
        FacetNormals normals = new FacetNormals();
        MeshIndexer indexer = new MeshIndexer();
        StlContent content = StlReader.read(source, FacetConsumer.both(sum, FacetConsumer.both(normals, indexer)));
        return MeshCheck.check(metrics(content, sum), sum.signedVolume(), normals, indexer.mesh());
    }

    private static MeshMetrics metrics(StlContent content, MetricsSum sum) {
        double volume = sum.signedVolume();
        Double shown = sum.isEmpty() ? null : (Double) Math.abs(volume);
        BoundingBox box = sum.box();
        List<MeshWarning> warnings = new ArrayList<>(content.warnings());
        MetricsFindings.add(warnings, content, sum, box, Math.abs(volume));
        return new MeshMetrics(
                content.format(),
                content.solids(),
                content.facets(),
                shown,
                sum.area(),
                box,
                volume < 0,
                sum.degenerateFacets(),
                sum.nonFiniteFacets(),
                warnings);
    }

    private static MeshFormatException tooLarge(OutOfMemoryError cause) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return MeshFormatException.of(
                "too_large",
                "The mesh has more facets than can be checked in the " + megabytes + " MB of memory that this program"
                        + " may use. Give it more (java -Xmx), or simplify the mesh.",
                cause);
    }
}
