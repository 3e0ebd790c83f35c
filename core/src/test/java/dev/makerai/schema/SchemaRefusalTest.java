package dev.makerai.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.internal.naming.Place;
import dev.makerai.json.Json;
import java.io.File;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of type that is refused, with the exact text. */
@SuppressWarnings({"NullablePrimitive", "NullableOptional"}) // Such mistakes are what is tested.
class SchemaRefusalTest {
    private static final String HERE = SchemaRefusalTest.class.getName();

    enum NoConstants {}

    interface Open {}

    static class Bean {}

    sealed interface Mixed permits Good, Bad {}

    record Good() implements Mixed {}

    static final class Bad implements Mixed {}

    sealed interface Twice permits TwiceA.Same, TwiceB.Same {}

    static final class TwiceA {
        record Same() implements Twice {}
    }

    static final class TwiceB {
        record Same() implements Twice {}
    }

    record Pair<T>(T value) {}

    record Holds(@Param("Anything") Object part) {}

    record HoldsList(List<Map<String, Object>> parts) {}

    record SameNames(int weightGrams, int weight_grams) {}

    record OddName(int $) {}

    record LongName(@Param(name = "a b") int x) {}

    record Endless(Endless next) {}

    record Endless2(@Size(min = 1) List<Endless2> next) {}

    record NullPrimitive(@Nullable int x) {}

    record NullOptional(@Nullable Optional<String> x) {}

    record NullDefault(@Param(defaultValue = "1") @Nullable Integer x) {}

    record BadDefault(
            @Param(defaultValue = "many") @Range(max = 3) int x) {}

    record LargeDefault(
            @Param(defaultValue = "4") @Range(max = 3) int x) {}

    record EnumDefault(@Param(defaultValue = "petg") SimpleCases.Material x) {}

    record RangeOnText(@Range(min = 1) String x) {}

    record RangeOnRecord(@Range(min = 1) Good x) {}

    record PatternOnNumber(@Pattern("x") int x) {}

    record SizeOnNumber(@Size(min = 1) Integer x) {}

    record PatternOnDate(@Pattern("x") java.time.LocalDate x) {}

    record RangeOfMap(@Range(min = 1) Map<String, Integer> x) {}

    record EmptyRange(@Range(min = 2, max = 1) int x) {}

    record FractionRange(@Range(min = 0.5) int x) {}

    record WideRange(@Range(min = -129) byte x) {}

    record NoMultiple(
            @Range(min = 1, max = 2, multipleOf = 5) int x) {}

    record NoMultipleOfType(
            @Range(min = 1, multipleOf = 200) byte x) {}

    record NoMultipleOfDouble(
            @Range(min = 0, max = 0.2, exclusiveMin = true, exclusiveMax = true, multipleOf = 0.2)
            double x) {}

    record NoIntegerBetween(
            @Range(min = 1, max = 2, exclusiveMin = true, exclusiveMax = true)
            long x) {}

    record OneMultiple(
            @Range(min = 0.1, max = 0.3, exclusiveMin = true, multipleOf = 0.3)
            double x,

            @Range(min = -7, max = -3, multipleOf = 5) int y,

            @Range(min = 1, max = 2, exclusiveMin = true, exclusiveMax = true)
            double z) {}

    @Test
    void refusesRangesThatHoldNoValue() {
        for (Class<?> type :
                List.of(NoMultiple.class, NoMultipleOfType.class, NoMultipleOfDouble.class, NoIntegerBetween.class)) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Schema.of(type));
            assertTrue(e.getMessage().contains("its @Range leaves no value"), e.getMessage());
        }
        assertNotNull(Schema.of(OneMultiple.class));
    }

    record NanRange(@Range(min = Double.NaN) double x) {}

    record NoRange(@Range double x) {}

    record NegativeStep(@Range(multipleOf = -1) double x) {}

    record ExclusiveNothing(
            @Range(min = 1, exclusiveMax = true) double x) {}

    record BadSize(@Size(min = 2, max = 1) String x) {}

    record NoSize(@Size List<String> x) {}

    record BadPattern(@Pattern("[a") String x) {}

    record LookAround(@Pattern("(?=a)b") String x) {}

    static Stream<Arguments> refused() {
        return Stream.of(
                of(
                        Object.class,
                        "java.lang.Object: a model cannot know what to put there. Use a record, an enum or a String."),
                of(Void.class, "java.lang.Void: there is no value of it. Leave it out."),
                of(void.class, "void: there is no value of it. Leave it out."),
                of(char.class, "char: JSON has no single character. Use a String with @Size(min = 1, max = 1)."),
                of(
                        Json.class,
                        "dev.makerai.json.Json: strict mode has no schema for any JSON. Use a record, or a String that holds the JSON."),
                of(
                        Number.class,
                        "java.lang.Number: it does not say which kind of number. Use int, long, double or BigDecimal."),
                of(
                        byte[].class,
                        "byte[]: a model cannot write bytes. Take the name of a file as a String and resolve it in a Workspace."),
                of(
                        Path.class,
                        "java.nio.file.Path: a model must not choose among all files. Take a String and resolve it in a Workspace."),
                of(
                        File.class,
                        "java.io.File: a model must not choose among all files. Take a String and resolve it in a Workspace."),
                of(
                        Date.class,
                        "java.util.Date: it has no clear form as text. Use java.time.Instant, OffsetDateTime or LocalDate."),
                of(
                        AtomicInteger.class,
                        "java.util.concurrent.atomic.AtomicInteger: a model cannot write a value of it. Use a record, an enum or a String."),
                of(NoConstants.class, HERE + "$NoConstants: the enum has no constants. Give it some or leave it out."),
                of(
                        Open.class,
                        HERE
                                + "$Open: anything could implement this interface. Seal it and permit records only, or use a record."),
                of(Bean.class, HERE + "$Bean: the class Bean does not say what it is made of. Make Bean a record."),
                of(
                        Mixed.class,
                        HERE + "$Mixed: " + HERE + "$Bad, which it permits, is not a record. Permit records only."),
                of(
                        Twice.class,
                        HERE + "$Twice: two records that it permits have the wire name \"same\". Rename one of them."),
                of(
                        List.class,
                        "java.util.List: the raw type does not say what is in it. Write its type arguments, or a record"
                                + " with a component that has them."),
                of(
                        Pair.class,
                        HERE + "$Pair: the raw type does not say what is in it. Write its type arguments, or a record"
                                + " with a component that has them."),
                of(
                        new SchemaCase.TypeOf<ArrayList<String>>() {},
                        "java.util.ArrayList<java.lang.String>: of collections only the plain interfaces are filled. Use java.util.List or Set."),
                of(
                        new SchemaCase.TypeOf<Stream<String>>() {},
                        "java.util.stream.Stream<java.lang.String>: of collections only the plain interfaces are filled. Use java.util.List or Set."),
                of(
                        new SchemaCase.TypeOf<java.util.HashMap<String, String>>() {},
                        "java.util.HashMap<java.lang.String, java.lang.String>: of maps only the plain interface is filled. Use java.util.Map."),
                of(
                        new SchemaCase.TypeOf<Map<Good, String>>() {},
                        "java.util.Map<" + HERE
                                + "$Good, java.lang.String>: its keys have no plain form. Use String, an enum or an integer as the key."),
                of(
                        new SchemaCase.TypeOf<List<?>>() {},
                        "java.util.List<?>: ? in it: the wildcard stands for any type. Use a certain type."),
                of(
                        new SchemaCase.TypeOf<List<? super Integer>>() {},
                        "java.util.List<? super java.lang.Integer>: ? super java.lang.Integer in it: the wildcard stands for any type. Use a certain type."),
                of(
                        new SchemaCase.TypeOf<Function<String, String>>() {},
                        "java.util.function.Function<java.lang.String, java.lang.String>: a model cannot write code. Use an enum of what it may choose."),
                of(typeVariable(), "T: the type variable stands for any type. Use a certain type."),
                of(
                        Holds.class,
                        component("Holds", "part", "java.lang.Object")
                                + "a model cannot know what to put there. Use a record, an enum or a String."),
                of(
                        HoldsList.class,
                        component(
                                        "HoldsList",
                                        "parts",
                                        "java.util.List<java.util.Map<java.lang.String, java.lang.Object>>")
                                + "java.lang.Object in it: a model cannot know what to put there. Use a record, an enum or a String."),
                of(
                        SameNames.class,
                        component("SameNames", "weight_grams", "int")
                                + "the wire name \"weight_grams\" is taken by another one before it. Give it another with @Param(name = \"…\")."),
                of(
                        OddName.class,
                        component("OddName", "$", "int")
                                + "the wire name \"$\" is not 1 to 64 letters, digits, _ or -. Give it another with @Param(name = \"…\")."),
                of(
                        LongName.class,
                        component("LongName", "x", "int")
                                + "the wire name \"a b\" is not 1 to 64 letters, digits, _ or -. Give it another with @Param(name = \"…\")."),
                of(
                        Endless.class,
                        HERE
                                + "$Endless: a value of Endless always holds another one, without end. Make a component @Nullable or a List."),
                of(
                        Endless2.class,
                        HERE
                                + "$Endless2: a value of Endless2 always holds another one, without end. Make a component @Nullable or a List."),
                of(
                        NullPrimitive.class,
                        component("NullPrimitive", "x", "int")
                                + "a primitive is never null. Use its boxed type with @Nullable."),
                of(
                        NullOptional.class,
                        component("NullOptional", "x", "java.util.Optional<java.lang.String>")
                                + "an Optional is not null itself. Take @Nullable away."),
                of(
                        NullDefault.class,
                        component("NullDefault", "x", "java.lang.Integer")
                                + "with a default null would have two meanings. Take @Nullable, Optional or the default away."),
                of(
                        BadDefault.class,
                        component("BadDefault", "x", "int")
                                + "its default many does not fit: expected an integer of at most 3, but this is not JSON near character 1, around \"many\". Correct defaultValue."),
                of(
                        LargeDefault.class,
                        component("LargeDefault", "x", "int")
                                + "its default 4 does not fit: expected an integer of at most 3, found 4. Correct defaultValue."),
                of(
                        EnumDefault.class,
                        component("EnumDefault", "x", "dev.makerai.schema.SimpleCases$Material")
                                + "its default \"petg\" does not fit: expected one of PLA, PETG, ABS, found \"petg\" (did you mean PETG?). Correct defaultValue."),
                of(
                        RangeOnText.class,
                        component("RangeOnText", "x", "java.lang.String")
                                + "@Range fits numbers only. Take @Range away."),
                of(
                        RangeOnRecord.class,
                        component("RangeOnRecord", "x", HERE + "$Good")
                                + "@Range fits numbers only. Take @Range away."),
                of(
                        PatternOnNumber.class,
                        component("PatternOnNumber", "x", "int") + "@Pattern fits String only. Take @Pattern away."),
                of(
                        SizeOnNumber.class,
                        component("SizeOnNumber", "x", "java.lang.Integer")
                                + "@Size fits String, collections, arrays and maps only. Take @Size away."),
                of(
                        PatternOnDate.class,
                        component("PatternOnDate", "x", "java.time.LocalDate")
                                + "@Pattern fits String only. Take @Pattern away."),
                of(
                        RangeOfMap.class,
                        component("RangeOfMap", "x", "java.util.Map<java.lang.String, java.lang.Integer>")
                                + "@Range fits numbers only. Take @Range away."),
                of(
                        EmptyRange.class,
                        component("EmptyRange", "x", "int") + "its @Range leaves no value. Correct @Range."),
                of(
                        FractionRange.class,
                        component("FractionRange", "x", "int")
                                + "its @Range holds 0.5, which is no integer that a double can hold. Correct @Range."),
                of(
                        WideRange.class,
                        component("WideRange", "x", "byte") + "its @Range is wider than the type. Correct @Range."),
                of(
                        NoMultiple.class,
                        component("NoMultiple", "x", "int")
                                + "its @Range leaves no value: there is no multiple of 5 in it. Correct @Range."),
                of(NanRange.class, component("NanRange", "x", "double") + "its @Range holds NaN. Correct @Range."),
                of(NoRange.class, component("NoRange", "x", "double") + "its @Range bounds nothing. Correct @Range."),
                of(
                        NegativeStep.class,
                        component("NegativeStep", "x", "double")
                                + "its @Range has a multipleOf below 0 or without end. Correct @Range."),
                of(
                        ExclusiveNothing.class,
                        component("ExclusiveNothing", "x", "double")
                                + "its @Range excludes a bound that it does not set. Correct @Range."),
                of(
                        BadSize.class,
                        component("BadSize", "x", "java.lang.String") + "its @Size leaves no value. Correct @Size."),
                of(
                        NoSize.class,
                        component("NoSize", "x", "java.util.List<java.lang.String>")
                                + "its @Size bounds nothing. Correct @Size."),
                of(
                        BadPattern.class,
                        component("BadPattern", "x", "java.lang.String")
                                + "its @Pattern is no regular expression: Unclosed character class. Correct it."),
                of(
                        LookAround.class,
                        component("LookAround", "x", "java.lang.String")
                                + "its @Pattern uses what JSON Schema does not share with Java (look-around, back references, inline flags, possessive quantifiers, \\p, nested classes). Use plain classes, groups and quantifiers."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesSayingWhereWhyAndWhatToDo(Type type, String message) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Schema.of(type));

        assertEquals(message, e.getMessage());
    }

    @Test
    void refusesAgainWhenAskedAgain() {
        for (int i = 0; i < 2; i++) {
            assertThrows(IllegalArgumentException.class, () -> Schema.of(Holds.class));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)a",
                "(?<name>a)",
                "(a)\\1",
                "\\p{L}+",
                "a*+",
                "a{2}+",
                "(?>a)",
                "\\Aa\\z",
                "\\Qa\\E",
                "[a-z&&[^b]]",
                "[a[b]]",
                "(?<!a)b",
                "(?!a)b",
                "[]a]",
                "[^]a]",
                "x[]]",
                "[^]]+",
                "a|[]-]"
            })
    void refusesExpressionsThatJsonSchemaReadsOtherwise(String regex) {
        assertThrows(
                IllegalArgumentException.class, () -> PortablePattern.of(regex, Place.of(String.class), String.class));
    }

    record Grow<T>(T x, @Nullable Grow<List<T>> more) {}

    record UseGrow(Grow<String> g) {}

    record Wide<T>(T x, @Nullable Wide<Both<T>> more) {}

    record Both<T>(T a, T b) {}

    record UseWide(Wide<Wide<String>> w) {}

    sealed interface Tree<T> permits Fork {}

    record Fork<T>(
            @Nullable Tree<Map<String, T>> left, @Nullable Tree<T> right) implements Tree<T> {}

    record UseTree(Tree<Integer> tree) {}

    record Wrap<T>(T value) {}

    record Nested(Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<String>>>>>> w) {}

    record Same<T>(T value, @Nullable Same<T> next) {}

    record UseSame(Same<List<String>> s) {}

    @Test
    void refusesTypesThatGrowWithoutEnd() {
        String message = assertThrows(IllegalArgumentException.class, () -> Schema.of(UseGrow.class))
                .getMessage();

        assertEquals(
                HERE + "$UseGrow, in it g.more.more.more.more.more: "
                        + component("Grow", "more", HERE + "$Grow<java.util.List<T>>")
                        + "the type grows without end, since each Grow holds a Grow of larger type arguments. Give the"
                        + " inner Grow the same type arguments as the outer one.",
                message);
        for (Class<?> growing : List.of(UseWide.class, UseTree.class)) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Schema.of(growing));
            assertTrue(e.getMessage().contains("the type grows without end"), e.getMessage());
        }
    }

    @Test
    void takesGenericTypesThatComeToAnEnd() {
        assertNotNull(Schema.of(Nested.class));
        assertNotNull(Schema.of(UseSame.class));
    }

    @Test
    void refusesTypeArgumentsOfAnyDepth() {
        Type type = String.class;
        for (int i = 0; i < 100_000; i++) {
            type = listOf(type);
        }
        Type deep = type;

        assertThrows(IllegalArgumentException.class, () -> Schema.of(deep));
    }

    private static Type listOf(Type element) {
        return new ParameterizedType() {
            @Override
            public Type[] getActualTypeArguments() {
                return new Type[] {element};
            }

            @Override
            public Type getRawType() {
                return List.class;
            }

            @Override
            public @Nullable Type getOwnerType() {
                return null;
            }

            @Override
            public String getTypeName() {
                return "java.util.List<…>";
            }
        };
    }

    private static Type typeVariable() {
        return Pair.class.getTypeParameters()[0];
    }

    private static String component(String record, String name, String type) {
        return HERE + "$" + record + ", component '" + name + "' (" + type + "): ";
    }

    private static Arguments of(Type type, String message) {
        return Arguments.of(type, message);
    }

    private static Arguments of(SchemaCase.TypeOf<?> type, String message) {
        return Arguments.of(type.type(), message);
    }
}
