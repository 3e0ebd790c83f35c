package dev.makerai.printing.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makerai.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds our table against the data that it was made from. */
class MaterialSourceTest {
    @Test
    void holdsEveryMaterialOfTheSourceWithItsFigures() throws IOException {
        Path file = Path.of(System.getProperty("makerai.testdata", "../../shared"))
                .resolve("data/materials/materials-spoolmandb.json");
        assumeTrue(Files.exists(file), () -> "The source of the material table is not at " + file);
        List<Json> rows = Json.parse(Files.readString(file)).get("materials").elements();

        assertEquals(rows.size(), Materials.builtIn().all().size());
        for (Json row : rows) {
            String name = row.get("material").string();
            // Plain nylon is found under PA; the source's row of that name is a filled grade.
            Material ours = Materials.builtIn().find(name.equals("Nylon") ? "Nylon (generic)" : name);
            assertEquals(row.get("products").number().intValue(), ours.products(), name);
            assertSpread(name, row.get("density_g_cm3"), ours.densityGramsPerCm3());
            assertSpread(name, row.get("nozzle_temp_c"), ours.nozzleCelsius());
            assertSpread(name, row.get("bed_temp_c"), ours.bedCelsius());
            assertEquals(number(row.get("empty_spool_g_median")), ours.emptySpoolGrams(), name);
        }
    }

    private static void assertSpread(String name, Json source, Spread ours) {
        if (source.kind() == Json.Kind.NULL) {
            assertNull(ours, name);
            return;
        }
        assertNotNull(ours, name);
        Double p90 = number(source.get("p90"));
        double median = number(source.get("median"));
        assertEquals(number(source.get("p10")), ours.p10(), name);
        assertEquals(median, ours.median(), name);
        assertEquals(p90 != null && p90 < median ? null : p90, ours.p90(), name);
    }

    private static Double number(Json value) {
        return value.number() == null ? null : Double.valueOf(value.number().doubleValue());
    }
}
