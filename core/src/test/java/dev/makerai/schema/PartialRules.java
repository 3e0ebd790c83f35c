package dev.makerai.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import dev.makerai.schema.InvalidValueException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What holds of the partials of any text, read with any schema. */
final class PartialRules {
    /** What was known behind a character. */
    private record State(String json, List<Problem> problems, boolean isComplete) {
        static State of(Partial<?> partial) {
            return new State(partial.toString(), partial.problems(), partial.isComplete());
        }
    }

    private PartialRules() {}

    /** Checks all rules; true if the text is a value of the schema. */
    static <T> boolean hold(Schema<T> schema, String text, Random random) {
        List<@Nullable State> states = new ArrayList<>();
        PartialReader<T> reader = schema.partials();
        Partial<T> last = null;
        for (int i = 0; i < text.length(); i++) {
            Partial<T> partial = reader.add(text.substring(i, i + 1));
            if (partial != null) {
                Json json = Json.parse(partial.toString());
                assertEquals(json, partial.json());
                if (last != null) {
                    assertTrue(isBeginning(last.json(), json, true), last + " before " + json);
                    assertTrue(partial.problems().size() >= last.problems().size(), "problems stay");
                }
                last = partial;
            }
            states.add(last == null ? null : State.of(last));
        }
        chunksDoNotMatter(schema, text, states, random);
        return endIsThatOfTheWhole(schema, text, reader, last);
    }

    private static <T> void chunksDoNotMatter(
            Schema<T> schema, String text, List<@Nullable State> states, Random random) {
        PartialReader<T> reader = schema.partials();
        State last = null;
        int longest = 1 + random.nextInt(20);
        for (int start = 0; start < text.length(); ) {
            int end = Math.min(text.length(), start + 1 + random.nextInt(longest));
            Partial<T> partial = reader.add(text.substring(start, end));
            last = partial == null ? last : State.of(partial);
            assertEquals(states.get(end - 1), last, "behind character " + end);
            start = end;
        }
    }

    private static <T> boolean endIsThatOfTheWhole(
            Schema<T> schema, String text, PartialReader<T> reader, @Nullable Partial<T> last) {
        T whole;
        try {
            whole = schema.read(text);
        } catch (InvalidValueException e) {
            assertTrue(last == null || last.value() == null, "no value of what is refused");
            InvalidValueException thrown = refused(reader);
            assertEquals(e.getMessage(), thrown.getMessage());
            assertEquals(e.problems(), thrown.problems());
            assertEquals(text, thrown.text());
            return false;
        }
        assertNotNull(last);
        T value = last.value();
        assertNotNull(value, "a value of what is accepted");
        assertEquals(List.of(), last.problems());
        assertEquals(schema.write(whole), schema.write(value));
        assertEquals(schema.write(whole), schema.write(reader.finish()));
        Json seen = last.json();
        Json sent = schema.plan() instanceof WrappedPlan ? Json.parse("{\"value\":" + seen + "}") : seen;
        assertEquals(schema.write(whole), schema.write(schema.read(sent.text())), "what was seen is the value");
        return true;
    }

    private static InvalidValueException refused(PartialReader<?> reader) {
        try {
            Object value = reader.finish();
            throw new AssertionError("finished with " + value);
        } catch (InvalidValueException e) {
            return e;
        }
    }

    /** Whether JSON may become another one as it grows. */
    private static boolean isBeginning(Json before, Json after, boolean isWhole) {
        if (isWhole && before.kind() == Json.Kind.NULL) {
            return true;
        }
        if (before.kind() != after.kind()) {
            return false;
        }
        return switch (before.kind()) {
            case STRING -> after.string().startsWith(before.string());
            case ARRAY -> {
                List<Json> elements = after.elements();
                yield elements.size() >= before.elements().size()
                        && elements.subList(0, before.elements().size()).equals(before.elements());
            }
            case OBJECT -> {
                Map<String, Json> members = after.members();
                yield before.members().entrySet().stream()
                        .allMatch(each -> members.containsKey(each.getKey())
                                && isBeginning(each.getValue(), members.get(each.getKey()), false));
            }
            default -> before.equals(after);
        };
    }
}
