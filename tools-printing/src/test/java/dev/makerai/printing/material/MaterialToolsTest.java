package dev.makerai.printing.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.tools.ToolFailure;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MaterialToolsTest {
    private final MaterialTools tools = new MaterialTools();

    @Test
    void listsEveryMaterial() {
        assertEquals(Materials.builtIn().all().size(), tools.listMaterials().size());
        assertTrue(tools.listMaterials().contains("PC/ABS"));
    }

    @Test
    void tellsTheFiguresOfAMaterial() {
        MaterialTools.Facts facts = tools.getMaterial("pet-g");

        assertEquals("PETG", facts.name());
        assertEquals(1.27, facts.densityGCm3());
        assertEquals(210.0, facts.nozzleLowC());
        assertEquals(90.0, facts.bedHighC());
        assertEquals(new BigDecimal("30"), facts.pricePerKg());
        assertEquals("EUR", facts.currency());
        assertEquals("2025-11-01", facts.priceDate());
        assertTrue(facts.priceSource().contains("median"), facts.priceSource());
        assertEquals(8.0, facts.maxFlowMm3S());
    }

    @Test
    void tellsTheShopsOwnPriceWithoutASource() {
        Material petg = Materials.builtIn().find("PETG").withPrice("21.50", "EUR", LocalDate.of(2026, 11, 20));
        MaterialTools.Facts facts = new MaterialTools(Materials.builtIn().with(petg)).getMaterial("PETG");

        assertEquals(new BigDecimal("21.50"), facts.pricePerKg());
        assertEquals("2026-11-20", facts.priceDate());
        assertNull(facts.priceSource());
    }

    @Test
    void tellsNothingThatIsNotKnown() {
        MaterialTools.Facts facts = tools.getMaterial("PVDF");

        assertNull(facts.nozzleLowC());
        assertNull(facts.pricePerKg());
        assertNull(facts.currency());
        assertNull(facts.maxFlowMm3S());
    }

    @Test
    void saysWhichMaterialsLookAlike() {
        assertThrows(ToolFailure.class, () -> tools.getMaterial("PETX"));
    }
}
