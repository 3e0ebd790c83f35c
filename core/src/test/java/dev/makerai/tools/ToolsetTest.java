package dev.makerai.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.schema.InvalidValueException;
import dev.makerai.schema.Param;
import dev.makerai.schema.Range;
import dev.makerai.tools.ToolResult.Failure;
import dev.makerai.tools.ToolResult.Kind;
import dev.makerai.tools.ToolResult.Success;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings({"UnusedMethod", "DoNotCallSuggester"}) // Called by reflection.
class ToolsetTest {
    enum Material {
        PLA,
        PETG
    }

    record PrintCost(
            String material, BigDecimal total, @Nullable String note) {}

    static final class Shop {
        @Tool("Calculates what a print costs")
        PrintCost calculatePrintCost(
                Material material,
                @Param("Filament weight in grams") @Range(min = 0, exclusiveMin = true) double weightGrams,
                double printHours,
                @Param(value = "Add electricity?", defaultValue = "true") boolean includeElectricity) {
            BigDecimal total = BigDecimal.valueOf(weightGrams).add(BigDecimal.valueOf(printHours));
            return new PrintCost(material.name(), includeElectricity ? total.add(BigDecimal.TEN) : total, null);
        }

        @Tool(value = "Price of a kilogram", name = "price-per-kg")
        private static String price(Material material) {
            return "19.90 EUR for " + material;
        }
    }

    static final class Results {
        @Tool("void")
        void nothing() {}

        @Tool("null")
        @Nullable
        String none() {
            return null;
        }

        @Tool("text")
        String text() {
            return "a \"b\"\n";
        }

        @Tool("list")
        List<Integer> list(int... numbers) {
            return java.util.Arrays.stream(numbers).boxed().toList();
        }

        @Tool("optional")
        Optional<Material> optional(Optional<Material> material) {
            return material;
        }

        @Tool("large")
        String large(int characters) {
            return "x".repeat(characters);
        }

        @Tool("NaN")
        double ratio() {
            return Double.NaN;
        }

        @Tool("any")
        Object any() {
            return new Object();
        }

        @Tool("lazy")
        List<String> lazy() {
            return new AbstractList<>() {
                @Override
                public String get(int index) {
                    throw new IllegalStateException("the connection is closed");
                }

                @Override
                public int size() {
                    return 1;
                }
            };
        }
    }

    static final class Failing {
        @Tool("a failure made for the model")
        void told() {
            throw new ToolFailure("Only 20 g are left.", new IllegalStateException("stock"));
        }

        @Tool("an exception that may hold a secret")
        void untold() throws Exception {
            throw new java.io.IOException("password=hunter2");
        }

        @Tool("an error")
        void error() {
            throw new StackOverflowError("as a test");
        }

        @Tool("interrupted")
        void interrupted() throws InterruptedException {
            throw new InterruptedException("now");
        }
    }

    @Test
    void tellsTheModelNameDescriptionAndStrictSchema() {
        List<ToolDefinition> definitions = Toolset.of(new Shop()).definitions();

        assertEquals(
                List.of("calculate_print_cost", "price-per-kg"),
                definitions.stream().map(ToolDefinition::name).toList());
        assertEquals("Calculates what a print costs", definitions.get(0).description());
        assertEquals(
                "{\"type\":\"object\",\"properties\":{\"material\":{\"type\":\"string\",\"enum\":[\"PLA\",\"PETG\"]},"
                        + "\"weight_grams\":{\"type\":\"number\",\"description\":\"Filament weight in grams\","
                        + "\"exclusiveMinimum\":0},\"print_hours\":{\"type\":\"number\"},"
                        + "\"include_electricity\":{\"type\":[\"boolean\",\"null\"],"
                        + "\"description\":\"Add electricity? Default: true.\"}},"
                        + "\"required\":[\"material\",\"weight_grams\",\"print_hours\",\"include_electricity\"],"
                        + "\"additionalProperties\":false}",
                definitions.get(0).parameters().text());
    }

    @Test
    void callsWithWhatTheModelWrote() {
        Toolset tools = Toolset.of(new Shop());

        assertEquals(
                new Success("{\"material\":\"PETG\",\"total\":55.0,\"note\":null}"),
                tools.call(
                        "calculate_print_cost",
                        "{\"material\":\"PETG\",\"weight_grams\":42,\"print_hours\":3,\"include_electricity\":null}"));
        assertEquals(new Success("19.90 EUR for PLA"), tools.call("price-per-kg", "{\"material\":\"PLA\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing  | {} | Done.",
                "nothing  | `` | Done.",
                "none     | {} | null",
                "text     | {} | `a \"b\"\n`",
                "list     | {\"numbers\":[1,2]} | [1,2]",
                "optional | {\"material\":\"PLA\"} | \"PLA\"",
                "optional | {\"material\":null} | null",
                "optional | {} | null"
            })
    void writesResults(String tool, String arguments, String output) {
        assertEquals(new Success(output), Toolset.of(new Results()).call(tool, arguments));
    }

    @Test
    void anUnknownToolIsAnsweredWithTheKnownOnes() {
        Failure failure = failure(Toolset.of(new Shop()).call("calculate_cost", "{}"), Kind.UNKNOWN_TOOL);

        assertEquals(
                "There is no tool \"calculate_cost\". Did you mean calculate_print_cost? Tools:"
                        + " calculate_print_cost, price-per-kg.",
                failure.output());
        assertNull(failure.cause());
        assertEquals(
                "There is no tool \"x\". There are no tools.",
                Toolset.of().call("x", "{}").output());
    }

    @Test
    void nullIsAnsweredLikeAnyOtherMistake() {
        Toolset tools = Toolset.of(new Shop());

        assertEquals(
                "The call names no tool (its name is null). Tools: calculate_print_cost, price-per-kg.",
                failure(tools.call(null, "{}"), Kind.UNKNOWN_TOOL).output());
        assertEquals(
                "price-per-kg cannot take this: $: expected an object, found no arguments at all (Java null)",
                failure(tools.call("price-per-kg", null), Kind.INVALID_ARGUMENTS)
                        .output());
        failure(tools.call(null, null), Kind.UNKNOWN_TOOL);
    }

    @Test
    void badArgumentsAreAnsweredWithAllThatIsWrong() {
        Failure failure = failure(
                Toolset.of(new Shop())
                        .call("calculate_print_cost", "{\"material\":\"WOOD\",\"weight_grams\":\"42\",\"hours\":3}"),
                Kind.INVALID_ARGUMENTS);

        assertEquals(
                "calculate_print_cost cannot take this: $.material: expected one of PLA, PETG, found \"WOOD\";"
                        + " $.weight_grams: expected a number above 0, found \"42\"; $.hours: unknown, did you mean"
                        + " print_hours?; $.print_hours: missing, expected a number",
                failure.output());
        assertInstanceOf(InvalidValueException.class, failure.cause());
        assertEquals(
                "price-per-kg cannot take this: $.material: this JSON ends too early, after \"{\"material\":\"",
                Toolset.of(new Shop()).call("price-per-kg", "{\"material\":").output());
    }

    @Test
    void onlyAToolFailureSpeaksToTheModel() {
        Toolset tools = Toolset.of(new Failing());
        Failure told = failure(tools.call("told", "{}"), Kind.FAILED);
        Failure untold = failure(tools.call("untold", "{}"), Kind.FAILED);

        assertEquals("Only 20 g are left.", told.output());
        assertInstanceOf(ToolFailure.class, told.cause());
        assertTrue(
                untold.output().matches("untold failed with an internal error \\(incident [0-9a-f]{8}\\)\\."),
                untold.output());
        assertEquals("password=hunter2", untold.cause().getMessage());
        assertFalse(untold.output().contains("hunter2"));
    }

    @Test
    void anErrorReachesTheCaller() {
        assertThrows(StackOverflowError.class, () -> Toolset.of(new Failing()).call("error", "{}"));
    }

    @Test
    void anInterruptIsKept() {
        ToolResult result = Toolset.of(new Failing()).call("interrupted", "{}");

        assertTrue(Thread.interrupted(), "the status is set");
        assertEquals(
                "interrupted was interrupted.", failure(result, Kind.FAILED).output());
    }

    @Test
    void anOutputOverTheBoundIsRefusedNotCut() {
        Toolset tools = Toolset.of(new Results());

        assertEquals(
                262_144, tools.call("large", "{\"characters\":262144}").output().length());
        assertEquals(
                "large returned 262145 characters, but at most 262144 can be sent. Ask for less.",
                failure(tools.call("large", "{\"characters\":262145}"), Kind.FAILED)
                        .output());
    }

    @Test
    void whatCannotBeWrittenIsAnIncident() {
        for (String tool : List.of("ratio", "any", "lazy")) {
            Failure failure = failure(Toolset.of(new Results()).call(tool, "{}"), Kind.FAILED);

            assertTrue(failure.output().startsWith(tool + " failed with an internal error"), failure.output());
            assertInstanceOf(RuntimeException.class, failure.cause());
        }
    }

    @Test
    void mergesObjectsClassesAndToolsetsInTheirOrder() {
        final class Statics {
            @Tool("static one")
            static int one() {
                return 1;
            }
        }
        Toolset tools = Toolset.of(new Failing(), Statics.class, Toolset.of(new Shop()));

        assertEquals(
                List.of("error", "interrupted", "told", "untold", "one", "calculate_print_cost", "price-per-kg"),
                tools.definitions().stream().map(ToolDefinition::name).toList());
        assertEquals(new Success("1"), tools.call("one", "{}"));
        assertEquals(
                "Toolset[error, interrupted, told, untold, one, calculate_print_cost, price-per-kg]", tools.toString());
    }

    @Test
    void definitionsAreTheSameEachTime() {
        Toolset tools = Toolset.of(new Shop());

        assertSame(tools.definitions(), tools.definitions());
        assertEquals(tools.definitions(), Toolset.of(new Shop()).definitions());
    }

    @Test
    void manyThreadsMayCallAtOnce() {
        Toolset tools = Toolset.of(new Results());
        List<String> outputs = Stream.iterate(0, i -> i + 1)
                .limit(2_000)
                .parallel()
                .map(i -> tools.call("list", "{\"numbers\":[" + i + "]}").output())
                .toList();

        assertEquals(2_000, outputs.size());
        for (int i = 0; i < outputs.size(); i++) {
            assertEquals("[" + i + "]", outputs.get(i));
        }
    }

    @Test
    void argumentsOfAnyKindNeverThrow() {
        Toolset tools = Toolset.of(new Shop(), new Results());
        for (String arguments :
                List.of("", " ", "null", "[]", "\"{}\"", "{", "\u0000", "{\"a\":" + "[".repeat(1000), "ü")) {
            for (ToolDefinition tool : tools.definitions()) {
                assertFalse(tools.call(tool.name(), arguments).output().isEmpty());
            }
        }
    }

    private static Failure failure(ToolResult result, Kind kind) {
        Failure failure = assertInstanceOf(Failure.class, result);
        assertEquals(kind, failure.kind());
        return failure;
    }
}
