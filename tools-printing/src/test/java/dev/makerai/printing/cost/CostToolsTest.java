package dev.makerai.printing.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.printing.material.Materials;
import dev.makerai.schema.Param;
import dev.makerai.schema.Range;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolFailure;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostToolsTest {
    private final CostTools tools = new CostTools();

    @Test
    void calculatesTheCostOfAPrint() {
        CostTools.Amounts cost = tools.calculatePrintCost(CommonMaterial.PETG, 42, 3, true);

        assertEquals("EUR", cost.currency());
        assertEquals(new BigDecimal("9.94"), cost.total());
        assertEquals("material", cost.lines().get(0).code());
        assertEquals(new BigDecimal("43.68"), cost.lines().get(0).quantity());
        assertEquals(new BigDecimal("1.31"), cost.lines().get(0).amount());
        assertEquals(cost.total(), sum(cost));
    }

    @Test
    void leavesElectricityOutOnRequest() {
        CostTools.Amounts cost = tools.calculatePrintCost(CommonMaterial.PETG, 42, 3, false);

        // 9.93628 less 0.14875 and the ninth of it that failed prints add.
        assertEquals(new BigDecimal("9.77"), cost.total());
        assertFalse(cost.lines().stream().anyMatch(line -> line.code().equals("electricity")), cost.toString());
        assertEquals(cost.total(), sum(cost));
    }

    @Test
    void calculatesThePriceOfAnyMaterialAndQuantity() {
        CostTools.Amounts one = tools.calculatePrintPrice("asa", 42, 3, 1);
        CostTools.Amounts ten = tools.calculatePrintPrice("asa", 42, 3, 10);

        assertTrue(ten.total().compareTo(one.total()) > 0, ten.toString());
        assertEquals("print", ten.lines().get(0).code());
        assertEquals(BigDecimal.TEN, ten.lines().get(0).quantity());
        assertEquals(ten.total(), sum(ten));
    }

    @Test
    void followsThePricesOfTheShop() {
        Materials dear = Materials.builtIn()
                .with(Materials.builtIn().find("PETG").withPrice("60", "EUR", LocalDate.of(2026, 11, 20)));
        CostTools shop = new CostTools(CostModel.defaults(), dear);

        // 1.3104 more of filament, and a ninth of it for failed prints: 9.93628 + 1.456 = 11.39228.
        assertEquals(
                new BigDecimal("11.39"),
                shop.calculatePrintCost(CommonMaterial.PETG, 42, 3, true).total());
    }

    @ParameterizedTest
    @EnumSource
    void hasAPriceOfEveryCommonMaterial(CommonMaterial material) {
        assertTrue(tools.calculatePrintCost(material, 10, 1, true).total().signum() > 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e9})
    void tellsTheModelWhatIsWrongWithItsFigures(double figure) {
        assertThrows(ToolFailure.class, () -> tools.calculatePrintCost(CommonMaterial.PLA, figure, 1, true));
        assertThrows(ToolFailure.class, () -> tools.calculatePrintCost(CommonMaterial.PLA, 1, figure, true));
        assertThrows(ToolFailure.class, () -> tools.calculatePrintPrice("PLB-9000", 1, 1, 1));
        assertThrows(ToolFailure.class, () -> tools.calculatePrintPrice("PEEK", 1, 1, 1));
        assertThrows(ToolFailure.class, () -> tools.calculatePrintPrice("PLA", 1, 1, 0));
    }

    @Test
    void theModelIsToldTheBoundsThatAreChecked() {
        for (Method method : CostTools.class.getMethods()) {
            for (Parameter parameter : method.getParameters()) {
                if (parameter.getType().isPrimitive()
                        && parameter.getType() != boolean.class
                        && method.isAnnotationPresent(Tool.class)) {
                    assertTrue(parameter.isAnnotationPresent(Range.class), parameter.toString());
                    double most = parameter.getAnnotation(Range.class).max();
                    double grams = parameter.getName().equals("weightGrams") ? most : 1;
                    double hours = parameter.getName().equals("printHours") ? most : 1;
                    int pieces = parameter.getName().equals("quantity") ? (int) most : 1;
                    assertTrue(tools.calculatePrintPrice("PLA", grams, hours, pieces)
                                    .total()
                                    .signum()
                            > 0);
                    double beyond = Math.nextUp(most);
                    assertThrows(
                            ToolFailure.class,
                            () -> tools.calculatePrintPrice(
                                    "PLA",
                                    grams == most ? beyond : grams,
                                    hours == most ? beyond : hours,
                                    pieces == (int) most ? pieces + 1 : pieces));
                }
            }
        }
    }

    @Test
    void keepsTheNamesOfTheClassicTool() {
        Method method = Stream.of(CostTools.class.getMethods())
                .filter(candidate -> candidate.getName().equals("calculatePrintCost"))
                .findFirst()
                .orElseThrow();

        assertEquals("", method.getAnnotation(Tool.class).name());
        assertEquals(
                "material, weightGrams, printHours, includeElectricity",
                String.join(
                        ", ",
                        Stream.of(method.getParameters())
                                .map(Parameter::getName)
                                .toList()));
        assertEquals(
                "true", method.getParameters()[3].getAnnotation(Param.class).defaultValue());
    }

    private static BigDecimal sum(CostTools.Amounts amounts) {
        return amounts.lines().stream().map(CostTools.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
