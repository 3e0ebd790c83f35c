package dev.makerai.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makerai.json.SourceText;
import dev.makerai.responses.Spec;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What every reader and writer of this wire promises. The documents come from the official examples or from
 * {@link SchemaSamples}; the function reads a document and writes what it read.
 *
 * <pre>{@code
 * WireChecks.assertRoundTrip(text, it -> OutputItem.of(Json.parse(it)).toJson().text());
 * }</pre>
 */
public final class WireChecks {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WireChecks() {}

    /** Fails if a document is not written as it was read, nulls and the form of numbers aside. */
    public static void assertRoundTrip(JsonNode document, UnaryOperator<String> readAndWrite) {
        String text = Spec.text(document);
        assertEquals(normal(document), normal(Spec.tree(readAndWrite.apply(text))), text);
    }

    /**
     * Fails if a document cannot be read, or loses something, after anything in it has changed that a service may
     * change: a new member in any object, a new value of any text, a new type or none of any object, a null or missing
     * member, or one of another kind. Only for types that keep their exact text; see {@link #assertReadable} for others.
     */
    public static void assertTolerant(JsonNode document, UnaryOperator<String> readAndWrite) {
        changes(document, () -> assertRoundTrip(document, readAndWrite));
    }

    /** Fails if the function throws after any such change. */
    public static void assertReadable(JsonNode document, UnaryOperator<String> readAndWrite) {
        changes(document, () -> assertNotNull(readAndWrite.apply(Spec.text(document))));
    }

    /**
     * The same value with no exact text in it, so that writing it shows what its typed members hold.
     *
     * @param value a record, a list or anything else that was read
     */
    @SuppressWarnings("unchecked") // Lists and records are copied as what they are.
    public static <T> T withoutSource(T value) {
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(it -> copy.add(withoutSource(it)));
            return (T) copy;
        }
        return value instanceof Record && value.getClass().getName().startsWith("dev.makerai") ? copy(value) : value;
    }

    @SuppressWarnings("unchecked") // The constructor is that of the value's own class.
    private static <T> T copy(T value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                components[i].getAccessor().setAccessible(true);
                Object member = components[i].getAccessor().invoke(value);
                values[i] =
                        member instanceof SourceText ? SourceText.NONE : member == null ? null : withoutSource(member);
            }
            Constructor<?> constructor = value.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (T) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("Cannot copy " + value, e);
        }
    }

    /** A document without null members, and with numbers that differ only in their form made equal. */
    public static JsonNode normal(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = NODES.objectNode();
            node.properties().forEach(it -> {
                if (!it.getValue().isNull()) {
                    object.set(it.getKey(), normal(it.getValue()));
                }
            });
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = NODES.arrayNode();
            node.forEach(it -> array.add(normal(it)));
            return array;
        }
        return node.isNumber()
                ? NODES.textNode(node.decimalValue().stripTrailingZeros().toPlainString())
                : node;
    }

    private static void changes(JsonNode document, Runnable check) {
        for (JsonNode node : Spec.objectsIn(document)) {
            ObjectNode object = (ObjectNode) node;
            object.set("x_new", Spec.tree("{\"type\":\"x\",\"deep\":[1.50,null]}"));
            check.run();
            object.remove("x_new");
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode value = object.get(name);
                for (JsonNode other : others(value)) {
                    object.set(name, other);
                    check.run();
                }
                object.remove(name);
                check.run();
                object.set(name, value);
            }
        }
    }

    private static List<JsonNode> others(JsonNode value) {
        List<JsonNode> others = new ArrayList<>(List.of(NODES.textNode("x_new_value"), NODES.nullNode()));
        for (JsonNode other : List.of(
                NODES.numberNode(-1.5),
                NODES.booleanNode(true),
                NODES.objectNode(),
                NODES.arrayNode().add("x").addNull())) {
            if (other.getNodeType() != value.getNodeType()) {
                others.add(other);
            }
        }
        return others;
    }
}
