package dev.makerai.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {
    private static final String OPEN =
            "{\"type\":\"object\",\"properties\":{\"file\":{\"type\":\"string\"},\"copies\":{\"type\":\"integer\",\"default\":1}},"
                    + "\"required\":[\"file\"]}";

    private static final String STRICT =
            "{\"type\":\"object\",\"properties\":{\"file\":{\"type\":\"string\"}},\"required\":[\"file\"],"
                    + "\"additionalProperties\":false}";

    @TempDir
    Path folder;

    private Path file(String text) throws Exception {
        Path file = Files.createTempFile(folder, "tools", ".json");
        return Files.writeString(file, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "{\"type\":\"function\",\"name\":\"f\",\"description\":\"d\",\"parameters\":%s}",
                "{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":%s}}",
                "{\"name\":\"f\",\"inputSchema\":%s}",
                "{\"name\":\"f\",\"input_schema\":%s}",
                "{\"tools\":[{\"name\":\"f\",\"inputSchema\":%s}]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"f\",\"inputSchema\":%s}]}}",
                "{\"type\":\"json_schema\",\"name\":\"f\",\"schema\":%s}",
                "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"f\",\"schema\":%s}}",
                "[{\"name\":\"f\",\"parameters\":%s}]"
            })
    void aSchemaIsFoundInEveryFormThatProgramsExchange(String form) throws Exception {
        MakerProcess maker = MakerProcess.run("tools", "--json", "--lint", file(form.formatted(OPEN)));

        assertEquals(1, maker.exit(), maker.err());
        List<Json> schemas = maker.json().get(0).get("schemas").elements();
        assertEquals(1, schemas.size());
        List<String> rules = schemas.get(0).get("findings").elements().stream()
                .map(finding -> finding.get("rule").string() + " "
                        + finding.get("location").string())
                .toList();
        assertEquals(
                List.of(
                        "open_object #",
                        "optional_property #/properties/copies",
                        "unclear_keyword #/properties/copies"),
                rules);
    }

    @Test
    void aStrictSchemaIsFineAndTheStrictFormIsPrintedOnDemand() throws Exception {
        MakerProcess fine = MakerProcess.run("tools", "--lint", file(STRICT));
        MakerProcess mended = MakerProcess.run("tools", "--lint", file(OPEN), "--strict");

        assertEquals(0, fine.exit(), fine.err());
        assertTrue(fine.out().endsWith(": strict mode takes it\n"), fine.out());
        assertEquals(0, mended.exit(), mended.err());
        assertEquals(
                "{\"type\":\"object\",\"properties\":{\"file\":{\"type\":\"string\"},\"copies\":{\"type\":[\"integer\","
                        + "\"null\"],\"description\":\"Default: 1.\"}},\"required\":[\"file\",\"copies\"],"
                        + "\"additionalProperties\":false}\n",
                mended.out());
        assertTrue(mended.err().contains("#/properties/copies: null stands for no such property"), mended.err());
    }

    @Test
    void filesThatCannotBeReadAndSchemasWithoutAStrictFormAreRefusedByThemselves() throws Exception {
        Path noJson = file("{");
        Path noSchema = file("{\"a\":1}");
        Path noForm = file("{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"x.json\"}}}");

        MakerProcess maker = MakerProcess.run(
                "tools", "--json", "--strict", "--lint", noJson, noSchema, folder.resolve("none.json"), noForm);

        assertEquals(1, maker.exit());
        List<Json> lines = maker.json();
        assertEquals("decode", lines.get(0).get("error").get("code").string());
        assertTrue(lines.get(1).get("error").get("message").string().contains("no schema in it"));
        assertTrue(lines.get(2).get("error").get("message").string().contains("no such file"));
        Json refused = lines.get(3).get("schemas").elements().get(0);
        assertEquals("no_strict_form", refused.get("error").get("code").string());
        assertEquals(2, MakerProcess.run("tools", "--strict").exit());
    }
}
