package dev.makerai.strict;

import dev.makerai.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what strict mode does not take in a JSON schema, where, why, and the smallest change that mends it.
 *
 * <pre>{@code
 * Json schema = Json.parse("""
 *         {"type": "object", "properties": {"copies": {"type": "integer", "minimum": 1}}}""");
 *
 * for (SchemaFinding finding : SchemaLint.of(schema)) {
 *     System.out.println(finding);
 * }
 * }</pre>
 *
 * <p>Schemas that {@link dev.makerai.schema.Schema} derives from Java need none of this. {@link StrictSchema} makes most
 * of the changes by itself.
 */
public final class SchemaLint {
    private SchemaLint() {}

    /**
     * Looks at a whole schema.
     *
     * @param schema of a function's parameters or of a structured answer
     * @return in the order of the schema, with what concerns it as a whole at the end; empty if strict mode takes it
     */
    public static List<SchemaFinding> of(Json schema) {
        List<SchemaFinding> findings = new ArrayList<>();
        Object root = Tree.read(
                schema,
                place -> findings.add(new SchemaFinding(
                        SchemaRule.DUPLICATE_MEMBER, place, "this member is there twice", "Keep one of the two")));
        of(root, findings);
        return List.copyOf(findings);
    }

    static void of(Object root, List<SchemaFinding> findings) {
        new LintWalk(root, findings).root();
        new LintBounds(root, findings).check();
    }
}
