package dev.makerai.printing.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaterialsTest {
    private final Materials materials = Materials.builtIn();

    @ParameterizedTest
    @CsvSource({
        "PLA, PLA",
        "pla, PLA",
        "' pet-g ', PETG",
        "Pet G, PETG",
        "PET_G, PETG",
        "PETG filament, PETG",
        "PLA+, PLA+",
        "pla plus, PLA+",
        "Nylon, PA",
        "polyamide, PA",
        "nylon 6, PA6",
        "PA-6, PA6",
        "tpu 95a, TPU-95A",
        "TPU95, TPU-95A",
        "flexible, TPU",
        "Polycarbonate, PC",
        "pc-abs, PC/ABS",
        "PC ABS, PC/ABS",
        "PETG carbon fibre, PETG-CF",
        "CF-PETG, PETG-CF",
        "Carbon Fiber, Carbon Fiber (generic)",
        "wood, Wood (generic)",
        "nylon generic, Nylon (generic)",
        "ＰＥＴＧ, PETG",
        "peek, PEEK"
    })
    void findsAMaterialHoweverItIsWritten(String written, String name) {
        assertEquals(name, materials.find(written).name());
    }

    @Test
    void findsMaterialsUnderATurkishLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertEquals("HIPS", materials.find("hips").name());
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"PETQ, PETG", "PEL, PEI", "TPU 98A, TPU-95A", "petgcff, PETG-CF", "AS, ASA"})
    void namesLookAlikesOfAnUnknownMaterial(String written, String near) {
        UnknownMaterialException e = assertThrows(UnknownMaterialException.class, () -> materials.find(written));

        assertEquals(written, e.name());
        assertTrue(e.nearNames().contains(near), e.getMessage());
        assertTrue(e.nearNames().size() <= 5, e.getMessage());
        assertTrue(e.getMessage().contains(written), e.getMessage());
    }

    @Test
    void namesEveryMaterialWhereNothingLooksAlike() {
        UnknownMaterialException e = assertThrows(UnknownMaterialException.class, () -> materials.find("unobtainium"));

        assertEquals(List.of(), e.nearNames());
        materials.all().forEach(material -> assertTrue(e.getMessage().contains(material.name()), e.getMessage()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "---", "\n", "filament"})
    void refusesANameThatSaysNothing(String name) {
        assertThrows(UnknownMaterialException.class, () -> materials.find(name));
    }

    @Test
    void showsOnlyTheBeginningOfAnEndlessName() {
        UnknownMaterialException e =
                assertThrows(UnknownMaterialException.class, () -> materials.find("x".repeat(1_000_000)));

        assertTrue(e.getMessage().length() < 600, e.getMessage());
    }

    @Test
    void holdsTheFiguresOfPetg() {
        Material petg = materials.find("PETG");

        assertEquals(new Spread(1.2, 1.27, 1.29), petg.densityGramsPerCm3());
        assertEquals(new Spread(210.0, 240, 255.0), petg.nozzleCelsius());
        assertEquals(new Spread(70.0, 75, 90.0), petg.bedCelsius());
        assertEquals(188.5, petg.emptySpoolGrams());
        assertEquals(56, petg.products());
        assertEquals(new BigDecimal("30"), petg.price().perKilogram());
        assertEquals(8.0, petg.maxFlowMm3PerSecond());
        assertNull(petg.printWatts());
        assertTrue(petg.source().contains("56 products"), petg.source());
    }

    @ParameterizedTest
    @CsvSource({
        "PLA, 26, 15",
        "PETG, 30, 8",
        "ABS, 28, 11",
        "ASA, 35, 11",
        "TPU, 40, 1.6",
        "PC, 52, 8",
        "PA, 53, 7",
        "PP, 72, 4",
        "HIPS, 27, 11",
        "PVA, 141, 4"
    })
    void holdsThePricesAndFlowsThatAreSourced(String name, BigDecimal price, double flow) {
        Material material = materials.find(name);

        assertEquals(price, material.price().perKilogram());
        assertEquals(LocalDate.of(2025, 11, 1), material.price().date());
        assertNotNull(material.price().source());
        assertEquals(flow, material.maxFlowMm3PerSecond());
    }

    @Test
    void leavesOutWhatIsNotSourced() {
        Material peek = materials.find("PEEK");

        assertEquals(1.32, peek.density());
        assertNull(peek.densityGramsPerCm3().p10());
        assertNull(peek.nozzleCelsius());
        assertNull(peek.bedCelsius());
        assertNull(peek.emptySpoolGrams());
        assertNull(peek.price());
        assertNull(peek.maxFlowMm3PerSecond());
        assertEquals(0, peek.products());
    }

    @Test
    void setsTheOddFiguresOfTheSourceRight() {
        assertEquals(1.17, materials.find("nylon").density());
        assertEquals(1.52, materials.find("Nylon (generic)").density());
        assertTrue(materials.find("Nylon (generic)").note().contains("filled"));
        assertEquals(0.0, materials.find("TPU").bedCelsius().p10());
        assertTrue(materials.find("TPU").note().contains("unheated"));
        assertEquals(new Spread(227.0, 231, null), materials.find("HIPS").nozzleCelsius());
    }

    @Test
    void pricesInEuroOrDollarAndNothingElse() {
        for (String code : List.of("EUR", "USD")) {
            Material pla = Materials.builtIn(Currency.getInstance(code)).find("PLA");
            assertEquals(code, pla.price().currency().getCurrencyCode());
            assertEquals(new BigDecimal("26"), pla.price().perKilogram());
        }
        for (Material material : Materials.builtIn(Currency.getInstance("GBP")).all()) {
            assertNull(material.price(), material.name());
        }
    }

    @Test
    void takesTheShopsOwnPrice() {
        LocalDate today = LocalDate.of(2026, 11, 20);
        Materials mine = materials.with(materials.find("pet-g").withPrice("21.50", "CHF", today));

        MaterialPrice price = mine.find("PETG").price();
        assertEquals(new MaterialPrice(new BigDecimal("21.50"), Currency.getInstance("CHF"), today, null), price);
        assertEquals(materials.all().size(), mine.all().size());
        assertNotEquals(price, materials.find("PETG").price());
    }

    @Test
    void putsAMaterialInThePlaceOfItsNamesake() {
        Materials mine = materials.with(Material.of("pet-g", 1.3));

        assertEquals(1.3, mine.find("PETG").density());
        assertEquals("pet-g", mine.all().get(2).name());
    }

    @Test
    void prefersAMaterialOfTheUserToACommonWordForAnother() {
        Materials mine = materials.with(Material.of("Nylon", 1.1));

        assertEquals(1.1, mine.find("nylon").density());
        assertEquals(1.17, mine.find("polyamide").density());
    }

    @Test
    void startsEmptyWhereTheUserWantsNoneOfOurs() {
        assertEquals(
                List.of("Resin"),
                Materials.none().with(Material.of("Resin", 1.1)).all().stream()
                        .map(Material::name)
                        .toList());
        assertThrows(UnknownMaterialException.class, () -> Materials.none().find("PLA"));
    }

    @Test
    void carriesTheNoticeOfItsSource() throws IOException {
        String licence = resource("META-INF/licenses/SpoolmanDB-LICENSE.txt");
        assertTrue(licence.contains("Copyright (c) 2024 Donkie"));
        assertTrue(licence.contains("The above copyright notice and this permission notice shall be included"));
        assertTrue(resource("META-INF/THIRD-PARTY.txt").contains("SpoolmanDB-LICENSE.txt"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Material.class.getClassLoader().getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
