package dev.makerai.printing.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import dev.makerai.printing.cost.CostModel;
import dev.makerai.printing.material.Materials;
import dev.makerai.tools.ToolResult;
import dev.makerai.tools.Toolset;
import dev.makerai.tools.Workspace;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteToolsTest {
    /** A tetrahedron with legs of 30 mm: 4.5 cm3. */
    private static final String STL =
            "solid t " + facet("0 0 0", "0 30 0", "30 0 0") + facet("0 0 0", "30 0 0", "0 0 30")
                    + facet("0 0 0", "0 0 30", "0 30 0") + facet("30 0 0", "0 30 0", "0 0 30") + "endsolid t";

    @TempDir
    Path folder;

    @BeforeEach
    void writeThePart() throws Exception {
        Files.writeString(folder.resolve("part.stl"), STL);
    }

    private static String facet(String a, String b, String c) {
        return "facet normal 0 0 0 outer loop vertex " + a + " vertex " + b + " vertex " + c + " endloop endfacet ";
    }

    private ToolResult call(Materials materials, String arguments) {
        return Toolset.of(new QuoteTools(Workspace.at(folder), CostModel.defaults(), materials))
                .call("quote_print", arguments);
    }

    private static String arguments(String file, String material, int quantity) {
        return "{\"file\":\"" + file + "\",\"material\":\"" + material
                + "\",\"infill_percent\":null,\"perimeters\":null,\"supports\":null,\"quantity\":" + quantity + "}";
    }

    private static Json quote(ToolResult result) {
        assertInstanceOf(ToolResult.Success.class, result, result.output());
        return Json.parse(result.output());
    }

    @Test
    void theLinesAddUpToTheTotal() {
        Json quote = quote(call(Materials.builtIn(), arguments("part.stl", "PLA", 7)));

        BigDecimal sum = quote.get("lines").elements().stream()
                .map(line -> line.get("amount").number())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, sum.compareTo(quote.get("total").number()), quote.text());
        assertEquals("EUR", quote.get("currency").string());
    }

    @Test
    void thePriceFollowsThePriceOfTheFilament() {
        Materials dear = Materials.builtIn();
        dear = dear.with(dear.find("PLA").withPrice("250", "EUR", LocalDate.of(2026, 11, 20)));

        BigDecimal usual = quote(call(Materials.builtIn(), arguments("part.stl", "PLA", 1000)))
                .get("total")
                .number();
        BigDecimal higher = quote(call(dear, arguments("part.stl", "PLA", 1000)))
                .get("total")
                .number();

        assertTrue(higher.compareTo(usual) > 0, higher + " > " + usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "0e-999999999", "-1e2147483647"})
    void numbersWithHugeExponentsAreAnsweredLikeOthers(String number) {
        String quantity = arguments("part.stl", "PLA", 1).replace(":1}", ":" + number + "}");
        String infill =
                arguments("part.stl", "PLA", 1).replace("\"infill_percent\":null", "\"infill_percent\":" + number);

        for (String arguments : List.of(quantity, infill)) {
            assertTrue(call(Materials.builtIn(), arguments).output().length() < 2000, arguments);
        }
        assertInstanceOf(ToolResult.Failure.class, call(Materials.builtIn(), quantity));
    }

    @Test
    void theModelIsToldThatAPartIsTooLarge() throws Exception {
        for (int size : new int[] {1500, 4000}) {
            String name = size + "x".repeat(220) + ".stl";
            Files.writeString(folder.resolve(name), STL.replace("30", String.valueOf(size)));

            String refused =
                    call(Materials.builtIn(), arguments(name, "PLA", 1)).output();

            assertTrue(refused.contains("too large") && refused.contains("units"), refused);
        }
    }

    @Test
    void theModelIsToldWhatIsWrong() throws Exception {
        Files.writeString(folder.resolve("page.stl"), "<!doctype html><html></html>");

        String unknown =
                call(Materials.builtIn(), arguments("part.stl", "PETH", 1)).output();
        String html = call(Materials.builtIn(), arguments("page.stl", "PLA", 1)).output();
        String missing =
                call(Materials.builtIn(), arguments("other.stl", "PLA", 1)).output();
        String none = call(Materials.builtIn(), arguments("part.stl", "PLA", 0)).output();

        assertTrue(unknown.contains("PETG"), unknown);
        assertTrue(html.contains("HTML"), html);
        assertTrue(missing.contains("part.stl"), missing);
        assertTrue(none.contains("quantity"), none);
    }
}
