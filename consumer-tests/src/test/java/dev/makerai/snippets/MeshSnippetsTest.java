package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makerai.printing.mesh.MeshException;
import dev.makerai.printing.mesh.MeshFile;
import dev.makerai.printing.mesh.MeshMetrics;
import dev.makerai.printing.mesh.MeshReport;
import dev.makerai.testing.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of {@code dev.makerai.printing.mesh}. */
class MeshSnippetsTest {
    private static final String ORIGIN = "0 0 0";
    private static final String X = "30 0 0";
    private static final String Y = "0 20 0";
    private static final String Z = "0 0 10";

    @TempDir
    Path folder;

    private final List<String> logged = new ArrayList<>();

    static final class Measure {
        public static void main(String[] args) {
            MeshFile part = MeshFile.of(Path.of("bracket.stl"));
            MeshMetrics metrics = part.measure(); // volume, area, box: one pass, any size of file
            MeshReport report = part.check(); // the same, and is it closed?
            System.out.println(metrics.volumeMm3() + " " + metrics.areaMm2() + " "
                    + metrics.box().sizeX());
            System.out.println(report.metrics().equals(metrics) + " " + report.watertight());
        }
    }

    @Test
    void aMeshIsMeasuredAndChecked() throws Exception {
        writeBracket(facet(ORIGIN, Y, X), facet(ORIGIN, X, Z), facet(ORIGIN, Z, Y), facet(X, Y, Z));

        assertEquals("1000.0 900.0 30.0\ntrue true\n", Program.output(Measure.class, folder, new ScriptedModel()));
    }

    static final class Report {
        public static void main(String[] args) {
            MeshReport report = MeshFile.of(Path.of("bracket.stl")).check();
            if (report.volumeReliable()) {
                System.out.println(report.volumeMm3() / 1000 + " cm3");
            }
            report.warnings().forEach(warning -> System.out.println(warning.message()));
        }
    }

    @Test
    void aReportTellsWhatIsOddAboutAMesh() throws Exception {
        // All facets look inwards.
        writeBracket(facet(ORIGIN, X, Y), facet(ORIGIN, Z, X), facet(ORIGIN, Y, Z), facet(X, Z, Y));

        assertEquals(
                "1.0 cm3\nAll facets look inwards; the volume is given as a positive number.\n",
                Program.output(Report.class, folder, new ScriptedModel()));
    }

    @Test
    void anErrorHasACode() throws Exception {
        Path path = folder.resolve("empty.stl");
        Files.createFile(path);

        try {
            log(MeshFile.of(path).measure().volumeMm3() + " mm3");
        } catch (MeshException e) {
            log(e.code() + ": " + e.getMessage());
        }

        assertEquals(List.of("empty_file: The file is empty: it has no bytes."), logged);
    }

    private void log(String message) {
        logged.add(message);
    }

    private void writeBracket(String... facets) throws Exception {
        Files.writeString(folder.resolve("bracket.stl"), "solid\n" + String.join("", facets) + "endsolid\n");
    }

    private static String facet(String a, String b, String c) {
        return "facet normal 0 0 0\nouter loop\nvertex " + a + "\nvertex " + b + "\nvertex " + c
                + "\nendloop\nendfacet\n";
    }
}
