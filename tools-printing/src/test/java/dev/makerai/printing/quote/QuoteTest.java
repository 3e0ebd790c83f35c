package dev.makerai.printing.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.printing.cost.CostLine;
import dev.makerai.printing.cost.CostModel;
import dev.makerai.printing.cost.LineCode;
import dev.makerai.printing.cost.Money;
import dev.makerai.printing.cost.PrintJob;
import dev.makerai.printing.cost.UnpricedMaterialException;
import dev.makerai.printing.material.Material;
import dev.makerai.printing.material.Materials;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {
    private final CostModel shop = CostModel.defaults();
    private final Material petg = Materials.builtIn().find("PETG");
    private final PrintEstimate estimate = new PrintEstimate(10_000, 12.7, 11.8, 14.0);

    @Test
    void goesFromVolumeToPrice() {
        Quote quote = Quote.of("bracket", estimate, petg, 5, shop);

        // 110 + 10 000 / 2.10526 = 4860 s = 1.35 h
        assertEquals(4860, quote.time().seconds(), 1e-6);
        assertEquals(
                shop.price(PrintJob.of(petg, 12.7, 1.35).withName("bracket").withQuantity(5))
                        .total(),
                quote.price().total());
        assertEquals(quote.price().total(), sum(quote.price().lines()));
        assertEquals(quote.price().total(), quote.breakdown().total());
        assertEquals(quote.breakdown().total(), sum(quote.breakdown().lines()));
        assertEquals("bracket", quote.price().lines().get(0).text());
        assertTrue(quote.breakdown().sum(LineCode.MATERIAL).amount().signum() > 0);
    }

    @Test
    void changesWithThePartAndThePrices() {
        Money price = Quote.of("bracket", estimate, petg, 5, shop).price().total();
        PrintEstimate larger = new PrintEstimate(20_000, 25.4, 23.6, 28.0);
        Material dear = petg.withPrice("90", "EUR", LocalDate.of(2026, 11, 20));

        assertTrue(Quote.of("bracket", larger, petg, 5, shop).price().total().compareTo(price) > 0);
        assertTrue(Quote.of("bracket", estimate, dear, 5, shop).price().total().compareTo(price) > 0);
        assertTrue(Quote.of("bracket", estimate, petg, 6, shop).price().total().compareTo(price) > 0);
    }

    @Test
    void warnsOfFiguresThatAreNotTheShopsOwn() {
        List<String> warnings = Quote.of("bracket", estimate, petg, 1, shop).warnings();
        assertEquals(2, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).contains("printing time"), warnings.toString());
        assertTrue(warnings.get(1).contains("November 2025"), warnings.toString());

        Material own = Materials.builtIn().find("PLA").withPrice("21", "EUR", LocalDate.of(2026, 11, 20));
        assertEquals(List.of(), Quote.of("bracket", estimate, own, 1, shop).warnings());
    }

    @Test
    void quotesAJobThatWasPutTogetherByHand() {
        PrintTime sliced = new PrintTime(3600, 3600, 3600, "sliced", List.of());
        PrintJob job = PrintJob.of(petg, 12.7, sliced.hours()).withQuantity(8).withPiecesPerPlate(4);

        Quote quote = Quote.of(PrintEstimate.exact(10_000, 12.7), sliced, job, shop);

        assertEquals(shop.price(job).total(), quote.price().total());
        assertEquals("sliced", quote.time().method());
    }

    @Test
    void severalPiecesOnAPlateTakeLessWork() {
        Quote apart = Quote.of("bracket", estimate, petg, 8, shop);
        Quote together = Quote.of("bracket", estimate, petg, 8, 4, shop);

        PrintJob job = PrintJob.of(petg, 12.7, together.time().hours()).withQuantity(8);
        assertEquals(
                shop.price(job.withPiecesPerPlate(4)).total(), together.price().total());
        assertTrue(together.price().total().compareTo(apart.price().total()) < 0);
        assertTrue(apart.warnings().stream().anyMatch(warning -> warning.contains("plate")));
        assertTrue(together.warnings().stream().noneMatch(warning -> warning.contains("plate")));
        assertThrows(IllegalArgumentException.class, () -> Quote.of("bracket", estimate, petg, 8, 0, shop));
    }

    @Test
    void aNameThatIsTooLongForAJobIsShortened() {
        for (String name : List.of("a".repeat(201), "b".repeat(198) + "\ud83d\ude00".repeat(50))) {
            String shown = Quote.of(name, estimate, petg, 1, shop)
                    .price()
                    .lines()
                    .get(0)
                    .text();

            assertTrue(shown.endsWith("…") && name.startsWith(shown.substring(0, shown.length() - 1)), shown);
            assertTrue(shown.length() <= 200 && Character.isDefined(shown.codePointAt(shown.length() - 2)), shown);
        }
        String longest = "c".repeat(200);
        assertEquals(
                longest,
                Quote.of(longest, estimate, petg, 1, shop)
                        .price()
                        .lines()
                        .get(0)
                        .text());
    }

    @ParameterizedTest
    @CsvSource({"1e8, 127000, hours", "1e6, 2000000, tonne"})
    void aPartThatIsTooLargeIsRefusedWithWhatToDo(double volume, double grams, String what) {
        PrintEstimate huge = PrintEstimate.exact(volume, grams);

        OversizedPartException e =
                assertThrows(OversizedPartException.class, () -> Quote.of("wall", huge, petg, 1, shop));
        assertTrue(e.getMessage().contains(what), e.getMessage());
        assertTrue(e.getMessage().contains("units") && e.getMessage().contains("split"), e.getMessage());
    }

    @Test
    void refusesAMaterialWithoutAPrice() {
        Material peek = Materials.builtIn().find("PEEK");
        assertThrows(UnpricedMaterialException.class, () -> Quote.of("gear", estimate, peek, 1, shop));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1",
        "-5, 1, 1, 1",
        "NaN, 1, 1, 1",
        "1e10, 1, 1, 1",
        "Infinity, 1, 1, 1",
        "10, -1, -1, 1",
        "10, 2, 3, 4",
        "10, 5, 3, 4",
        "10, NaN, 3, 4",
        "10, 2, NaN, 4",
        "10, 2, 1, NaN",
        "10, 2, 1, Infinity"
    })
    void refusesAnEstimateThatIsNone(double volume, double grams, double low, double high) {
        assertThrows(IllegalArgumentException.class, () -> new PrintEstimate(volume, grams, low, high));
    }

    @Test
    void asksForTheUnitWhereThereIsNothingToExtrude() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> PrintEstimate.exact(0, 0));
        assertTrue(e.getMessage().contains("is the model empty, open, or in another unit than mm?"), e.getMessage());
    }

    private static Money sum(List<CostLine> lines) {
        return lines.stream().map(CostLine::amount).reduce(Money::plus).orElseThrow();
    }
}
