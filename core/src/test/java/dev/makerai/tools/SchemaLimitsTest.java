package dev.makerai.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bounds of strict mode, with types too large to write by hand. */
class SchemaLimitsTest {
    @TempDir
    Path folder;

    @Test
    void refusesMoreThanFiveThousandProperties() {
        // 26 records of 200 components each; a class file holds no record of 5000.
        String tooMany = records(26) + "record Root(" + uses(26) + ") {}";

        assertRefused(
                tooMany,
                "its schema has more than 5000 properties, which strict mode refuses. Split it into several smaller ones.");
        assertEquals(1, definitions("b", records(24) + "record Root(" + uses(24) + ") {}"));
    }

    @Test
    void refusesMoreThanAThousandEnumValues() {
        String enums = "enum A { " + names("A", 600) + " } enum B { " + names("B", 401) + " }";

        assertRefused(
                enums + " record Root(A a, B b) {}",
                "its schema has more than 1000 enum values in all, which strict mode refuses. Split it into several"
                        + " smaller ones.");
        assertEquals(1, definitions("b", enums.replace(", B400", "") + " record Root(A a, B b, A again) {}"));
    }

    @Test
    void refusesALargeEnumOfLongNames() {
        String name = "x".repeat(60);
        String message = refusal("enum E { " + names(name, 251) + " } record Root(E e) {}");

        assertTrue(
                message.endsWith(
                        ", component 'e' (Large$E): it has 251 constants with 15703 characters, but strict mode"
                                + " allows an enum of more than 250 only 15000 characters. Take a String and check it"
                                + " yourself."),
                message);
        assertEquals(1, definitions("b", "enum E { " + names(name, 250) + " } record Root(E e) {}"));
    }

    @Test
    void refusesTooManyCharacters() {
        String long60 = "x".repeat(59);
        String records = IntStream.range(0, 11)
                .mapToObj(i -> "record R" + i + "(" + components(long60, 200) + ") {}")
                .collect(Collectors.joining(" "));

        assertRefused(
                records + " record Root(" + uses(11) + ") {}",
                "the names and enum values of its schema have more than 120000 characters, which strict mode refuses."
                        + " Split it into several smaller ones.");
        assertEquals(1, definitions("b", records + " record Root(" + uses(9) + ") {}"));
    }

    @Test
    void refusesMoreThanTenLevels() {
        assertEquals(
                "Large.run(Root), parameter 'root' (Large$Root), in it x.x.x.x.x.x.x.x.x: Large$L7, component 'x'"
                        + " (Large$L8): its schema nests deeper than 10 levels of objects and lists, which strict mode"
                        + " refuses. Flatten it.",
                refusal(nested(9)));
        assertEquals(1, definitions("b", nested(8)));
    }

    private static String nested(int records) {
        String inner = IntStream.range(0, records)
                .mapToObj(i -> "record L" + i + "(" + (i + 1 < records ? "L" + (i + 1) : "int") + " x) {}")
                .collect(Collectors.joining(" "));
        return inner + " record Root(L0 x) {}";
    }

    private static String records(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "record R" + i + "(" + components("p", 200) + ") {} ")
                .collect(Collectors.joining());
    }

    private static String components(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> "int " + prefix + i).collect(Collectors.joining(", "));
    }

    private static String uses(int count) {
        return IntStream.range(0, count).mapToObj(i -> "R" + i + " r" + i).collect(Collectors.joining(", "));
    }

    private static String names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.joining(", "));
    }

    private int definitions(String name, String types) {
        return Toolset.of(load(name, types)).definitions().size();
    }

    private void assertRefused(String types, String message) {
        assertEquals("Large.run(Root): " + message, refusal(types));
    }

    private String refusal(String types) {
        Class<?> holder = load("a", types);
        return assertThrows(IllegalArgumentException.class, () -> Toolset.of(holder))
                .getMessage();
    }

    private Class<?> load(String name, String types) {
        String source = "public class Large { @dev.makerai.tools.Tool(\"x\") static void run(Root root) {} "
                + types.replace("record ", "public record ").replace("enum ", "public enum ") + " }";
        return Compiled.load(folder.resolve(name), Map.of("Large.java", source), "Large", "-parameters");
    }
}
