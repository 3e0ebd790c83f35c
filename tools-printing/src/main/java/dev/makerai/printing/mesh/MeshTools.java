package dev.makerai.printing.mesh;

import dev.makerai.schema.Param;
import dev.makerai.schema.Range;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolFailure;
import dev.makerai.tools.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measuring and weighing STL files as tools for a model. */
public final class MeshTools {
    private final Workspace workspace;

    /**
     * Tools over the files of one folder.
     *
     * @param workspace the only folder whose files the model can name
     */
    public MeshTools(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The figures of a mesh and what is wrong with it.
     *
     * @throws ToolFailure if there is no such file or it is not an STL file
     */
    @Tool("Measures an STL file: size, volume, area, and whether it is closed and can be printed")
    public Measures measureMesh(@Param("Name of the STL file") String file) {
        try {
            return Measures.of(MeshFile.of(workspace.resolve(file)).check());
        } catch (MeshException e) {
            throw new ToolFailure(Figures.escaped(file) + ": " + e.getMessage(), e);
        }
    }

    /**
     * What one print weighs.
     *
     * @throws ToolFailure if there is no such file, it is not an STL file, or it holds no body to print
     */
    @Tool(
            "Estimates the filament that one print of an STL file takes, in grams, with the band in which it probably lies")
    public Weight estimateWeight(
            @Param("Name of the STL file") String file,
            @Param("Density of the filament in g/cm3, such as 1.24 for PLA")
                    @Range(min = 0, exclusiveMin = true, max = 25)
                    double densityGPerCm3,
            @Param(value = "Infill in percent", defaultValue = "20") @Range(min = 0, max = 100) double infillPercent,
            @Param(value = "Perimeters side by side", defaultValue = "2") @Range(min = 0, max = 20) int perimeters,
            @Param(value = "Whether supports are printed below overhangs", defaultValue = "false") boolean supports) {
        PrintSettings settings = PrintSettings.standard()
                .withInfill(infillPercent / 100)
                .withPerimeters(perimeters)
                .withSupports(supports);
        try {
            return Weight.of(MeshFile.of(workspace.resolve(file)).estimateWeight(settings, densityGPerCm3));
        } catch (MeshException e) {
            throw new ToolFailure(Figures.escaped(file) + ": " + e.getMessage(), e);
        }
    }

    /**
     * What the model is told of a mesh; null stands for a figure that there is none of.
     *
     * @param format {@code binary} or {@code ascii}
     * @param facets all triangles
     * @param sizeMm along X, Y and Z
     * @param volumeMm3 volume of the body
     * @param volumeReliable whether the volume is that of a closed body
     * @param areaMm2 area of the surface
     * @param watertight whether the surface is closed
     * @param shells parts that hang together
     * @param warnings all that is odd about the file
     */
    public record Measures(
            String format,
            long facets,
            @Nullable List<Double> sizeMm,
            @Nullable Double volumeMm3,
            boolean volumeReliable,
            double areaMm2,
            boolean watertight,
            long shells,
            List<String> warnings) {
        private static Measures of(MeshReport report) {
            BoundingBox box = report.metrics().box();
            return new Measures(
                    switch (report.metrics().format()) {
                        case STL_BINARY -> "binary";
                        case STL_ASCII -> "ascii";
                    },
                    report.metrics().facets(),
                    box == null ? null : List.of(box.sizeX(), box.sizeY(), box.sizeZ()),
                    report.volumeMm3(),
                    report.volumeReliable(),
                    report.metrics().areaMm2(),
                    report.watertight(),
                    report.shells(),
                    report.warnings().stream().map(MeshWarning::message).toList());
        }
    }

    /**
     * What the model is told of a print.
     *
     * @param weightG the estimate
     * @param bandG the least and the most that it probably weighs
     * @param extrudedVolumeMm3 filament that leaves the nozzle
     * @param layers layers of the print
     */
    public record Weight(double weightG, List<Double> bandG, double extrudedVolumeMm3, int layers) {
        private static Weight of(WeightEstimate estimate) {
            return new Weight(
                    estimate.weightGrams(),
                    List.of(estimate.lowGrams(), estimate.highGrams()),
                    estimate.extrudedVolumeMm3(),
                    estimate.layers());
        }
    }
}
