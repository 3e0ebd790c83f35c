package dev.makerai.examples.cli;

import dev.makerai.json.Json;
import dev.makerai.strict.SchemaFinding;
import dev.makerai.strict.SchemaLint;
import dev.makerai.strict.SchemaRule;
import dev.makerai.strict.StrictSchema;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What there is to say about one schema of a file. */
record SchemaReport(
        SchemaFile.Named schema,
        List<SchemaFinding> findings,
        @Nullable Json strict,
        List<StrictSchema.Change> changes,
        String refusal) {
    static SchemaReport of(SchemaFile.Named schema, boolean withStrictForm) {
        List<SchemaFinding> findings = SchemaLint.of(schema.schema());
        if (!withStrictForm) {
            return new SchemaReport(schema, findings, null, List.of(), "");
        }
        try {
            StrictSchema strict = StrictSchema.of(schema.schema());
            return new SchemaReport(schema, findings, strict.json(), strict.changes(), "");
        } catch (IllegalArgumentException e) {
            return new SchemaReport(schema, findings, null, List.of(), String.valueOf(e.getMessage()));
        }
    }

    /** Whether the service would refuse the schema, and nobody has mended it. */
    boolean isRefused() {
        return !refusal.isEmpty()
                || (strict == null && findings.stream().anyMatch(finding -> finding.level() == SchemaRule.Level.ERROR));
    }

    void print(Path file, PrintWriter out, PrintWriter err) {
        String where = Output.visible(file + (schema.name().isEmpty() ? "" : " " + schema.name()));
        PrintWriter says = strict == null ? out : err;
        if (findings.isEmpty()) {
            says.println(where + ": strict mode takes it");
        }
        for (SchemaFinding finding : findings) {
            says.println(where + " " + Output.visible(finding.toString()));
        }
        if (!refusal.isEmpty()) {
            err.println(where + ": " + Output.visible(refusal));
        }
        for (StrictSchema.Change change : changes) {
            err.println(where + " rewritten " + Output.visible(change.toString()));
        }
        if (strict != null) {
            out.println(Output.json(strict));
        }
    }

    Map<String, Object> asJson() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", schema.name().isEmpty() ? null : schema.name());
        out.put("findings", findings.stream().map(SchemaReport::asJson).toList());
        if (strict != null) {
            out.put("strict", strict);
            out.put("changes", changes.stream().map(SchemaReport::asJson).toList());
        }
        if (!refusal.isEmpty()) {
            out.put("error", Output.error("no_strict_form", refusal));
        }
        return out;
    }

    private static Map<String, Object> asJson(SchemaFinding finding) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("rule", finding.rule().code());
        out.put("level", Output.snakeCase(finding.level().name()));
        out.put("location", finding.location());
        out.put("message", finding.problem());
        out.put("why", finding.rule().why());
        out.put("fix", finding.fix());
        return out;
    }

    private static Map<String, Object> asJson(StrictSchema.Change change) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("location", change.location());
        out.put("message", change.what());
        out.put("exact", change.isExact());
        return out;
    }
}
