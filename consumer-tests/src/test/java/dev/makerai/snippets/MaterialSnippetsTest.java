package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makerai.printing.material.Material;
import dev.makerai.printing.material.MaterialPrice;
import dev.makerai.printing.material.Materials;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The snippets of {@code dev.makerai.printing.material}. */
class MaterialSnippetsTest {
    private static final MaterialPrice OWN_PRICE =
            MaterialPrice.perKilogram("21.50", "EUR", LocalDate.of(2026, 11, 20));

    @Test
    void aMaterialIsFoundAndPriced() {
        Material petg = Materials.builtIn().find("pet-g");
        double gramsPerCm3 = petg.density(); // 1.27
        Material mine = petg.withPrice("21.50", "EUR", LocalDate.of(2026, 11, 20));

        assertEquals("PETG", petg.name());
        assertEquals(1.27, gramsPerCm3);
        assertEquals(OWN_PRICE, mine.price());
    }

    @Test
    void aShopHasPricesOfItsOwn() {
        Materials materials = Materials.builtIn();
        Material petg = materials.find("pet-g");
        Materials mine = materials.with(petg.withPrice("21.50", "EUR", LocalDate.of(2026, 11, 20)));

        assertEquals(OWN_PRICE, mine.find("PETG").price());
        assertEquals(petg, materials.find("PETG"));
    }

    @Test
    void aPriceIsOfOneKilogram() {
        MaterialPrice price = MaterialPrice.perKilogram("24.99", "EUR", LocalDate.of(2026, 11, 20));

        assertEquals(new BigDecimal("24.99"), price.perKilogram());
        assertEquals("EUR", price.currency().getCurrencyCode());
    }
}
