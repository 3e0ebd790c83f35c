package dev.makerai.strict;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.strict.ValueCheck.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way back from a value as strict mode has it to one as the schema was meant. */
interface Restoring {
    /** Nothing has to be done. */
    Restoring KEEP = (value, path, problems) -> value;

    /** @param value it fits the strict schema */
    Object restore(Object value, String path, Problems problems);

    /**
     * How a property comes back.
     *
     * @param restoring its value
     * @param nullIsAbsent whether null stands for a member that is left out
     * @param ifAbsent what then takes its place; null for nothing
     */
    record Member(
            Restoring restoring,
            boolean nullIsAbsent,
            @Nullable Object ifAbsent) {}

    /** Objects of named properties. */
    record OfObject(Map<String, Member> members) implements Restoring {
        @Override
        public Object restore(Object value, String path, Problems problems) {
            Map<String, Object> given = Tree.members(value);
            if (!(value instanceof Map)) {
                return value;
            }
            Map<String, Object> restored = new LinkedHashMap<>();
            members.forEach((name, member) -> {
                Object each = given.getOrDefault(name, Json.NULL);
                boolean isGiven = given.containsKey(name);
                if (each == Json.NULL && (member.nullIsAbsent || !isGiven)) {
                    if (member.ifAbsent != null) {
                        restored.put(name, member.ifAbsent);
                    } else if (!member.nullIsAbsent) {
                        restored.put(name, Json.NULL);
                    }
                } else {
                    restored.put(name, member.restoring.restore(each, Words.member(path, name), problems));
                }
            });
            return restored;
        }
    }

    /** Arrays. */
    record OfArray(Restoring element) implements Restoring {
        @Override
        public Object restore(Object value, String path, Problems problems) {
            if (!(value instanceof List)) {
                return value;
            }
            List<Object> restored = new ArrayList<>();
            for (Object each : Tree.elements(value)) {
                restored.add(element.restore(each, path + "[" + restored.size() + "]", problems));
            }
            return restored;
        }
    }

    /** Objects of free names, which strict mode has as arrays of entries. */
    record OfMap(Restoring element) implements Restoring {
        @Override
        public Object restore(Object value, String path, Problems problems) {
            if (!(value instanceof List)) {
                return value;
            }
            Map<String, Object> restored = new LinkedHashMap<>();
            int i = 0;
            for (Object entry : Tree.elements(value)) {
                String at = path + "[" + i++ + "]";
                Map<String, Object> pair = Tree.members(entry);
                String key = String.valueOf(pair.get("key"));
                Object each = element.restore(pair.getOrDefault("value", Json.NULL), at + ".value", problems);
                if (restored.put(key, each) != null) {
                    problems.add(at + ".key", "this key is there more than once");
                }
            }
            return restored;
        }
    }

    /** Any value, which strict mode has as its JSON text. */
    record OfText(boolean objectsOnly) implements Restoring {
        @Override
        public Object restore(Object value, String path, Problems problems) {
            if (!(value instanceof String text)) {
                return value;
            }
            try {
                Object restored = Tree.read(Json.parse(text));
                if (objectsOnly && !(restored instanceof Map)) {
                    problems.add(path, "expected the JSON text of an object, found that of " + Words.found(restored));
                }
                return restored;
            } catch (DecodeException e) {
                problems.add(path, "expected JSON text, found " + Words.found(text));
                return value;
            }
        }
    }

    /** What a definition says, which may not be known yet. */
    record OfReference(Supplier<Restoring> target) implements Restoring {
        @Override
        public Object restore(Object value, String path, Problems problems) {
            return target.get().restore(value, path, problems);
        }
    }

    /**
     * One of several forms.
     *
     * @param root the strict schema as a whole, once it is known
     */
    record OfUnion(Supplier<Object> root, List<Rewritten> alternatives) implements Restoring {
        @Override
        public Object restore(Object value, String path, Problems problems) {
            for (Rewritten each : alternatives) {
                if (ValueCheck.fits(root.get(), each.schema(), value, true)) {
                    return each.restoring().restore(value, path, problems);
                }
            }
            return value;
        }
    }
}
