package dev.makerai.printing.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makerai.printing.material.Material;
import dev.makerai.printing.material.Materials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintTimeModelTest {
    private final PrintTimeModel model = PrintTimeModel.standard();
    private final Material pla = Materials.builtIn().find("PLA");

    @Test
    void isCalibratedAgainstRealSlices() throws IOException {
        Path file =
                Path.of(System.getProperty("makerai.testdata", "../../shared")).resolve("data/stl/weights.csv");
        assumeTrue(Files.exists(file), () -> "The slices to calibrate against are not at " + file);
        List<Double> ratios = new ArrayList<>();
        int inside = 0;
        for (String line :
                Files.readAllLines(file).subList(1, Files.readAllLines(file).size())) {
            String[] cells = line.split(",", -1);
            double sliced = seconds(cells[7]);
            PrintTime time = model.estimate(Double.parseDouble(cells[5]) * 1000, pla);
            ratios.add(sliced / time.seconds());
            inside += sliced >= time.lowSeconds() && sliced <= time.highSeconds() ? 1 : 0;
        }
        ratios.sort(null);
        double median = (ratios.get(29) + ratios.get(30)) / 2;
        long within20 =
                ratios.stream().filter(ratio -> Math.abs(ratio - 1) <= 0.2).count();

        assertEquals(60, ratios.size());
        assertEquals(60, inside, () -> "ratios " + ratios);
        assertEquals(1, median, 0.05, () -> "ratios " + ratios);
        assertTrue(within20 >= 33, () -> within20 + " of 60 within 20 %");
        // The band is not wider than it has to be.
        assertTrue(ratios.get(0) < model.lowFactor() * 1.05, () -> "ratios " + ratios);
        assertTrue(ratios.get(59) > model.highFactor() * 0.9, () -> "ratios " + ratios);
    }

    @Test
    void addsTheFixedPartToVolumeOverMeanFlow() {
        PrintTime time = model.estimate(4800, pla);

        // 110 + 4800 / 2.4 = 2110
        assertEquals(2110, time.seconds(), 1e-9);
        assertEquals(1266, time.lowSeconds(), 1e-9);
        assertEquals(3059.5, time.highSeconds(), 1e-9);
        assertEquals(2110 / 3600.0, time.hours(), 1e-12);
        assertEquals(List.of(), time.warnings());
        assertEquals(
                "extruded volume over a mean flow of 2.4 mm3/s for PLA plus 110 s; likely 60 to 145 % of it; fitted to"
                        + " slices with a 0.4 mm nozzle, 0.2 mm layers and 60 to 80 mm/s",
                time.method());
    }

    @ParameterizedTest
    @CsvSource({"PLA, 2.4", "PETG, 2.105", "ABS, 2.268", "TPU, 1.026", "PC, 2.105", "PA, 2.029"})
    void slowsDownForMaterialsThatMeltSlowly(String name, double flow) {
        // PETG: 1 / (1 / 2.4 - 1 / 15 + 1 / 8) = 1 / (0.41667 - 0.06667 + 0.125) = 2.105
        Material material = Materials.builtIn().find(name);

        assertEquals(flow, model.meanFlow(material), 5e-4);
        assertTrue(model.meanFlow(material) < material.maxFlowMm3PerSecond());
        assertEquals(
                name.equals("PLA") ? 0 : 1,
                model.estimate(1, material).warnings().size());
    }

    @Test
    void saysThatAMaterialsFlowIsNotKnown() {
        PrintTime time = model.estimate(4800, Materials.builtIn().find("PEEK"));

        assertEquals(2110, time.seconds(), 1e-9);
        assertTrue(time.warnings().get(0).contains("PEEK"), time.toString());
    }

    @Test
    void takesTheMeanFlowOfAFasterPrinter() {
        PrintTime time = model.withMeanFlow(8).estimate(4800, pla);

        assertEquals(710, time.seconds(), 1e-9);
        assertTrue(time.method().contains("8 mm3/s") && !time.method().contains("fitted"), time.method());
        // A mean above what PLA melts leaves the flow of the material itself as the only limit.
        assertEquals(8, model.withMeanFlow(100).meanFlow(Materials.builtIn().find("PETG")), 1e-9);
    }

    @Test
    void takesLongerForMoreVolume() {
        for (Material material : Materials.builtIn().all()) {
            double before = 0;
            for (double volume = 1; volume < 1e8; volume *= 3) {
                double seconds = model.estimate(volume, material).seconds();
                assertTrue(seconds > before, material.name());
                before = seconds;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAVolumeThatIsNone(double volume) {
        assertThrows(IllegalArgumentException.class, () -> model.estimate(volume, pla));
    }

    @Test
    void refusesAModelThatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new PrintTimeModel(-1, 2, 0.5, 2));
        assertThrows(IllegalArgumentException.class, () -> new PrintTimeModel(0, 0, 0.5, 2));
        assertThrows(IllegalArgumentException.class, () -> new PrintTimeModel(0, 2, 1.1, 2));
        assertThrows(IllegalArgumentException.class, () -> new PrintTimeModel(0, 2, 0.5, 0.9));
        assertThrows(IllegalArgumentException.class, () -> model.withMeanFlow(Double.NaN));
    }

    private static double seconds(String text) {
        Matcher matcher = Pattern.compile("(\\d+)([dhms])").matcher(text);
        double seconds = 0;
        while (matcher.find()) {
            int unit = switch (matcher.group(2)) {
                case "d" -> 86_400;
                case "h" -> 3600;
                case "m" -> 60;
                default -> 1;
            };
            seconds += Integer.parseInt(matcher.group(1)) * (double) unit;
        }
        return seconds;
    }
}
