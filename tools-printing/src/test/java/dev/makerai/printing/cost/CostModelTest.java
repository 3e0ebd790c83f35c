package dev.makerai.printing.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.printing.material.Material;
import dev.makerai.printing.material.Materials;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Costs that were calculated by hand. */
class CostModelTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void needsThreeLinesOfAMaker() {
        CostModel shop = CostModel.defaults();
        PrintJob job = PrintJob.of(Materials.builtIn().find("PETG"), 42, 3.0);
        assertEquals("EUR 9.94", shop.cost(job).total().toString());
        assertEquals("EUR 14.90", shop.price(job).total().toString());
    }

    @Test
    void costsTheClassicExample() {
        // 6.27 g of 24.99 a kilogram: 6.27 x 24.99 / 1000 = 0.1566873
        PrintJob job = PrintJob.of(pla("24.99"), 6.27, 0);
        CostModel model = CostModel.builder(EUR).build();
        CostModel fine = model.toBuilder()
                .pricePolicy(
                        PricePolicy.builder(EUR).rounding(Rounding.to("0.0001")).build())
                .build();

        assertEquals(Money.of("0.16", "EUR"), model.cost(job).total());
        assertEquals(Money.of("0.1567", "EUR"), fine.cost(job).total());
        assertEquals(Money.of("0.1567", "EUR"), fine.price(job).total());
    }

    @Test
    void countsEveryPartOfTheUsualFigures() {
        // 42 g x 1.04 = 43.68 g at 30.00 = 1.3104; (3 h x 190 W + 25 Wh) = 0.595 kWh at 0.25 = 0.14875;
        // 3 h at (600 / 5000 + 60 / 5000) = 0.396; plate work 3 min at 22.50 = 1.125: together 2.98015.
        // A tenth fails: 2.98015 / 9 = 0.33113. Spool, finishing, packing 2 min each = 0.75; order 5 min = 1.875.
        // Exactly 9.93628. Cut down to cents 9.91; the three missing cents go to 0.14875, 0.396 and 1.125.
        CostBreakdown cost =
                CostModel.defaults().cost(PrintJob.of(Materials.builtIn().find("PETG"), 42, 3));

        assertEquals(
                List.of(
                        "material 43.68 EUR 1.31",
                        "electricity 0.595 EUR 0.15",
                        "machine 3 EUR 0.40",
                        "labour 3 EUR 1.13",
                        "failure 0.1111 EUR 0.33",
                        "labour 2 EUR 0.75",
                        "labour 2 EUR 0.75",
                        "labour 2 EUR 0.75",
                        "consumables 1 EUR 1.00",
                        "labour 5 EUR 1.87",
                        "packaging 1 EUR 1.50"),
                shown(cost.lines()));
        assertEquals(Money.of("9.94", "EUR"), cost.total());
        assertEquals(Money.of("5.25", "EUR"), cost.sum(LineCode.LABOUR));
        assertEquals(Money.zero(EUR), cost.sum(LineCode.DESIGN));
        assertEquals(
                "PETG filament with 4 % waste at EUR 30.00 per kg, grams",
                cost.lines().get(0).text());
    }

    @Test
    void countsEveryPartThatThereIs() {
        // Ten pieces, four on a plate: plates of 4, 4 and 2, printing 2, 2 and 1 hours.
        // Full plate: PA (25 x 4 + 10) x 1.05 = 115.5 g at 50 = 5.775; PVA (5 x 4 + 10) x 1.05 = 31.5 g at 100 = 3.15;
        //   (150 W x 2 h + 100 Wh) = 0.4 kWh at 0.20 = 0.08; 2 h at 0.30 + 0.10 + 0.15 + 0.05 = 1.20; 4 min at 30 = 2.
        //   12.205, and a quarter more for the fifth that fails: 15.25625.
        // Last plate: 63 g = 3.15; 21 g = 2.10; 0.25 kWh = 0.05; 0.60; 2: 7.90, with failures 9.875.
        // Run 40.3875. Spools 12 min = 6; finishing 20 min = 10; packing 10 min = 5; programming 8; design 12;
        //   consumables 1; hardware 5: 47. Order 10 min = 5; setup 5; packaging 3: 13. Sum 100.3875.
        // Overhead a tenth: 10.03875. Cost 110.42625.
        CostBreakdown cost = Workshop.model().cost(Workshop.job());

        assertEquals(
                List.of(
                        "material 294 EUR 14.70",
                        "material 84 EUR 8.40",
                        "electricity 1.05 EUR 0.21",
                        "machine 5 EUR 3.00",
                        "labour 12 EUR 6.00",
                        "failure 0.75 EUR 8.08",
                        "labour 12 EUR 6.00",
                        "labour 20 EUR 10.00",
                        "labour 10 EUR 5.00",
                        "programming 1 EUR 8.00",
                        "design 1 EUR 12.00",
                        "consumables 1 EUR 1.00",
                        "hardware 10 EUR 5.00",
                        "labour 10 EUR 5.00",
                        "setup 1 EUR 5.00",
                        "packaging 1 EUR 3.00",
                        "overhead 1 EUR 10.04"),
                shown(cost.lines()));
        assertEquals(Money.of("110.43", "EUR"), cost.total());
    }

    @Test
    void countsOnceWhatIsDueOncePerOrder() {
        CostModel model = CostModel.builder(EUR)
                .setupPerOrder(Money.of("5", "EUR"))
                .programmingPerModel(Money.of("8", "EUR"))
                .packagingPerOrder(Money.of("3", "EUR"))
                .build();
        PrintJob first = PrintJob.of(pla("20"), 50, 1).withName("bracket").withQuantity(2);
        PrintJob second = PrintJob.of(pla("20"), 100, 1).withName("cover");

        CostBreakdown cost = model.cost(PrintOrder.of(first, second));

        // 2 x 1 + 1 x 2 for the filament, 8 for each of two models, 5 and 3 once.
        assertEquals(Money.of("28", "EUR"), cost.total());
        assertEquals(Money.of("16", "EUR"), cost.sum(LineCode.PROGRAMMING));
        assertEquals(Money.of("5", "EUR"), cost.sum(LineCode.SETUP));
        assertTrue(cost.lines().get(0).text().startsWith("bracket: PLA filament"), cost.toString());
    }

    @Test
    void takesThePrintersOwnPowerBeforeTheMaterials() {
        CostModel.Builder builder = CostModel.builder(EUR).tariffPerKwh(Money.of("1", "EUR"));
        Machine machine = Machine.ofPrice(Money.zero(EUR));
        Material pla = Materials.builtIn().find("PLA");
        Material petg = Materials.builtIn().find("PETG");

        // 10 hours and 25 Wh to heat up: PLA is known to take 130 W, PETG is not, so 190 W.
        assertElectricity("1.33", builder.machine(machine).build(), PrintJob.of(pla, 0, 10));
        assertElectricity("1.93", builder.machine(machine).build(), PrintJob.of(petg, 0, 10));
        assertElectricity(
                "1.93",
                builder.machine(machine).build(),
                PrintJob.of(pla, 0, 10).withFilaments(Filament.of(pla, 0), Filament.of(petg, 0)));
        assertElectricity("1.03", builder.machine(machine.withPrintWatts(100)).build(), PrintJob.of(petg, 0, 10));
    }

    @Test
    void wearsTheNozzleOnlyWithAbrasiveFilament() {
        Money zero = Money.zero(EUR);
        Machine machine = new Machine(zero, zero, 5000, zero, Money.of("0.40", "EUR"), zero, 0, 0.0);
        CostModel model = CostModel.builder(EUR).machine(machine).build();
        Filament plain = Filament.of(pla("20"), 0);
        PrintJob job = PrintJob.of(pla("20"), 0, 2);

        assertEquals(zero, model.cost(job).total());
        assertEquals(
                Money.of("0.80", "EUR"),
                model.cost(job.withFilaments(plain, plain.asAbrasive())).total());
    }

    @Test
    void prefersAJobsOwnFailuresAndFinishingToTheShops() {
        CostModel model = CostModel.builder(EUR)
                .failure(FailureModel.rate("0.5"))
                .labour(new Labour(Money.of("60", "EUR"), 0, 0, 0, 3, 0))
                .build();
        PrintJob job = PrintJob.of(pla("20"), 100, 1);

        // 2.00 of filament, every second plate fails, three minutes at 1.00.
        assertEquals(Money.of("7", "EUR"), model.cost(job).total());
        PrintJob easy = job.withFailure(FailureModel.rate("0.2")).withFinishingMinutes(0);
        assertEquals(Money.of("2.50", "EUR"), model.cost(easy).total());
    }

    @Test
    void saysThatAMaterialHasNoPrice() {
        PrintJob job = PrintJob.of(Materials.builtIn().find("PEEK"), 10, 1);

        UnpricedMaterialException e = assertThrows(
                UnpricedMaterialException.class, () -> CostModel.defaults().cost(job));
        assertEquals("PEEK", e.material());
        assertTrue(e.getMessage().contains("PEEK") && e.getMessage().contains("withPrice"), e.getMessage());
        assertTrue(e.getMessage().contains("PLA, PETG, ABS"), e.getMessage());
    }

    @Test
    void givesTheUsualFiguresInThreeCurrencies() {
        PrintJob job = PrintJob.of(Materials.builtIn().find("PLA"), 0, 10);
        assertEquals(Money.of("0.25", "EUR"), CostModel.defaults(EUR).tariffPerKwh());
        assertEquals(
                Money.of("0.12", "USD"),
                CostModel.defaults(Currency.getInstance("USD")).tariffPerKwh());
        assertEquals(
                Money.of("0.34", "GBP"),
                CostModel.defaults(Currency.getInstance("GBP")).tariffPerKwh());
        Currency yen = Currency.getInstance("JPY");
        assertThrows(IllegalArgumentException.class, () -> CostModel.defaults(yen));

        PrintJob inDollars =
                PrintJob.of(Materials.builtIn(Currency.getInstance("USD")).find("PLA"), 0, 10);
        CostModel dollars = CostModel.defaults(Currency.getInstance("USD"));
        assertEquals("USD", dollars.cost(inDollars).currency().getCurrencyCode());
        assertThrows(IllegalArgumentException.class, () -> dollars.cost(job));
    }

    @Test
    void keepsEverySettingThroughToBuilder() {
        for (int seed = 0; seed < 50; seed++) {
            RandomModels random = new RandomModels(seed);
            Currency currency = random.currency();
            CostModel model = random.model(currency).build();
            PrintOrder order = random.order(currency);
            CostModel copy = model.toBuilder()
                    .pricePolicy(model.pricePolicy().toBuilder().build())
                    .build();

            assertEquals(model.priceBreakdown(order), copy.priceBreakdown(order), "seed " + seed);
            assertEquals(model.overheadRate(), copy.overheadRate());
            assertEquals(model.failure(), copy.failure());
            assertEquals(model.setupPerOrder(), copy.setupPerOrder());
        }
    }

    @Test
    void leavesOutLinesThatComeToNothing() {
        CostBreakdown cost = CostModel.builder(EUR).build().cost(PrintJob.of(pla("20"), 0, 5));

        assertEquals(List.of(), cost.lines());
        assertEquals(Money.zero(EUR), cost.total());
    }

    static List<String> shown(List<CostLine> lines) {
        return lines.stream()
                .map(line -> line.code() + " " + line.quantity().toPlainString() + " " + line.amount())
                .toList();
    }

    private static void assertElectricity(String amount, CostModel model, PrintJob job) {
        // 1.325, 1.925 and 1.025 kWh at 1.00, rounded half up.
        assertEquals(Money.of(amount, "EUR"), model.cost(job).sum(LineCode.ELECTRICITY));
    }

    private static Material pla(String price) {
        return Materials.builtIn().find("PLA").withPrice(price, "EUR", TODAY);
    }

    /** A shop and a job with every setting in use. */
    static final class Workshop {
        private Workshop() {}

        static CostModel model() {
            Machine machine =
                    new Machine(euro("2000"), euro("500"), 5000, euro("0.10"), euro("0.05"), euro("0.15"), 100, 150.0);
            return CostModel.builder(EUR)
                    .wasteRate("0.05")
                    .tariffPerKwh(euro("0.20"))
                    .machine(machine)
                    .labour(new Labour(euro("30"), 10, 4, 6, 2, 1))
                    .failure(FailureModel.rate("0.2"))
                    .setupPerOrder(euro("5"))
                    .programmingPerModel(euro("8"))
                    .consumablesPerModel(euro("1"))
                    .packagingPerOrder(euro("3"))
                    .overheadRate("0.10")
                    .pricePolicy(PricePolicy.builder(EUR)
                            .pricing(Pricing.margin("0.2"))
                            .quantityBreaks(QuantityBreak.from(10, "0.10"))
                            .minimumPerPiece(euro("25"))
                            .minimumPerOrder(euro("40"))
                            .channelFee("0.20", euro("0.40"))
                            .taxRate("0.07")
                            .build())
                    .build();
        }

        static PrintJob job() {
            Material pa = Material.of("PA", 1.17).withPrice("50", "EUR", TODAY);
            Material pva = Material.of("PVA", 1.23).withPrice("100", "EUR", TODAY);
            return PrintJob.of(pa, 0, 0.5)
                    .withName("hinge")
                    .withFilaments(
                            Filament.of(pa, 20)
                                    .withSupport(4)
                                    .withBrim(1)
                                    .withPurge(10)
                                    .asAbrasive(),
                            Filament.of(pva, 0).withSupport(5).withPurge(10))
                    .withQuantity(10)
                    .withPiecesPerPlate(4)
                    .withHardwarePerPiece(euro("0.50"))
                    .withDesign(euro("12"));
        }

        private static Money euro(String amount) {
            return new Money(new BigDecimal(amount), EUR);
        }
    }
}
