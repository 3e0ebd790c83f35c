package dev.makerai.printing.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiStlTest {
    private static final String CUBE = TestMesh.cube(0, 0, 0, 20).ascii();
    private static final String FACET =
            "facet normal 0 0 1 outer loop vertex 0 0 0 vertex 1 0 0 vertex 0 1 0 endloop endfacet ";

    @Test
    void aCubeHasItsFigures() {
        MeshMetrics metrics = measure(CUBE);

        assertEquals(MeshFormat.STL_ASCII, metrics.format());
        assertEquals(12, metrics.facets());
        assertEquals(1, metrics.solids());
        assertEquals(8000, metrics.volumeMm3());
        assertEquals(List.of(), metrics.warnings());
    }

    @Test
    void layoutAndCaseMeanNothing() {
        MeshMetrics wanted = measure(CUBE);

        assertEquals(wanted, measure(CUBE.replace("\n", "\r")));
        assertEquals(wanted, measure(CUBE.replace("\n", "\r\n")));
        assertEquals(wanted, measure(CUBE.replace(" ", " \t\u000b\f ")));
        assertEquals(wanted, measure(CUBE.toUpperCase(Locale.ROOT)));
        assertEquals(wanted, measure("\n\n \t " + CUBE));
        assertEquals(wanted, measure("\ufeff" + CUBE));
        assertEquals(wanted, measure(CUBE.replace("\n", " ")));
        assertEquals(wanted, measure(CUBE + "\u001a"));
        assertEquals(wanted, measure(CUBE.replace("endsolid part\n", "endsolid")));
    }

    @Test
    void anyNumberOfBlanksMayComeFirst() {
        MeshMetrics wanted = measure(CUBE);
        for (int blanks : new int[] {4000, 4095, 4096, 5000, 131_071, 131_072, 131_073, 300_000}) {
            assertEquals(wanted, measure(" ".repeat(blanks) + CUBE), blanks + " blanks");
            assertEquals(wanted, measure(CUBE.indent(blanks % 7) + " ".repeat(blanks)), blanks + " blanks behind");
        }
    }

    @Test
    void linesAreCountedThroughBlanks() {
        for (int lines : new int[] {10, 3000, 131_070, 131_071, 131_072, 200_000}) {
            for (String end : List.of("\n", "\r", "\r\n")) {
                String broken = end.repeat(lines) + "solid x" + end + FACET.replace("vertex 1 0 0", "vertex 1 0 l");
                MeshFormatException e = assertThrows(MeshFormatException.class, () -> measure(broken));

                assertEquals(lines + 2, e.line(), lines + " lines");
            }
        }
    }

    @Test
    void aWarningIsGivenOnceHoweverOftenThereIsCauseForIt() {
        List<MeshWarning> warnings = measure("solid\n".repeat(50_000) + CUBE).warnings();

        assertEquals(
                List.of("missing_endsolid"),
                warnings.stream().map(MeshWarning::code).toList());
        assertEquals(2, warnings.get(0).line());
        assertTrue(
                warnings.get(0).message().contains("50000 places: lines 2, 3, 4, 5, 6 and more."),
                warnings.get(0).message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "facet",
                "solid",
                "endsolid",
                "vertex loop",
                "facet normal",
                "outer facet normal x",
                "facet normal 0 0 1",
                "facet normal 0 0 1 outer",
                "facet normal 0 0 1 outer loop",
                "facet normal 0 part 1 of 2",
                "facet normal 1 2 3 4 5",
                "endsolid solid facet normal 0",
                "a b  c",
                "Gehäuse – Teil 1 [x2] (PLA)",
                "月球"
            })
    void anyNameIsSkipped(String name) {
        String text = CUBE.replace("solid part", "solid " + name);
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            MeshMetrics metrics = MeshFile.of(text.getBytes(charset)).measure();

            assertEquals(12, metrics.facets());
            assertEquals(1, metrics.solids());
            assertEquals(List.of(), metrics.warnings());
            MeshMetrics named = measure(text.replace("endsolid part", "endsolid " + name));
            assertEquals(List.of(), named.warnings());
            assertEquals(12, named.facets());
        }
    }

    @Test
    void aVeryLongNameIsSkipped() {
        assertEquals(12, measure(CUBE.replace("part", "long ".repeat(100_000))).facets());
        assertEquals(12, measure(CUBE.replace("part", "x".repeat(500_000))).facets());
        assertEquals(measure(CUBE), measure(CUBE.replace("part", "a " + "x".repeat(3_000_000) + "facet normal 0 0 1")));
    }

    @Test
    void aWrongFacetInAFileWithoutLinesIsNoName() {
        String oneLine = CUBE.replaceAll("\\s+", " ");

        assertRefused(oneLine.replaceFirst("outer loop", "inner loop"), "unexpected_text", 1);
        assertRefused("solid x facet normal 0 0 1 inner loop endsolid x", "unexpected_text", 1);
        assertEquals(
                1,
                MeshFile.of(bytes("solid x " + FACET.replace("0 0 1 o", "0 0 -1 o") + "endsolid"))
                        .check()
                        .warnings()
                        .stream()
                        .filter(warning -> warning.code().equals("mismatching_normals"))
                        .count());
    }

    @Test
    void severalSolidsAreOneMesh() {
        String other = TestMesh.cube(30, 0, 0, 20).ascii();

        assertEquals(2, measure(CUBE + other).solids());
        assertEquals(16000, measure(CUBE + "\n" + other).volumeMm3());
        assertEquals(3, measure((CUBE + other + CUBE).replace("\n", " ")).solids());
        assertEquals(36, measure((CUBE + other + CUBE).replace("\n", " ")).facets());
    }

    @Test
    void facetsWithoutFinalWordsCount() {
        assertEquals(12, measure(CUBE.replace("  endfacet\n", "")).facets());
        assertEquals(12, measure(CUBE.replace("    endloop\n", "")).facets());
        assertEquals(12, measure(CUBE.replace("    endloop\n  endfacet\n", "")).facets());
    }

    @Test
    void theNormalMayBeAnything() {
        for (String normal : List.of("nan nan nan", "+inf -inf weird", "-nan(ind) 1.#QNAN 20.0f", "1e999 0 0", "")) {
            MeshReport report = MeshFile.of(bytes(CUBE.replace("normal 0 0 0", "normal " + normal)))
                    .check();

            assertEquals(8000, report.volumeMm3());
            assertEquals(List.of(), report.warnings());
        }
        assertEquals(12, measure(CUBE.replace("facet normal 0 0 0", "facet")).facets());
        assertEquals(
                12,
                measure(CUBE.replace("endfacet", "endfacet blah").replace("endloop", "endloop x y"))
                        .facets());
    }

    @Test
    void aMissingEndIsAWarning() {
        MeshMetrics metrics = measure(CUBE.replace("endsolid part\n", ""));

        assertEquals(12, metrics.facets());
        assertEquals(List.of("missing_endsolid"), codes(metrics));
        assertEquals(List.of("missing_endsolid"), codes(measure(CUBE.replace("endsolid part\n", "") + CUBE)));
        assertEquals(2, measure(CUBE.replace("endsolid part\n", "") + CUBE).solids());
    }

    @Test
    void aFileCutInsideAFacetGivesTheWholeOnes() {
        MeshMetrics metrics = measure(CUBE.substring(0, CUBE.lastIndexOf("vertex") + 12));

        assertEquals(11, metrics.facets());
        assertEquals(List.of("truncated", "missing_endsolid"), codes(metrics));
        // A number may have been cut too, so a facet counts only when something follows it.
        assertEquals(
                11,
                measure(CUBE.substring(0, CUBE.lastIndexOf("endloop")).strip()).facets());
    }

    @Test
    void textBehindTheLastSolidIsAWarning() {
        MeshMetrics metrics = measure(CUBE + "made by hand\nsolid thanks to all\nendsolid");

        assertEquals(12, metrics.facets());
        assertEquals(List.of("trailing_text"), codes(metrics));
        assertEquals(87L, metrics.warnings().get(0).line());
    }

    @Test
    void aSolidWithoutFacetsIsAnEmptyMesh() {
        for (String text : List.of("solid", "solid nothing\nendsolid nothing\n", "SOLID\nENDSOLID", "solid facet")) {
            MeshReport report = MeshFile.of(bytes(text)).check();

            assertNull(report.volumeMm3());
            assertEquals(0, report.metrics().facets());
            assertTrue(codes(report.metrics()).contains("empty_mesh"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x1p4, bad_number",
        "20.0f, bad_number",
        "20d, bad_number",
        "NaN, bad_number",
        "nan, bad_number",
        "inf, bad_number",
        "Infinity, bad_number",
        "., bad_number",
        "-, bad_number",
        "e5, bad_number",
        "1e, bad_number",
        "1e+, bad_number",
        "1.2.3, bad_number",
        "--1, bad_number",
        "1_000, bad_number",
        "٣, bad_number",
        "vertex, bad_number",
        "'0,5', decimal_comma"
    })
    void whatIsNoNumberIsRefusedWithItsLine(String word, String code) {
        String text = CUBE.replaceFirst("vertex 0.0 20.0 0.0", "vertex 0.0 " + word + " 0.0");
        MeshFormatException e = assertThrows(MeshFormatException.class, () -> measure(text));

        assertEquals(code, e.code());
        assertEquals(5L, e.line());
        assertNull(e.offset());
        assertTrue(e.getMessage().startsWith("Line 5: "), e.getMessage());
        assertEquals(
                5L,
                assertThrows(MeshFormatException.class, () -> measure(text.replace("\n", "\r\n")))
                        .line());
        assertEquals(
                5L,
                assertThrows(MeshFormatException.class, () -> measure(text.replace("\n", "\r")))
                        .line());
    }

    @Test
    void aNumberTooLargeIsNotFinite() {
        MeshMetrics metrics = measure(CUBE.replaceFirst("vertex 0.0 20.0 0.0", "vertex 0.0 1e400 0.0"));

        assertEquals(1, metrics.nonFiniteFacets());
        assertEquals(2200, metrics.areaMm2());
    }

    @Test
    void facetsThatAreNoTrianglesAreRefusedWithTheirLine() {
        String four = CUBE.replaceFirst("    endloop", "      vertex 0 0 0\n    endloop");
        String two = CUBE.replaceFirst("      vertex 0.0 20.0 0.0\n", "");

        assertRefused(four, "wrong_vertex_count", 7);
        assertRefused(two, "wrong_vertex_count", 6);
        assertRefused(CUBE.replaceFirst("vertex 0.0 20.0 0.0", "vertex 0.0 20.0"), "bad_number", 6);
    }

    @Test
    void strayWordsAreRefusedWithTheirLine() {
        assertRefused(CUBE.replaceFirst("outer loop", "inner loop"), "unexpected_text", 3);
        assertRefused(CUBE.replaceFirst("outer loop", "outer"), "unexpected_text", 4);
        assertRefused(CUBE.replaceFirst("  endfacet\n", "  endfacet\n  colour 1 2 3\n"), "unexpected_text", 9);
        assertRefused("solid x\nthis is no mesh\n", "unexpected_text", 2);
    }

    @Test
    void wordsWithoutEndAreRefused() {
        assertRefused("solid x\nfacet normal " + "9".repeat(3_000_000), "token_too_long", 2);
    }

    @Test
    void facetsWithoutTheWordSolidAreRead() {
        MeshMetrics metrics = measure(FACET + "\nendsolid");

        assertEquals(1, metrics.facets());
        assertEquals(List.of("missing_solid"), codes(metrics));
    }

    @Test
    void zeroBytesInTextAreBlanks() {
        assertEquals(12, measure(CUBE.replace("solid part", "solid part\0\0")).facets());
        assertEquals(12, measure(CUBE + "\0\0\0").facets());
    }

    @Test
    void numbersAreTheNearestFloats() {
        Random random = new Random(7);
        for (int i = 0; i < 30_000; i++) {
            String number = randomNumber(random);
            float wanted = Float.parseFloat(number);
            MeshMetrics metrics = measure("solid\n" + FACET.replace("1 0 0", number + " 0 0") + "\nendsolid");

            if (Float.isInfinite(wanted)) {
                assertEquals(1, metrics.nonFiniteFacets(), number);
            } else {
                assertEquals((double) wanted + 0f, metrics.box().maxX(), number);
            }
        }
    }

    /** A number without sign: of few digits, of many, between two floats, tiny, or huge. */
    private static String randomNumber(Random random) {
        float some = Float.intBitsToFloat(random.nextInt(0x7F80_0000));
        return switch (random.nextInt(6)) {
            case 0 -> Float.toString(random.nextFloat() * 300);
            case 1 -> new BigDecimal(random.nextDouble() * Math.pow(10, random.nextInt(60) - 30)).toPlainString();
            case 2 ->
                new BigDecimal(some)
                        .add(new BigDecimal(Math.nextUp(some)))
                        .divide(BigDecimal.valueOf(2))
                        .toString()
                        .replace("E+", "e")
                        .replace("E", "e");
            case 3 -> Double.toString(some * (1 + random.nextInt(3) * 0x1p-25));
            case 4 ->
                "000" + random.nextInt(1000) + "." + Long.toUnsignedString(random.nextLong()) + "e"
                        + (random.nextInt(100) - 50);
            default -> "." + "0".repeat(random.nextInt(60)) + random.nextInt(1_000_000) + "E+" + random.nextInt(80);
        };
    }

    private static void assertRefused(String text, String code, long line) {
        MeshFormatException e = assertThrows(MeshFormatException.class, () -> measure(text));
        assertEquals(code, e.code());
        assertEquals(line, e.line(), e.getMessage());
    }

    private static MeshMetrics measure(String text) {
        return MeshFile.of(bytes(text)).measure();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> codes(MeshMetrics metrics) {
        return metrics.warnings().stream().map(MeshWarning::code).toList();
    }
}
