package dev.makerai.printing.mesh;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Every file of the corpus against its row of the manifest. */
class CorpusTest {
    /** Files that are refused: code, and the line where there is one. */
    private static final Map<String, String> REFUSED = Map.of(
            "zero_bytes.stl", "empty_file",
            "not_stl_html.stl", "not_stl",
            "not_stl_obj.stl", "not_stl",
            "asc_comma_decimal.stl", "decimal_comma 2",
            "asc_quad_facet.stl", "wrong_vertex_count 7");

    /** Warnings that the manifest's "expected" column asks for, with a piece of the message. */
    private static final Map<String, List<String>> WARNINGS = Map.ofEntries(
            Map.entry("asc_empty_solid.stl", List.of("empty_mesh:no facets")),
            Map.entry("asc_solid_only.stl", List.of("empty_mesh:no facets", "missing_endsolid:")),
            Map.entry("bin_zero_facets.stl", List.of("empty_mesh:no facets")),
            Map.entry("asc_no_endsolid.stl", List.of("missing_endsolid:endsolid")),
            Map.entry("asc_overflow_number.stl", List.of("non_finite_facets:1 facet ", "open_edges:3 open")),
            Map.entry("bin_nan_inf.stl", List.of("non_finite_facets:2 facets")),
            Map.entry("bin_count_ffffffff.stl", List.of("facet_count_mismatch:4294967295")),
            Map.entry("bin_count_too_high.stl", List.of("facet_count_mismatch:declares 13 facets")),
            Map.entry("bin_count_zero_with_data.stl", List.of("facet_count_mismatch:declares 0 facets")),
            Map.entry("bin_trailing_junk.stl", List.of("trailing_bytes:37 bytes")),
            Map.entry("bin_truncated_mid_facet.stl", List.of("truncated:9 whole", "open_edges:")),
            Map.entry("bin_wrong_normals.stl", List.of("mismatching_normals:12 facets")),
            Map.entry("degenerate_facets.stl", List.of("degenerate_facets:3 facets", "open_edges:nothing is missing")),
            Map.entry("duplicate_all.stl", List.of("duplicate_facets:12 facets", "non_manifold_edges:18 edges")),
            Map.entry("duplicate_facet.stl", List.of("duplicate_facets:1 facet ")),
            Map.entry("floating_part_not_on_bed.stl", List.of("not_on_bed:12.5 mm above")),
            Map.entry("hollow_cube_inner_reversed.stl", List.of("cavities:1 closed void of together 4096 mm3")),
            Map.entry("inside_out_cube.stl", List.of("inside_out:positive")),
            Map.entry("missing_one_facet.stl", List.of("open_edges:3 open edges around 1 hole")),
            Map.entry("near_miss_1e-5.stl", List.of("open_edges:4 open", "near_miss_edges:4 open edges")),
            Map.entry(
                    "one_flipped_facet.stl",
                    List.of("inconsistent_winding:1 facet wound", "inconsistent_winding:8000 mm3")),
            Map.entry("open_box_no_lid.stl", List.of("open_edges:about 400 mm2 are missing")),
            Map.entry("t_junction.stl", List.of("open_edges:nothing is missing")),
            Map.entry("thin_wall_0.4_box.stl", List.of("thin_walls:0.39997 mm", "cavities:1 closed void")),
            Map.entry("two_cubes_overlap.stl", List.of("overlapping_shells:1 pair")),
            Map.entry("two_cubes_share_edge.stl", List.of("non_manifold_edges:1 edge ")),
            Map.entry("two_cubes_share_face.stl", List.of("non_manifold_edges:4 edges")),
            Map.entry("unit_inches_cube.stl", List.of("maybe_inches:50.8 x 38.1 x 25.4")),
            Map.entry("tiny_1e-20.stl", List.of("maybe_metres:")),
            Map.entry("tm_featuretype.STL", List.of("merged_points:576 edges")),
            Map.entry("sl_spikey_top.stl", List.of("merged_points:48 edges")));

    /** Files without any fault: they must get no warning but hints about size and place. */
    private static final List<String> HINTS = List.of("not_on_bed", "maybe_inches", "maybe_metres", "thin_walls");

    @TestFactory
    Stream<DynamicTest> everyFileOfTheManifest() {
        Path folder = Corpus.folder();
        return Corpus.rows("manifest.csv").stream()
                .map(row -> DynamicTest.dynamicTest(row.get("file"), () -> check(folder, row)));
    }

    private static void check(Path folder, Map<String, String> row) {
        String name = row.get("file");
        MeshFile file = MeshFile.of(folder.resolve(name));
        String refused = REFUSED.get(name);
        if (refused != null) {
            MeshFormatException e = assertThrows(MeshFormatException.class, file::check);
            assertEquals(refused, e.code() + (e.line() == null ? "" : " " + e.line()), e.getMessage());
            return;
        }
        MeshReport report = file.check();
        assertEquals(file.measure(), report.metrics());
        if (row.get("facets").equals("0")) {
            assertNull(report.volumeMm3());
            assertNull(report.metrics().box());
            assertEquals(0, report.metrics().areaMm2());
        } else {
            assertAll(name, figures(row, report));
        }
        warnings(name, report);
    }

    private static Stream<Executable> figures(Map<String, String> row, MeshReport report) {
        MeshMetrics metrics = report.metrics();
        boolean binary = row.get("kind").equals("binary");
        double tolerance = binary ? 1e-9 : 1e-6;
        boolean closed = row.get("open_edges_weld_1e-8").isEmpty()
                ? row.get("watertight_exact").equals("yes")
                : number(row, "open_edges_weld_1e-8") == 0 && number(row, "nonmanifold_weld_1e-8") == 0;
        boolean watertight = closed && number(row, "inconsistent_edges") == 0;
        return Stream.of(
                () -> assertEquals(binary ? MeshFormat.STL_BINARY : MeshFormat.STL_ASCII, metrics.format()),
                () -> assertEquals(row.get("solids").isEmpty() ? 1 : number(row, "solids"), metrics.solids()),
                () -> assertEquals(number(row, "facets"), metrics.facets(), "facets"),
                () -> assertNear(Math.abs(number(row, "volume_mm3")), metrics.volumeMm3(), tolerance, "volume"),
                () -> assertNear(number(row, "area_mm2"), metrics.areaMm2(), tolerance, "area"),
                () -> assertEquals(box(row), metrics.box()),
                () -> assertEquals(number(row, "volume_mm3") < 0, metrics.insideOut(), "inside out"),
                () -> assertEquals(watertight, report.watertight(), "watertight"),
                () -> assertEquals(watertight && !overlaps(row), report.volumeReliable(), "volume reliable"),
                () -> assertEquals(number(row, "open_edges"), report.openEdgesExact(), "open edges, exact"),
                () -> assertEquals(weldedOrExact(row, "open_edges"), report.openEdges(), "open edges"),
                () -> assertEquals(weldedOrExact(row, "nonmanifold"), report.nonManifoldEdges(), "non-manifold edges"),
                () -> assertEquals(number(row, "inconsistent_edges"), report.inconsistentEdges(), "inconsistent edges"),
                () -> assertEquals(number(row, "shells_edge"), report.shells(), "shells"),
                () -> assertEquals(
                        number(row, "collapsed_facets") + number(row, "zero_area_facets"),
                        metrics.degenerateFacets(),
                        "degenerate facets"),
                () -> assertEquals(number(row, "duplicate_facets"), report.duplicateFacets(), "duplicate facets"),
                () -> assertEquals(number(row, "nonfinite_facets"), metrics.nonFiniteFacets(), "non-finite facets"));
    }

    /** The manifest takes the sum of bodies that overlap for a volume. */
    private static boolean overlaps(Map<String, String> row) {
        return row.get("file").equals("two_cubes_overlap.stl");
    }

    private static double weldedOrExact(Map<String, String> row, String column) {
        String welded = column + "_weld_1e-8";
        String exact = column.equals("nonmanifold") ? "nonmanifold_edges" : column;
        return number(row, row.get(welded).isEmpty() ? exact : welded);
    }

    private static void warnings(String name, MeshReport report) {
        List<String> found = report.warnings().stream()
                .map(warning -> warning.code() + ":" + warning.message())
                .toList();
        for (String wanted : WARNINGS.getOrDefault(name, List.of())) {
            String code = wanted.substring(0, wanted.indexOf(':') + 1);
            String piece = wanted.substring(code.length());
            assertTrue(
                    found.stream().anyMatch(text -> text.startsWith(code) && text.contains(piece)),
                    wanted + " is not in " + found);
        }
        boolean sound = report.watertight()
                && report.metrics().degenerateFacets() == 0
                && !WARNINGS.containsKey(name)
                && !report.warnings().stream().anyMatch(w -> w.code().equals("mismatching_normals"));
        if (sound && report.shells() == 1) {
            assertEquals(
                    List.of(),
                    report.warnings().stream()
                            .map(MeshWarning::code)
                            .filter(code -> !HINTS.contains(code))
                            .toList());
        }
    }

    private static BoundingBox box(Map<String, String> row) {
        return new BoundingBox(
                number(row, "min_x"),
                number(row, "min_y"),
                number(row, "min_z"),
                number(row, "max_x"),
                number(row, "max_y"),
                number(row, "max_z"));
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static void assertNear(double expected, Double actual, double relative, String what) {
        assertNotNull(actual, what);
        assertEquals(expected, actual, Math.abs(expected) * relative, what);
    }
}
