package dev.makerai.strict;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.schema.InvalidValueException;
import dev.makerai.schema.InvalidValueException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A JSON schema that someone wrote by hand, or that comes from another program, in the form that strict mode takes, with
 * the way back.
 *
 * <pre>{@code
 * StrictSchema schema = StrictSchema.of(Json.parse("""
 *         {"type": "object",
 *          "properties": {"part": {"type": "string"}, "infill": {"type": "integer", "default": 20}},
 *          "required": ["part"]}"""));
 *
 * schema.json();  // infill is required now and may be null
 * schema.read("{\"part\": \"bracket\", \"infill\": null}");  // {"part":"bracket","infill":20}
 * }</pre>
 *
 * <p>What is rewritten, each with a {@link Change}: a member that may be left out is required and may be null, and null
 * comes back as its default or as no member; objects are closed; objects with free names are arrays of entries with a
 * key and a value; what may be any value is JSON text; parts of allOf are one schema; oneOf is anyOf; references lead to
 * {@code $defs}; what is no object as a whole is the property {@code value} of one. Rules that strict mode has no word
 * for, such as a string's length, are said in the description, and checked when a value is read.
 *
 * <p>What strict mode takes as it is stays as it is. Immutable and safe for use by several threads.
 */
public final class StrictSchema {
    private final Object original;
    private final Object strict;
    private final Json json;
    private final Restoring restoring;
    private final List<Change> changes;

    private StrictSchema(Object original, Object strict, Json json, Restoring restoring, List<Change> changes) {
        this.original = original;
        this.strict = strict;
        this.json = json;
        this.restoring = restoring;
        this.changes = changes;
    }

    /**
     * Something that was rewritten.
     *
     * @param location where in the schema as it was written, as a JSON pointer
     * @param what is there now, the end of a sentence without its full stop
     * @param isExact false if the strict schema takes more than the other one, so that a model may write what
     *     {@link StrictSchema#read} then refuses
     */
    public record Change(String location, String what, boolean isExact) {
        /** All of it in one line. */
        @Override
        public String toString() {
            return location + ": " + what + (isExact ? "" : ", and checked when a value is read");
        }
    }

    /**
     * Rewrites a schema.
     *
     * @param schema of draft 4 to 2020-12
     * @throws IllegalArgumentException if there is no strict schema for it: it refers to what is not there or to itself
     *     alone, has a broken regular expression, uses dynamic references or {@code unevaluated…}, lists whole objects
     *     as values, or is larger or deeper than strict mode takes; the message says where
     */
    public static StrictSchema of(Json schema) {
        List<SchemaFinding> findings = new ArrayList<>(SchemaLint.of(schema));
        Object original = Tree.read(schema);
        requireReadable(original, "#", findings);
        if (findings.stream().allMatch(finding -> finding.rule() == SchemaRule.SAME_FIRST_KEY)) {
            return new StrictSchema(original, original, schema, Restoring.KEEP, List.of());
        }
        Rewriting rewriting = new Rewriting(original);
        Rewritten whole = rewriting.whole();
        requireAccepted(rewriting.refusals());
        Json json = Tree.write(whole.schema());
        List<String> left = new ArrayList<>();
        for (SchemaFinding finding : SchemaLint.of(json)) {
            if (finding.level() == SchemaRule.Level.ERROR) {
                left.add(finding.toString());
            }
        }
        requireAccepted(left);
        return new StrictSchema(original, Tree.read(json), json, whole.restoring(), List.copyOf(rewriting.changes()));
    }

    /** Refuses what would break or never end when a value is checked. */
    private static void requireReadable(Object node, String at, List<SchemaFinding> findings) {
        List<String> broken = new ArrayList<>();
        for (SchemaFinding finding : findings) {
            boolean isBroken = finding.rule() == SchemaRule.CYCLIC_REF
                    || finding.rule() == SchemaRule.DUPLICATE_MEMBER
                    || finding.rule() == SchemaRule.WRONG_KEYWORD_VALUE;
            if (isBroken) {
                broken.add(finding.toString());
            }
        }
        requireAccepted(broken);
        requirePatterns(node, at, broken);
        requireAccepted(broken);
    }

    private static void requirePatterns(Object node, String at, List<String> broken) {
        List<String> patterns = new ArrayList<>(Tree.members(Tree.members(node).getOrDefault("patternProperties", ""))
                .keySet());
        if (Tree.members(node).get("pattern") instanceof String pattern) {
            patterns.add(pattern);
        }
        for (String pattern : patterns) {
            try {
                EcmaPattern.of(pattern);
            } catch (IllegalArgumentException e) {
                broken.add(at + ": the pattern " + Words.found(pattern) + " " + e.getMessage());
            }
        }
        Subschemas.of(Tree.members(node), at, (part, place) -> requirePatterns(part, place, broken));
    }

    private static void requireAccepted(Iterable<String> problems) {
        List<String> all = new ArrayList<>();
        problems.forEach(all::add);
        if (!all.isEmpty()) {
            throw new IllegalArgumentException("There is no strict form of this schema. " + String.join("; ", all));
        }
    }

    /** The schema for the model, always of an object. */
    public Json json() {
        return json;
    }

    /** What was rewritten, in the order of the schema; empty if strict mode took it as it was. */
    public List<Change> changes() {
        return changes;
    }

    /**
     * Reads what a model wrote by {@link #json} into what the schema meant as it was written, and checks it by both.
     *
     * @param json what the model wrote; a member that may be null may be missing
     * @return as the schema was written
     * @throws InvalidValueException if it is not JSON or does not fit; it lists what is wrong
     */
    public Json read(String json) {
        return read("The schema", json);
    }

    /**
     * As {@link #read(String)}, with a name of what is read for the message, such as a tool's.
     *
     * @throws InvalidValueException if it is not JSON or does not fit; it lists what is wrong
     */
    public Json read(String name, String json) {
        Objects.requireNonNull(name, "name");
        Object value = tree(name, json);
        requireFit(name, json, ValueCheck.problems(strict, value, true));
        List<Problem> problems = new ArrayList<>();
        Object restored = restoring.restore(value, "$", new ValueCheck.Problems(problems));
        requireFit(name, json, problems);
        requireFit(name, json, ValueCheck.problems(original, restored, false));
        return Tree.write(restored);
    }

    private static Object tree(String name, String json) {
        List<Problem> twice = new ArrayList<>();
        try {
            Object tree = Tree.read(
                    Json.parse(json), place -> twice.add(new Problem(path(place), "this member is there twice")));
            requireFit(name, json, twice);
            return tree;
        } catch (DecodeException e) {
            throw new InvalidValueException(name, List.of(new Problem(e.path(), "this is not JSON")), json, e);
        }
    }

    private static String path(String pointer) {
        return "$" + pointer.substring(1).replace('/', '.');
    }

    private static void requireFit(String name, String json, List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidValueException(name, problems, json, null);
        }
    }

    /** The strict schema's text. */
    @Override
    public String toString() {
        return json.text();
    }
}
