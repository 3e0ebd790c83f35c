package dev.makerai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import dev.makerai.responses.InputFile;
import dev.makerai.responses.InputImage;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Tool;
import dev.makerai.tools.Toolset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptTest {
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final ScriptedModel model = new ScriptedModel().then(turn -> turn.say("ok"));

    @TempDir
    Path folder;

    static final class Scales {
        @Tool("Weighs a spool")
        double weighSpool(int number) {
            return 1000.0 / number;
        }
    }

    static final class Clock {
        @Tool("Tells the time")
        String now() {
            return "noon";
        }
    }

    @Test
    void textAndPicturesAreOneMessageInTheirOrder() throws Exception {
        Path photo = Files.write(folder.resolve("bed.jpg"), PIXEL);

        model.ai().prompt("What failed?").image(photo).run().value();

        Json message = model.requests().get(0).get("input").elements().get(0);
        assertEquals("user", message.get("role").string());
        List<Json> content = message.get("content").elements();
        assertEquals("What failed?", content.get(0).get("text").string());
        assertEquals("input_image", content.get(1).get("type").string());
        // What the bytes are counts, not the file's name.
        assertTrue(content.get(1).get("image_url").string().startsWith("data:image/png;base64,iVBOR"));
    }

    @Test
    void severalDocumentsAndPicturesGoInOnePrompt() throws Exception {
        Path sheet = Files.writeString(folder.resolve("petg.pdf"), "%PDF-1.7");
        Path prices = Files.writeString(folder.resolve("prices.csv"), "PETG,24");

        model.ai()
                .prompt("Which is cheaper?")
                .file(sheet)
                .image(InputImage.of(PIXEL))
                .file(prices)
                .file(InputFile.ofFileId("file_1"))
                .run()
                .value();

        List<Json> content = model.requests()
                .get(0)
                .get("input")
                .elements()
                .get(0)
                .get("content")
                .elements();
        assertEquals(
                List.of("input_text", "input_file", "input_image", "input_file", "input_file"),
                content.stream().map(it -> it.get("type").string()).toList());
        assertEquals("petg.pdf", content.get(1).get("filename").string());
        assertTrue(content.get(3).get("file_data").string().startsWith("data:text/csv;base64,"));
        assertEquals("file_1", content.get(4).get("file_id").string());
    }

    @Test
    void aPictureThatIsNoneIsRefusedBeforeAnythingIsSent() throws Exception {
        Path text = Files.writeString(folder.resolve("bed.png"), "not a picture");

        assertThrows(
                IllegalArgumentException.class,
                () -> model.ai().prompt("What failed?").image(text));
        assertEquals(0, model.requests().size());
    }

    @Test
    void aPictureIsAFileAndNothingElse() {
        assertThrows(
                IllegalArgumentException.class,
                () -> model.ai().prompt("What failed?").image(folder));
    }

    @Test
    void aPromptCanBeKeptAndVaried() {
        Prompt base = model.ai().prompt("Hello").instructions("Be short");
        Prompt other = base.model("gpt-6-luna").maxOutputTokens(100);

        other.run().value();

        Json request = model.requests().get(0);
        assertEquals("gpt-6-luna", request.get("model").string());
        assertEquals("100", request.get("max_output_tokens").text());
        assertEquals("Be short", request.get("instructions").string());
    }

    @Test
    void toolsAddUp() {
        model.ai()
                .prompt("Hello")
                .tools(new Scales())
                .tools(Toolset.of(new Clock()))
                .run()
                .value();

        assertEquals(
                List.of("weigh_spool", "now"),
                model.requests().get(0).get("tools").elements().stream()
                        .map(tool -> tool.get("name").string())
                        .toList());
        assertEquals(
                Boolean.TRUE,
                model.requests()
                        .get(0)
                        .get("tools")
                        .elements()
                        .get(0)
                        .get("strict")
                        .bool());
    }

    @Test
    void anEarlierResponseCanBeGoneOnFrom() {
        model.then(turn -> turn.say("still ok"));
        String first = model.ai().prompt("PLA or PETG?").run().lastResponse().id();

        model.ai().prompt("And outdoors?").previousResponse(first).run().value();

        assertEquals(first, model.requests().get(1).get("previous_response_id").string());
    }

    @Test
    void limitsThatMakeNoSenseAreRefusedWhereTheyAreSet() {
        Prompt prompt = model.ai().prompt("Hello");

        assertThrows(IllegalArgumentException.class, () -> prompt.maxRounds(0));
        assertThrows(IllegalArgumentException.class, () -> prompt.toolTimeout(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> prompt.tools(new Object()));
    }

    @Test
    void answersThatAreNoObjectsAreWrappedForTheModelAndUnwrapped() {
        ScriptedModel lists = new ScriptedModel().then(turn -> turn.say("{\"value\":[\"PLA\",\"PETG\"]}"));

        assertEquals(
                List.of("PLA", "PETG"),
                List.of(lists.ai().prompt("Which?").run(String[].class).value()));
        assertEquals(
                "object",
                lists.requests()
                        .get(0)
                        .get("text")
                        .get("format")
                        .get("schema")
                        .get("type")
                        .string());
    }
}
