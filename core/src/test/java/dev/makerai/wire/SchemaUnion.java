package dev.makerai.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makerai.internal.json.WireName;
import dev.makerai.internal.naming.SnakeCase;
import dev.makerai.json.SourceText;
import dev.makerai.responses.Spec;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a published schema says about a union or an object: the labels of its cases, and the members of each.
 *
 * <pre>{@code
 * SchemaUnion.of("wire-2026-11.responses.schema.json", "/$defs/ResponseOutputItem")
 *         .assertModelled(ResponsesWire.OUTPUT_ITEMS, "message.some_member_left_out_on_purpose");
 * }</pre>
 *
 * <p>References, {@code anyOf}, {@code oneOf} and {@code allOf} are followed; cases with the same label are taken
 * together; null alternatives are none. An object without a label has the label "".
 */
public final class SchemaUnion {
    private final String name;
    private final Map<String, Set<String>> members = new TreeMap<>();

    private SchemaUnion(String name) {
        this.name = name;
    }

    /**
     * Reads a union, or a single object.
     *
     * @param file a schema document's file name
     * @param pointer where it is, such as {@code /$defs/ResponseOutputItem} or
     *     {@code /components/schemas/Response/properties/error}; an array stands for its elements
     */
    public static SchemaUnion of(String file, String pointer) {
        JsonNode document = Spec.schema(file);
        SchemaUnion union = new SchemaUnion(file + " " + pointer);
        for (SchemaCase leaf : SchemaCase.of(document, SchemaCase.at(document, pointer))) {
            Set<String> labels = leaf.labels();
            for (String label : labels.isEmpty() ? Set.of("") : labels) {
                union.members
                        .computeIfAbsent(label, it -> new TreeSet<>())
                        .addAll(leaf.properties().keySet());
            }
        }
        assertFalse(union.members.isEmpty(), union.name + " has no cases");
        return union;
    }

    /** The labels of the cases. */
    public Set<String> labels() {
        return members.keySet();
    }

    /** The names of a case's members, without {@code type}. */
    public Set<String> members(String label) {
        Set<String> names = new TreeSet<>(members.get(label));
        names.remove("type");
        return names;
    }

    /**
     * Fails if a case has no record, or a record lacks a member.
     *
     * @param table the records by their label
     * @param leftOut labels, or members as {@code label.member}, that are not modelled on purpose; one that is
     *     modelled, or that the schema does not know, fails too
     */
    public void assertModelled(Map<String, ? extends Class<?>> table, String... leftOut) {
        Set<String> missing = new TreeSet<>();
        members.keySet().forEach(label -> {
            Class<?> record = table.get(label);
            if (record == null) {
                missing.add(label);
            } else {
                missingIn(record, label).forEach(member -> missing.add(label + "." + member));
            }
        });
        assertEquals(new TreeSet<>(Arrays.asList(leftOut)), missing, () -> "not modelled of " + name);
    }

    /**
     * Fails if a record lacks a member of an object that has no label, or of all cases together.
     *
     * @param record stands for all cases
     * @param leftOut members that are not modelled on purpose
     */
    public void assertModelled(Class<?> record, String... leftOut) {
        Set<String> missing = new TreeSet<>();
        members.keySet().forEach(label -> missing.addAll(missingIn(record, label)));
        assertEquals(new TreeSet<>(Arrays.asList(leftOut)), missing, () -> "not modelled of " + name);
    }

    /**
     * Fails if the table has labels that the schema does not know.
     *
     * @param table the records by their label
     * @param more labels that are known to be beyond this schema
     */
    public void assertNothingMore(Map<String, ? extends Class<?>> table, String... more) {
        Set<String> beyond = new TreeSet<>(table.keySet());
        beyond.removeAll(members.keySet());
        assertEquals(new TreeSet<>(Arrays.asList(more)), beyond, () -> "beyond " + name);
    }

    /** The names on the wire of a record's components, without {@code type}. */
    public static Set<String> wireNames(Class<?> record) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            WireName given = component.getAnnotation(WireName.class);
            if (component.getType() != SourceText.class && !component.getName().equals("type")) {
                names.add(given == null ? SnakeCase.of(component.getName()) : given.value());
            }
        }
        return names;
    }

    private Set<String> missingIn(Class<?> record, String label) {
        Set<String> missing = members(label);
        missing.removeAll(wireNames(record));
        return missing;
    }
}
