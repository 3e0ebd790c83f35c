package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.conversations.StoredConversation;
import dev.makerai.responses.InputImage;
import dev.makerai.responses.InputMessage;
import dev.makerai.responses.InputText;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.WebSearchTool;
import dev.makerai.run.Run;
import dev.makerai.snippets.ToolSnippetsTest.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of the guide that stand in no Javadoc. */
class GuideSnippetsTest {
    private static final String RESPONSE =
            "{\"id\":\"resp_1\",\"status\":\"completed\",\"output\":[{\"type\":\"message\","
                    + "\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"PETG\"}]}]}";

    @TempDir
    Path folder;

    private final ScriptedService service = new ScriptedService();
    private final MakerAi ai = service.ai();

    static final class Photo {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            String answer = ai.prompt("Did this print fail?")
                    .image(InputImage.of(Path.of("bed.jpg")).withoutExif())
                    .run()
                    .value();
            System.out.println(answer);
        }
    }

    static final class Message {
        public static void main(String[] args) {
            InputMessage message =
                    InputMessage.user(new InputText("Did this print fail?"), InputImage.of(Path.of("bed.jpg")));
            ResponseRequest request = ResponseRequest.builder("gpt-6.1-sol")
                    .input(List.of(message))
                    .build();
            System.out.println(request.toJson().get("input").elements().size());
        }
    }

    @Test
    void aPictureIsSentWithoutItsPlace() throws Exception {
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xda, 0, 2, 1, (byte) 0xff, (byte) 0xd9};
        Files.write(folder.resolve("bed.jpg"), jpeg);

        assertEquals("PETG\n", Program.output(Photo.class, folder, Map.of("POST /v1/responses", RESPONSE)));
        assertEquals("1\n", Program.output(Message.class, folder, Map.of()));
    }

    @Test
    void aResponseInTheBackgroundIsAskedForAndAwaited() {
        String id = "resp_1";
        service.then(RESPONSE).then(RESPONSE);

        Run<String> run =
                ai.prompt("Plan the week of twelve printers").request(request -> request.background(true)).stream(
                        System.out::print);
        Response whole = ai.responses().await(id, Duration.ofHours(1));

        assertEquals("PETG", run.value());
        assertEquals("PETG", whole.outputText());
        assertTrue(service.requests().get(0).contains("\"background\":true"));
    }

    @Test
    void aPromptTakesToolsOfTheServiceToo() {
        service.then(RESPONSE);

        Run<String> run = ai.prompt("Is ASA weatherproof?")
                .tools(WebSearchTool.of(), new Shop())
                .run();

        assertEquals("PETG", run.value());
        assertTrue(service.requests().get(0).contains("\"type\":\"web_search\""));
        assertTrue(service.requests().get(0).contains("\"type\":\"function\""));
    }

    @Test
    void aConversationIsGoneOnWith() {
        service.then("{\"id\":\"conv_1\"}").then("{\"data\":[]}").then(RESPONSE);

        StoredConversation conversation = ai.conversations().create(Map.of("customer", "42"));
        ai.conversations().addItems(conversation.id(), InputMessage.user("I print outdoor parts."));
        String advice = ai.prompt("PLA or PETG?")
                .request(request -> request.conversation(conversation.id()))
                .run()
                .value();

        assertEquals("PETG", advice);
        assertTrue(service.requests().get(2).contains("conv_1"));
    }
}
