package dev.makerai.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

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
    void aSpecialFileIsRefusedAndTheOthersGoOn() throws Exception {
        Path special = Path.of("/sys/kernel/uevent_seqnum");
        Assumptions.assumeTrue(Files.isReadable(special), "this system has no such file");

        MakerProcess maker = MakerProcess.run("mesh", "--json", cube(10), special, cube(20));

        assertEquals(1, maker.exit(), maker.err());
        assertEquals(3, maker.json().size(), maker.out());
        assertEquals("unreadable", maker.json().get(1).get("error").get("code").string());
        assertNull(maker.json().get(2).get("error"));
    }

    @Test
    void aFaultOfTheProgramIsThatFilesErrorOnly() {
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new MeshCommand()).setOut(new PrintWriter(out, true));

        Refusal.print(command, Path.of("odd.stl"), new IndexOutOfBoundsException("Index 80"), true);

        Json error = Json.parse(out.toString()).get("error");
        assertEquals("internal_error", error.get("code").string());
        assertTrue(error.get("message").string().contains("Index 80"), out.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--price-per-kg 1e999999999",
                "--price-per-kg 1e-999999999",
                "--price-per-kg 0e-999999999",
                "--price-per-kg 0e999999999",
                "--price-per-kg 1e-30",
                "--price-per-kg -1",
                "--price-per-kg 99999999999999999999999999999999999999999999999999",
                "--infill 1e-999999999",
                "--infill 1e999999999",
                "--infill 0e-999999999",
                "--pieces-per-plate 0",
                "--pieces-per-plate 1000000"
            })
    void anAmountBeyondAllBoundsIsWrongUsage(String option) throws Exception {
        String[] words = option.split(" ");

        MakerProcess maker = MakerProcess.run("quote", cube(20), "--material", "PLA", words[0], words[1]);

        assertEquals(2, maker.exit(), maker.out());
        assertTrue(maker.err().contains(words[0]) && maker.err().length() < 400, maker.err());
        assertEquals("", maker.out());
    }

    @Test
    void piecesThatShareAPlateAreCheaper() throws Exception {
        MakerProcess apart = MakerProcess.run("quote", "--json", cube(20), "--material", "PLA", "--quantity", "8");
        MakerProcess together = MakerProcess.run(
                "quote", "--json", cube(20), "--material", "PLA", "--quantity", "8", "--pieces-per-plate", "4");

        assertEquals(0, together.exit(), together.err());
        assertTrue(total(together).compareTo(total(apart)) < 0, together.out());
        assertTrue(apart.out().contains("a plate of its own"), apart.out());
        assertFalse(together.out().contains("a plate of its own"), together.out());
    }

    private static BigDecimal total(MakerProcess quote) {
        return quote.json().get(0).get("total").number();
    }

    @Test
    void aPartWithALongFileNameIsQuoted() throws Exception {
        Path part = Files.writeString(folder.resolve("part".repeat(60) + ".stl"), Cube.stl(20));

        MakerProcess maker = MakerProcess.run("quote", "--json", part, "--material", "PLA");

        assertEquals(0, maker.exit(), maker.out());
    }

    @Test
    void aPartThatIsTooLargeIsRefusedWithWhatToDo() throws Exception {
        for (double size : new double[] {1200, 4000, 9000}) {
            Json error = MakerProcess.run("quote", "--json", cube(size), "--material", "PLA")
                    .json()
                    .get(0)
                    .get("error");

            assertEquals("too_large", error.get("code").string(), error.text());
            assertTrue(error.get("message").string().contains("units"), error.text());
        }
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
