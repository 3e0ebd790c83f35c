package dev.makerai.printing.mesh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the figures of one pass give cause to say. */
final class MetricsFindings {
    /** Smaller parts are rare; PrusaSlicer asks about inches below this volume, in mm3. */
    private static final double INCHES_BELOW = 9;

    /** PrusaSlicer asks about metres below this volume, in mm3. */
    private static final double METRES_BELOW = 0.001;

    /** Thinner walls than one line of a common 0.4 mm nozzle; twice the volume by the area is the mean thickness. */
    private static final double THIN_BELOW = 0.45;

    /** Nearer to the bed than any layer is high, in mm. */
    private static final double ON_BED = 0.01;

    private MetricsFindings() {}

    static void add(
            List<MeshWarning> warnings, StlContent content, MetricsSum sum, @Nullable BoundingBox box, double volume) {
        if (sum.nonFiniteFacets() > 0) {
            warnings.add(MeshWarning.of(
                    "non_finite_facets",
                    Figures.count(sum.nonFiniteFacets(), "facet")
                            + " with a coordinate that is not a finite number left out of every figure."));
        }
        if (box == null) {
            warnings.add(MeshWarning.of(
                    "empty_mesh",
                    content.facets() == 0
                            ? "The file holds no facets: there is nothing to measure."
                            : "No facet of the file is finite: there is nothing to measure."));
            return;
        }
        if (sum.degenerateFacets() > 0) {
            warnings.add(MeshWarning.of(
                    "degenerate_facets",
                    Figures.count(sum.degenerateFacets(), "facet") + " of no area: corners that coincide or lie on a"
                            + " line. They add nothing to volume and surface."));
        }
        size(warnings, box, volume, sum.area());
        if (Math.abs(box.minZ()) > ON_BED) {
            String where = box.minZ() > 0 ? " mm above" : " mm below";
            warnings.add(MeshWarning.of(
                    "not_on_bed",
                    "The lowest point is " + Figures.text(Math.abs(box.minZ())) + where + " Z = 0; slicers move the"
                            + " part onto the bed."));
        }
    }

    private static void size(List<MeshWarning> warnings, BoundingBox box, double volume, double area) {
        if (volume > 0 && volume < METRES_BELOW) {
            warnings.add(units("maybe_metres", "metres", 1000, box, volume));
        } else if (volume > 0 && volume < INCHES_BELOW) {
            warnings.add(units("maybe_inches", "inches", 25.4, box, volume));
        } else if (volume > 0 && 2 * volume / area < THIN_BELOW) {
            warnings.add(MeshWarning.of(
                    "thin_walls",
                    "The walls are " + Figures.text(2 * volume / area) + " mm thick on average (twice the volume by the"
                            + " surface), thinner than one line of a 0.4 mm nozzle; they may not print."));
        }
    }

    private static MeshWarning units(String code, String unit, double millimetres, BoundingBox box, double volume) {
        return MeshWarning.of(
                code,
                "The volume is only " + Figures.text(volume) + " mm3: the file may be in " + unit + ", and the part "
                        + Figures.text(box.sizeX() * millimetres) + " x " + Figures.text(box.sizeY() * millimetres)
                        + " x " + Figures.text(box.sizeZ() * millimetres) + " mm. Nothing was scaled.");
    }
}
