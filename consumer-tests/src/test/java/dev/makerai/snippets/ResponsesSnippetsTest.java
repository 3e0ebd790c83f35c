package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.json.Json;
import dev.makerai.responses.CompactRequest;
import dev.makerai.responses.CompactedResponse;
import dev.makerai.responses.FunctionCall;
import dev.makerai.responses.FunctionCallOutput;
import dev.makerai.responses.ImageDetail;
import dev.makerai.responses.ImageGenerationCall;
import dev.makerai.responses.InputFile;
import dev.makerai.responses.InputImage;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.InputMessage;
import dev.makerai.responses.InputText;
import dev.makerai.responses.McpApprovalRequest;
import dev.makerai.responses.OutputItem;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.ShellCall;
import dev.makerai.responses.ShellCallOutput;
import dev.makerai.testing.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of {@code dev.makerai.responses}. */
class ResponsesSnippetsTest {
    @Test
    void aRequestIsMadeAndAnswered() {
        MakerAi ai = new ScriptedModel().then(turn -> turn.say("ASA")).ai();

        Response response = ai.responses()
                .create(ResponseRequest.builder("gpt-6.1-sol")
                        .input("Which filament for a car dashboard?")
                        .build());
        response.outputText();

        assertEquals("ASA", response.outputText());
    }

    @Test
    void aRequestIsBuiltInSteps() {
        ResponseRequest request = ResponseRequest.builder("gpt-6.1-sol")
                .instructions("Answer in one sentence.")
                .input("Which filament for a car dashboard?")
                .build();

        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.say(turn.request().get("instructions").string()));
        assertEquals(
                "Answer in one sentence.",
                model.ai().responses().create(request).outputText());
    }

    @Test
    void theCallsOfAResponseAreAnsweredByHand() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.say("One moment").call("weigh", Map.of("part", "bracket")))
                .then(turn -> turn.say("It weighs " + turn.output("weigh").string()));
        ResponseRequest request =
                ResponseRequest.builder("any").input("Weight?").build();
        Response response = model.ai().responses().create(request);

        List<InputItem> answers = new ArrayList<>();
        for (OutputItem item : response.output()) {
            if (item instanceof FunctionCall call) {
                answers.add(FunctionCallOutput.of(call.callId(), answer(call)));
            }
        }

        ResponseRequest next = request.toBuilder()
                .input(answers)
                .previousResponseId(response.id())
                .build();
        assertEquals("It weighs 42 g", model.ai().responses().create(next).outputText());
    }

    private static String answer(FunctionCall call) {
        return call.arguments().contains("bracket") ? "42 g" : "nothing";
    }

    static final class Images {
        public static void main(String[] args) {
            InputMessage message =
                    InputMessage.user(new InputText("Did this print fail?"), InputImage.of(Path.of("bed.jpg")));
            InputImage close = InputImage.of(Path.of("bed.jpg")).withDetail(ImageDetail.HIGH);
            System.out.println(message.text() + " " + message.content().size());
            System.out.println(close.imageUrl() + " " + close.detail());
        }
    }

    @Test
    void imagesComeFromFiles(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("bed.jpg"), HexFormat.of().parseHex("ffd8ffe0"));

        assertEquals(
                "Did this print fail? 2\ndata:image/jpeg;base64,/9j/4A== " + ImageDetail.HIGH + "\n",
                Program.output(Images.class, folder, new ScriptedModel()));
    }

    static final class Documents {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            ai.prompt("Which layer height does this data sheet advise?")
                    .file(InputFile.of(Path.of("petg.pdf")))
                    .run();
            System.out.println("asked");
        }
    }

    @Test
    void documentsComeFromFiles(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("petg.pdf"), "%PDF-1.7");

        assertEquals(
                "asked\n",
                Program.output(Documents.class, folder, new ScriptedModel().then(turn -> turn.say("0.2 mm"))));
    }

    @Test
    void generatedPicturesAreWrittenToFiles() throws Exception {
        Response response = Response.of(Json.parse("{\"output\":[]}"));

        for (ImageGenerationCall call : response.items(ImageGenerationCall.class)) {
            Files.write(Path.of(call.id() + "." + call.outputFormat()), call.bytes());
        }

        assertEquals(List.of(), response.output());
    }

    @Test
    void questionsOfRemoteServersAreAnswered() {
        Response response = Response.of(Json.parse("""
                {"output":[{"type":"mcp_approval_request","id":"mcpr_1","server_label":"shop","name":"buy",
                            "arguments":"{}"}]}"""));
        ResponseRequest.Builder next = ResponseRequest.builder("any");

        for (McpApprovalRequest question : response.items(McpApprovalRequest.class)) {
            next.addInput(allowed(question) ? question.approve() : question.deny("Not on this account"));
        }

        assertEquals(
                "Not on this account",
                next.build().input().get(0).toJson().get("reason").string());
    }

    private static boolean allowed(McpApprovalRequest question) {
        return question.name().equals("look");
    }

    @Test
    void commandsOfAShellAreAnswered() {
        ShellCall call = (ShellCall) OutputItem.of(
                Json.parse("{\"type\":\"shell_call\",\"call_id\":\"c\",\"action\":{\"commands\":[\"ls\"]}}"));

        InputItem answer = ShellCallOutput.of(call, List.of(ShellCallOutput.Output.exit(0, "PETG\n", "")));

        assertEquals("c", answer.toJson().get("call_id").string());
    }

    @Test
    void aLongConversationIsShortened() {
        ScriptedService service = new ScriptedService()
                .then("{\"id\":\"resp_1\",\"output\":[]}")
                .then("{\"id\":\"resp_2\",\"output\":[{\"type\":\"compaction\",\"id\":\"c\","
                        + "\"encrypted_content\":\"secret\"}]}");
        MakerAi ai = service.ai();
        Response response = ai.responses()
                .create(ResponseRequest.builder("gpt-6.1-sol")
                        .input("Which filament?")
                        .build());

        CompactedResponse compacted = ai.responses()
                .compact(CompactRequest.builder("gpt-6.1-sol")
                        .previousResponseId(response.id())
                        .build());
        ResponseRequest next = ResponseRequest.builder("gpt-6.1-sol")
                .input(compacted.output())
                .addInput(InputMessage.user("And outdoors?"))
                .build();

        assertEquals(2, next.input().size());
        assertTrue(service.requests().get(1).contains("\"previous_response_id\":\"resp_1\""));
    }
}
