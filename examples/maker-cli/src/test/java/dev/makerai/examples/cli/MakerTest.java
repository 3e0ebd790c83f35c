package dev.makerai.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakerTest {
    @TempDir
    Path folder;

    private Path cube(double size) throws Exception {
        return Files.writeString(folder.resolve("cube.stl"), Cube.stl(size));
    }

    @Test
    void meshPrintsOneJsonObjectPerFileAndNothingElse() throws Exception {
        MakerProcess maker = MakerProcess.run("mesh", "--json", cube(20), cube(20));

        assertEquals(0, maker.exit(), maker.err());
        assertEquals(2, maker.json().size());
        Json cube = maker.json().get(0);
        assertEquals(
                List.of(
                        "file",
                        "format",
                        "solids",
                        "facets",
                        "volume_mm3",
                        "volume_reliable",
                        "area_mm2",
                        "bbox",
                        "watertight",
                        "open_edges",
                        "open_edges_exact",
                        "nonmanifold_edges",
                        "inconsistent_edges",
                        "shells",
                        "degenerate_facets",
                        "duplicate_facets",
                        "nonfinite_facets",
                        "warnings"),
                List.copyOf(cube.members().keySet()));
        assertEquals("ascii", cube.get("format").string());
        assertEquals(8000, cube.get("volume_mm3").number().doubleValue());
        assertEquals(true, cube.get("watertight").bool());
        assertEquals(20, cube.get("bbox").get("size").elements().get(2).number().doubleValue());
    }

    @Test
    void aFileThatIsRefusedIsReportedInItsLineAndTheOthersGoOn() throws Exception {
        Path broken =
                Files.writeString(folder.resolve("broken.stl"), Cube.stl(20).replaceFirst("20\\.0", "20,0"));

        MakerProcess maker = MakerProcess.run("mesh", "--json", broken, folder.resolve("missing.stl"), cube(10));

        assertEquals(1, maker.exit());
        List<Json> lines = maker.json();
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).get("error").get("line").number().intValue() > 1, maker.out());
        assertTrue(lines.get(0).get("error").get("code").string().matches("[a-z_]+"));
        assertTrue(lines.get(1).get("error").get("message").string().contains("missing.stl"));
        assertNull(lines.get(2).get("error"));
    }

    @Test
    void wrongUsageEndsWithTwo() throws Exception {
        assertEquals(2, MakerProcess.run("mesh").exit());
        assertEquals(2, MakerProcess.run("mesh", "--colour", cube(20)).exit());
        assertEquals(2, MakerProcess.run("quote", cube(20)).exit());
        assertEquals(
                2, MakerProcess.run("quote", cube(20), "--material", "Cheese").exit());
        assertEquals(
                2,
                MakerProcess.run("quote", cube(20), "--material", "PLA", "--infill", "120")
                        .exit());
        assertEquals(
                2,
                MakerProcess.run("quote", cube(20), "--material", "PLA", "--quantity", "0")
                        .exit());
        assertEquals(
                2,
                MakerProcess.run("quote", cube(20), "--material", "PLA", "--printer", "MK4")
                        .exit());
        assertEquals(2, MakerProcess.run("dance").exit());
        assertEquals(2, MakerProcess.run().exit());
    }

    @Test
    void theLinesOfAQuoteAddUpToItsTotal() throws Exception {
        MakerProcess maker = MakerProcess.run(
                "quote", "--json", cube(20), "--material", "petg", "--quantity", "7", "--infill", "35");

        assertEquals(0, maker.exit(), maker.err());
        Json quote = maker.json().get(0);
        BigDecimal sum = quote.get("lines").elements().stream()
                .map(line -> line.get("amount").number())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, quote.get("total").number().compareTo(sum), maker.out());
        double weight = quote.get("weight_g").number().doubleValue();
        List<Json> band = quote.get("weight_band_g").elements();
        assertTrue(band.get(0).number().doubleValue() <= weight);
        assertTrue(band.get(1).number().doubleValue() >= weight);
        assertTrue(quote.get("time_method").string().contains("mm3/s"), maker.out());
    }

    @Test
    void aBiggerPartWeighsMoreAndCostsMore() throws Exception {
        Json small = MakerProcess.run("quote", "--json", cube(20), "--material", "PLA")
                .json()
                .get(0);
        Json large = MakerProcess.run("quote", "--json", cube(40), "--material", "PLA")
                .json()
                .get(0);

        for (String figure : List.of("weight_g", "print_time_s", "total")) {
            assertTrue(large.get(figure).number().compareTo(small.get(figure).number()) > 0, figure);
        }
    }

    @Test
    void anOpenMeshIsNotQuoted() throws Exception {
        String stl = Cube.stl(20);
        Path open = Files.writeString(
                folder.resolve("open.stl"),
                stl.substring(0, stl.indexOf("facet")) + stl.substring(stl.indexOf("endfacet") + "endfacet".length()));

        MakerProcess maker = MakerProcess.run("quote", "--json", open, "--material", "PLA");

        assertEquals(1, maker.exit(), maker.out());
        assertTrue(maker.json().get(0).get("error").get("message").string().length() > 20, maker.out());
    }

    @Test
    void everyToolIsListedWithItsStrictSchema() throws Exception {
        MakerProcess maker = MakerProcess.run("tools", "--json");

        assertEquals(0, maker.exit(), maker.err());
        assertTrue(
                maker.json().stream()
                        .map(tool -> tool.get("name").string())
                        .toList()
                        .containsAll(List.of("measure_mesh", "estimate_weight", "calculate_print_cost", "quote_print")),
                maker.out());
        for (Json tool : maker.json()) {
            assertEquals(true, tool.get("strict").bool());
            assertEquals(
                    false, tool.get("parameters").get("additionalProperties").bool());
            assertEquals(
                    tool.get("parameters").get("properties").members().size(),
                    tool.get("parameters").get("required").elements().size());
        }
    }

    @Test
    void everyCommandExplainsItself() throws Exception {
        for (String[] command : Stream.of("--help", "mesh --help", "quote --help", "ask --help", "tools --help")
                .map(words -> words.split(" "))
                .toList()) {
            MakerProcess maker = MakerProcess.run((Object[]) command);

            assertEquals(0, maker.exit());
            assertTrue(maker.out().contains("Usage: maker"), maker.out());
        }
    }
}
