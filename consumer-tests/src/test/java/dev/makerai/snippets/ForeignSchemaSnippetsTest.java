package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.json.Json;
import dev.makerai.run.Run;
import dev.makerai.strict.SchemaFinding;
import dev.makerai.strict.SchemaLint;
import dev.makerai.strict.StrictSchema;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.DynamicTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets about JSON schemas that others wrote. */
class ForeignSchemaSnippetsTest {
    @TempDir
    Path folder;

    @Test
    void whatStrictModeDoesNotTakeIsNamed() {
        Json schema = Json.parse("""
                {"type": "object", "properties": {"copies": {"type": "integer", "minimum": 1}}}""");

        for (SchemaFinding finding : SchemaLint.of(schema)) {
            System.out.println(finding);
        }
        assertEquals(2, SchemaLint.of(schema).size());
    }

    @Test
    void aSchemaHasAStrictFormAndAWayBack() {
        StrictSchema schema = StrictSchema.of(Json.parse("""
                {"type": "object",
                 "properties": {"part": {"type": "string"}, "infill": {"type": "integer", "default": 20}},
                 "required": ["part"]}"""));

        schema.json(); // infill is required now and may be null
        schema.read("{\"part\": \"bracket\", \"infill\": null}"); // {"part":"bracket","infill":20}
        assertEquals(
                "{\"part\":\"bracket\",\"infill\":20}",
                schema.read("{\"part\": \"bracket\", \"infill\": null}").text());
        assertTrue(SchemaLint.of(schema.json()).isEmpty());
    }

    @Test
    void aSchemaFromAFileMakesATool() throws IOException {
        Path file = Files.writeString(
                folder.resolve("print.json"),
                "{\"type\":\"object\",\"properties\":{\"file\":{\"type\":\"string\"},\"copies\":{\"type\":\"integer\","
                        + "\"default\":1}},\"required\":[\"file\"]}");
        MakerAi ai = new ScriptedModel()
                .then(turn -> turn.call("print_file", Json.parse("{\"file\":\"cube.gcode\",\"copies\":null}")))
                .then(turn -> turn.say("Printing."))
                .ai();

        Json schema = Json.parse(Files.readString(file));
        DynamicTool print = DynamicTool.of(
                "print_file",
                "Prints a file",
                schema,
                (arguments, context) -> arguments.get("copies").text() + " x "
                        + arguments.get("file").string());
        Run<String> run = ai.prompt("Print the cube").tools(print).run();

        assertEquals("1 x cube.gcode", run.toolCalls().get(0).result().output());
    }
}
