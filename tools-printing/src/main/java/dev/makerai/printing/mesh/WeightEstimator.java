package dev.makerai.printing.mesh;

/** Turns the layers of a print into filament. */
final class WeightEstimator {
    /** Longer than any printer's axis, in mm. */
    private static final double LONGEST = 5000;

    /** Holes with less of the surface than this change the volume by less than everything else here. */
    private static final double HARMLESS_HOLES = 1e-6;

    /** Nozzle diameter by line width: slicers choose lines somewhat wider than the nozzle. */
    private static final double NOZZLE_OF_LINE = 1 / 1.125;

    /** Bridges are threads as thick as the nozzle, this far apart in mm, whatever the layer height. */
    private static final double BRIDGE_GAP = 0.05;

    /**
     * The band, as shares of the estimate. Of 183 slices of 40 parts with PrusaSlicer 2.5 (0.12 to 0.3 mm layers, 1 to 5
     * perimeters, 5 to 100 % infill, four patterns) 95 % lie in it.
     */
    private static final double BAND = 0.06;

    /** Walls of less than one and a half lines are printed in one line or two, as the slicer likes. */
    private static final double BAND_THIN = 0.2;

    private static final double THIN_LINES = 1.5;

    /** How little is known of the flow of bridges. */
    private static final double BAND_BRIDGES = 0.2;

    /**
     * Added for supports, as a share of them. Of 101 parts that PrusaSlicer 2.5 sliced with supports (0.12 to 0.28 mm
     * layers, 0.42 to 0.5 mm lines), 98 lie in the whole band, and the supports alone of 95 lie within this share.
     */
    private static final double BAND_SUPPORTS = 0.3;

    private final MeshReport report;
    private final BoundingBox box;
    private final double volume;
    private final PrintSettings settings;

    private WeightEstimator(MeshReport report, BoundingBox box, double volume, PrintSettings settings) {
        this.report = report;
        this.box = box;
        this.volume = volume;
        this.settings = settings;
    }

    static WeightEstimate estimate(CheckedMesh checked, PrintSettings settings, double densityGPerCm3) {
        MeshReport report = checked.report();
        BoundingBox box = report.metrics().box();
        Double volume = report.volumeMm3();
        if (box == null) {
            throw new UnprintableMeshException("empty_mesh", "The mesh has no facets, so there is nothing to print.");
        }
        if (volume == null) {
            throw new UnprintableMeshException(
                    "inconsistent_winding", "The surface has only one side, so there is no inside to print.");
        }
        checkClosed(checked);
        checkSize(box, settings);
        return new WeightEstimator(report, box, volume, settings).estimate(checked.mesh(), densityGPerCm3);
    }

    private static void checkClosed(CheckedMesh checked) {
        MeshReport report = checked.report();
        if (report.inconsistentEdges() > 0) {
            throw refused(
                    "inconsistent_winding", "Facets are wound against each other", "inconsistent_winding", report);
        }
        if (report.openEdges() > 0) {
            Holes holes = checked.holes();
            if (holes == null
                    || holes.area() > HARMLESS_HOLES * report.metrics().areaMm2()) {
                throw refused("open_mesh", "The surface is not closed", "open_edges", report);
            }
        } else if (!checked.balanced()) {
            throw refused(
                    "non_manifold",
                    "Edges join an odd number of facets, so it is not clear what is inside",
                    "non_manifold_edges",
                    report);
        }
        if (report.metrics().areaMm2() == 0 || report.volumeMm3() == null || report.volumeMm3() == 0) {
            throw new UnprintableMeshException("open_mesh", "The mesh is flat: it encloses no volume to print.");
        }
    }

    private static UnprintableMeshException refused(String code, String why, String warning, MeshReport report) {
        StringBuilder message = new StringBuilder(why).append(", so a weight would be a guess: ");
        for (MeshWarning found : report.warnings()) {
            if (found.code().equals(warning)) {
                message.append(found.message()).append(' ');
            }
        }
        return new UnprintableMeshException(
                code,
                message.append("Repair the mesh first; slicers can do it.").toString());
    }

    private static void checkSize(BoundingBox box, PrintSettings settings) {
        double longest = Math.max(box.sizeX(), Math.max(box.sizeY(), box.sizeZ()));
        if (longest > LONGEST) {
            throw new UnprintableMeshException(
                    "too_large",
                    "The part is " + Figures.text(longest) + " mm long, more than the " + Figures.text(LONGEST)
                            + " mm that an estimate is made for; check the units of the file.");
        }
        if (box.sizeZ() < settings.layerHeightMm() / 2 || Math.max(box.sizeX(), box.sizeY()) < settings.lineWidthMm()) {
            throw new UnprintableMeshException(
                    "too_small",
                    "The part is " + Figures.text(box.sizeX()) + " x " + Figures.text(box.sizeY()) + " x "
                            + Figures.text(box.sizeZ()) + " mm, too small for lines of "
                            + Figures.text(settings.lineWidthMm()) + " mm in layers of "
                            + Figures.text(settings.layerHeightMm()) + " mm; check the units of the file.");
        }
    }

    private WeightEstimate estimate(IndexedMesh mesh, double density) {
        double thickness = 2 * volume / report.metrics().areaMm2();
        LayerGrid grid = LayerGrid.of(box, thickness, settings);
        LayerSlicer slicer = new LayerSlicer(mesh, grid);
        PrintedLayers layers = PrintedLayers.of(slicer, grid, settings);
        // Pixels only share out the volume, which is known better; but whole layers make the part higher or lower.
        double stretched = grid.layers() * grid.height() / box.sizeZ();
        double cell = slicer.wound() == 0 ? 0 : volume * stretched / Math.abs(slicer.wound());
        double walls = layers.wallArea() * cell;
        double infill = layers.infillArea() * cell;
        if (cell == 0) {
            // Walls too thin for any pixel are all wall.
            walls = volume * stretched;
        }
        double flat = layers.solidArea() * cell;
        // Threads of bridges sag into the infill below them, so with it they take no more room than the part has.
        double room = Math.max(0, volume * stretched - walls - flat - infill);
        double solid = flat + Math.min(bridges(layers, grid), room);
        double supports = settings.supports() ? Supports.volume(mesh, grid, layers, settings) : 0;
        double extruded = walls + solid + infill;
        double thin = Math.max(0, Math.min(1, THIN_LINES - thickness / settings.lineWidthMm()));
        double bridged = extruded == 0 ? 0 : Math.abs(bridges(layers, grid)) / extruded;
        double band = (BAND + BAND_THIN * thin + BAND_BRIDGES * bridged) * extruded + BAND_SUPPORTS * supports;
        return WeightEstimate.of(report, grid.layers(), walls, solid, infill, supports, band, density);
    }

    /** What bridges take more (or less) than other solid lines, in mm3. */
    private double bridges(PrintedLayers layers, LayerGrid grid) {
        double nozzle = NOZZLE_OF_LINE * settings.lineWidthMm();
        double thickness = Math.PI / 4 * nozzle * nozzle / (nozzle + BRIDGE_GAP);
        return settings.infill() == 1
                ? 0
                : (thickness - settings.layerHeightMm()) * layers.bridgeArea() * grid.pixel() * grid.pixel();
    }
}
