package dev.makerai.printing.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TruncatedAsciiStlTest {
    private static final String CUBE = TestMesh.cube(0, 0, 0, 20)
            .ascii()
            .replace("20.0", "-2.5e-1")
            .replace("normal 0 0 0", "normal 0.5 -1e-3 nan");

    @Test
    void aTextCutAnywhereGivesItsWholeFacets() {
        holdsAtEveryByte(CUBE);
        holdsAtEveryByte(CUBE.replace("\n", "\r\n"));
        holdsAtEveryByte(CUBE.replaceAll("\\s+", " "));
        holdsAtEveryByte(CUBE.replaceAll("\\n +", "\n"));
        holdsAtEveryByte(CUBE.toUpperCase(Locale.ROOT));
        holdsAtEveryByte(CUBE.replace("    endloop\n", "    endloop endfacet\n").replace("  endfacet\n", ""));
    }

    @Test
    void severalSolidsCutAnywhereGiveTheirWholeFacets() {
        holdsAtEveryByte(CUBE + CUBE);
        holdsAtEveryByte((CUBE + CUBE).replace("\n", "\r\n"));
    }

    @Test
    void aCutKeywordIsTold() {
        for (String tail : List.of("e", "endso", "f", "SOL")) {
            MeshMetrics metrics = MeshFile.of(
                            CUBE.replace("endsolid part\n", tail).getBytes(StandardCharsets.UTF_8))
                    .measure();

            assertEquals(12, metrics.facets());
            assertEquals("truncated", metrics.warnings().get(0).code(), tail);
        }
    }

    private static void holdsAtEveryByte(String text) {
        String keywords = text.toLowerCase(Locale.ROOT);
        int recognised = keywords.indexOf("solid") + "solid".length();
        for (int cut = recognised; cut < text.length(); cut++) {
            String part = text.substring(0, cut);
            String shown = "cut at " + cut + ": ..." + part.substring(Math.max(0, cut - 60));
            MeshMetrics metrics =
                    MeshFile.of(part.getBytes(StandardCharsets.UTF_8)).measure();
            List<String> codes =
                    metrics.warnings().stream().map(MeshWarning::code).toList();
            long whole = count("endloop", keywords.substring(0, cut));
            boolean inFacet = count("\\bfacet normal", keywords.substring(0, cut)) > whole;
            boolean closed =
                    count("\\bendsolid", keywords.substring(0, cut)) == count("\\bsolid", keywords.substring(0, cut));

            assertEquals(whole, metrics.facets(), shown);
            assertTrue(closed || codes.contains("truncated") || codes.contains("missing_endsolid"), shown + codes);
            assertTrue(!inFacet || whole == 0 || codes.contains("truncated"), shown + codes);
            assertTrue(!codes.contains("trailing_text"), shown + codes);
        }
    }

    private static long count(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().count();
    }
}
