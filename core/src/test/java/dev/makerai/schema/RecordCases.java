package dev.makerai.schema;

import dev.makerai.schema.SimpleCases.Material;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Records and sealed interfaces. */
final class RecordCases {
    private RecordCases() {}

    record Empty() {}

    record Part(
            @Param("Name on the drawing") String name,

            @Param("Weight with supports, in grams") @Range(min = 0, exclusiveMin = true)
            double weightGrams,

            Material material) {}

    @SuppressWarnings("UnicodeInCode") // Many write names in their own language.
    private record Names(
            int x2, String stlFile, @Param(name = "URL") String parseURL, boolean größeBekannt) {}

    record Order(@Pattern("[A-Z]{2}-[0-9]{4}") String number, LocalDate due, List<Part> parts, Duration printTime) {}

    record TwoParts(
            @Param("The first one") Part first,
            Part second,
            @Nullable Part spare,
            Material material) {}

    record Nullables(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable Material material,
            @Nullable Part part,
            @Nullable List<String> list,
            Optional<Part> optional,
            OptionalLong count,
            OptionalDouble ratio) {}

    record Defaults(
            @Param(value = "How many pieces", defaultValue = "1")
            int quantity,

            @Param(value = "Add electricity?", defaultValue = "true")
            boolean electricity,

            @Param(defaultValue = "PETG") Material material,

            @Param(value = "Colour.", defaultValue = "light grey")
            String colour,

            @Param(defaultValue = "") String note,
            @Param(defaultValue = "0.10") BigDecimal margin,
            @Param(defaultValue = "PT1H") Duration printTime,
            @Param(defaultValue = "[\"a\"]") List<String> tags) {}

    record Constrained(
            @Range(min = 1, max = 100) int percent,
            @Range(max = 0, exclusiveMax = true) long below,

            @Param("Layer height in mm") @Range(min = 0.05, max = 0.6, multipleOf = 0.05)
            BigDecimal layerHeight,

            @Range(min = 0, max = 1, exclusiveMax = true) Optional<Double> ratio,
            @Pattern("^(PLA|PETG)$") String material,
            @Param("What to engrave") @Size(max = 20) String engraving,
            @Size(min = 3, max = 3) @Nullable String code) {}

    record Box<T>(T content, List<T> spares) {}

    record Boxes(Box<String> texts, Box<Box<Integer>> numbers, Box<String> again) {}

    record Tree(String name, List<Tree> children) {}

    record Forest(Tree oak, @Param("A fir") Tree fir) {}

    record Chain(int value, @Nullable Chain next) {}

    record Husband(String name, Optional<Wife> wife) {}

    record Wife(String name, Optional<Husband> husband) {}

    sealed interface Shape permits Circle, Square, Round {}

    record Circle(double radius) implements Shape {}

    record Square(double sideLength) implements Shape {}

    sealed interface Round extends Shape permits Ball, NoShape {}

    record Ball(double radius) implements Round {}

    record NoShape() implements Round {}

    record Drawing(
            Shape outline,
            @Param("Holes in it") List<Shape> holes,
            @Nullable Shape mark) {}

    sealed interface Expression permits Sum, Value {}

    record Sum(Expression left, Expression right) implements Expression {}

    record Value(int value) implements Expression {}

    sealed interface Result<T> permits Ok, Failed {}

    record Ok<T>(T value) implements Result<T> {}

    record Failed<T>(String reason) implements Result<T> {}

    static List<SchemaCase> all() {
        record Local(String name) {}
        Part part = new Part("bracket", 41.5, Material.PETG);
        String partJson = "{\"name\":\"bracket\",\"weight_grams\":41.5,\"material\":\"PETG\"}";
        return List.of(
                SchemaCase.of("empty-record", Empty.class, new Empty(), "{}"),
                SchemaCase.of("record", Part.class, part, partJson),
                SchemaCase.of("local-record", Local.class, new Local("a"), "{\"name\":\"a\"}"),
                SchemaCase.of(
                        "names",
                        Names.class,
                        new Names(1, "a.stl", "u", true),
                        "{\"x2\":1,\"stl_file\":\"a.stl\",\"URL\":\"u\",\"größe_bekannt\":true}"),
                SchemaCase.of(
                        "nested-records",
                        Order.class,
                        new Order("AB-0001", LocalDate.of(2026, 11, 22), List.of(part), Duration.ofHours(3)),
                        "{\"number\":\"AB-0001\",\"due\":\"2026-11-22\",\"parts\":[" + partJson
                                + "],\"print_time\":\"PT3H\"}"),
                SchemaCase.of(
                        "record-used-twice",
                        TwoParts.class,
                        new TwoParts(part, part, null, Material.PLA),
                        "{\"first\":" + partJson + ",\"second\":" + partJson + ",\"spare\":null,\"material\":\"PLA\"}"),
                SchemaCase.of(
                        "nullables",
                        Nullables.class,
                        new Nullables(
                                null,
                                null,
                                null,
                                null,
                                null,
                                Optional.empty(),
                                OptionalLong.of(1),
                                OptionalDouble.empty()),
                        "{\"text\":null,\"number\":null,\"material\":null,\"optional\":null,\"count\":1}"),
                SchemaCase.of(
                        "defaults",
                        Defaults.class,
                        new Defaults(
                                1,
                                true,
                                Material.PETG,
                                "light grey",
                                "",
                                new BigDecimal("0.10"),
                                Duration.ofHours(1),
                                List.of("a")),
                        "{\"quantity\":null,\"electricity\":null,\"material\":null}"),
                SchemaCase.of(
                        "constraints",
                        Constrained.class,
                        new Constrained(
                                100, -1, new BigDecimal("0.30"), Optional.of(0.0), "PLA", "🙂".repeat(20), "abc"),
                        "{\"percent\":100,\"below\":-1,\"layer_height\":0.30,\"ratio\":0,\"material\":\"PLA\",\"engraving\":\""
                                + "🙂".repeat(20) + "\",\"code\":\"abc\"}"),
                SchemaCase.of(
                        "generic-record",
                        new SchemaCase.TypeOf<Box<Part>>() {},
                        new Box<>(part, List.of()),
                        "{\"content\":" + partJson + ",\"spares\":[]}"),
                SchemaCase.of(
                        "generic-components",
                        Boxes.class,
                        new Boxes(
                                new Box<>("a", List.of("b")),
                                new Box<>(new Box<>(1, List.of()), List.of()),
                                new Box<>("c", List.of())),
                        "{\"texts\":{\"content\":\"a\",\"spares\":[\"b\"]},"
                                + "\"numbers\":{\"content\":{\"content\":1,\"spares\":[]},\"spares\":[]},"
                                + "\"again\":{\"content\":\"c\",\"spares\":[]}}"),
                SchemaCase.of(
                        "recursive-root",
                        Tree.class,
                        new Tree("a", List.of(new Tree("b", List.of()))),
                        "{\"name\":\"a\",\"children\":[{\"name\":\"b\",\"children\":[]}]}"),
                SchemaCase.of(
                        "recursive-list",
                        new SchemaCase.TypeOf<List<Tree>>() {},
                        List.of(new Tree("a", List.of())),
                        "{\"value\":[{\"name\":\"a\",\"children\":[]}]}"),
                SchemaCase.of(
                        "recursive-component",
                        Forest.class,
                        new Forest(new Tree("a", List.of()), new Tree("b", List.of())),
                        "{\"oak\":{\"name\":\"a\",\"children\":[]},\"fir\":{\"name\":\"b\",\"children\":[]}}"),
                SchemaCase.of(
                        "recursive-nullable",
                        Chain.class,
                        new Chain(1, new Chain(2, null)),
                        "{\"value\":1,\"next\":{\"value\":2,\"next\":null}}"),
                SchemaCase.of(
                        "recursive-pair",
                        Husband.class,
                        new Husband("a", Optional.of(new Wife("b", Optional.empty()))),
                        "{\"name\":\"a\",\"wife\":{\"name\":\"b\",\"husband\":null}}"),
                SchemaCase.of(
                        "sealed-root", Shape.class, new Square(2), "{\"value\":{\"square\":{\"side_length\":2}}}"),
                SchemaCase.of(
                        "sealed-components",
                        Drawing.class,
                        new Drawing(new Circle(1), List.of(new Ball(2), new NoShape()), null),
                        "{\"outline\":{\"circle\":{\"radius\":1}},"
                                + "\"holes\":[{\"ball\":{\"radius\":2}},{\"no_shape\":{}}],\"mark\":null}"),
                SchemaCase.of(
                        "sealed-recursive",
                        Expression.class,
                        new Sum(new Value(1), new Sum(new Value(2), new Value(3))),
                        "{\"value\":{\"sum\":{\"left\":{\"value\":{\"value\":1}},"
                                + "\"right\":{\"sum\":{\"left\":{\"value\":{\"value\":2}},\"right\":{\"value\":{\"value\":3}}}}}}}"),
                SchemaCase.of(
                        "sealed-generic",
                        new SchemaCase.TypeOf<Result<List<Integer>>>() {},
                        new Ok<>(List.of(1)),
                        "{\"value\":{\"ok\":{\"value\":[1]}}}"),
                SchemaCase.of(
                        "map-of-records",
                        new SchemaCase.TypeOf<Map<String, Part>>() {},
                        Map.of("x", part),
                        "{\"value\":[{\"key\":\"x\",\"value\":" + partJson + "}]}"));
    }
}
