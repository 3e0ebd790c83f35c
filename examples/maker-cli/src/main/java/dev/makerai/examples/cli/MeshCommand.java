package dev.makerai.examples.cli;

import dev.makerai.printing.mesh.BoundingBox;
import dev.makerai.printing.mesh.MeshFile;
import dev.makerai.printing.mesh.MeshFormat;
import dev.makerai.printing.mesh.MeshReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code maker mesh}: figures and checks of STL files. */
@Command(
        name = "mesh",
        mixinStandardHelpOptions = true,
        description = "Measures and checks STL files.",
        footer = {"", "Warnings alone leave the exit status at 0; a file that cannot be read makes it 1."})
final class MeshCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "STL files, binary or text.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Print one JSON object per file.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        int exit = 0;
        for (Path file : files) {
            try {
                print(file, MeshFile.of(file).check());
            } catch (RuntimeException e) {
                // Whatever is wrong with one file, the others are looked at.
                exit = 1;
                Refusal.print(spec.commandLine(), file, e, json);
            }
        }
        return exit;
    }

    private void print(Path file, MeshReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Output.json(asJson(file, report)));
            return;
        }
        out.println(Output.visible(file + ": " + summary(report)));
        asJson(file, report).forEach((name, value) -> {
            if (!name.equals("file") && !name.equals("warnings")) {
                out.printf(Locale.ROOT, "  %-20s %s%n", name, value == null ? "unknown" : Output.plain(value));
            }
        });
        report.warnings().forEach(warning -> out.println("  warning: " + Output.visible(warning.message())));
    }

    private static String summary(MeshReport report) {
        BoundingBox box = report.metrics().box();
        Double volume = report.volumeMm3();
        if (box == null || volume == null) {
            return "nothing to print";
        }
        return String.format(
                Locale.ROOT,
                "%s x %s x %s mm, %s cm3, %s, %d %s",
                Output.plain(box.sizeX()),
                Output.plain(box.sizeY()),
                Output.plain(box.sizeZ()),
                Output.plain(volume / 1000),
                report.watertight() ? "closed" : "not closed",
                report.shells(),
                report.shells() == 1 ? "shell" : "shells");
    }

    private static Map<String, Object> asJson(Path file, MeshReport report) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("file", file.toString());
        out.put("format", format(report.metrics().format()));
        out.put("solids", report.metrics().solids());
        out.put("facets", report.metrics().facets());
        out.put("volume_mm3", report.volumeMm3());
        out.put("volume_reliable", report.volumeReliable());
        out.put("area_mm2", report.metrics().areaMm2());
        out.put("bbox", asJson(report.metrics().box()));
        out.put("watertight", report.watertight());
        out.put("open_edges", report.openEdges());
        out.put("open_edges_exact", report.openEdgesExact());
        out.put("nonmanifold_edges", report.nonManifoldEdges());
        out.put("inconsistent_edges", report.inconsistentEdges());
        out.put("shells", report.shells());
        out.put("degenerate_facets", report.metrics().degenerateFacets());
        out.put("duplicate_facets", report.duplicateFacets());
        out.put("nonfinite_facets", report.metrics().nonFiniteFacets());
        out.put(
                "warnings",
                report.warnings().stream()
                        .map(warning -> warning.code() + ": " + warning.message())
                        .toList());
        return out;
    }

    private static String format(MeshFormat format) {
        return switch (format) {
            case STL_BINARY -> "binary";
            case STL_ASCII -> "ascii";
        };
    }

    private static Map<String, Object> asJson(BoundingBox box) {
        if (box == null) {
            return null;
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("min", List.of(box.minX(), box.minY(), box.minZ()));
        out.put("max", List.of(box.maxX(), box.maxY(), box.maxZ()));
        out.put("size", List.of(box.sizeX(), box.sizeY(), box.sizeZ()));
        return out;
    }
}
