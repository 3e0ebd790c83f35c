package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.Conversation;
import dev.makerai.MakerAi;
import dev.makerai.history.HistoryCheck;
import dev.makerai.history.HistoryMode;
import dev.makerai.history.HistoryStore;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.InputMessage;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.snippets.ToolSnippetsTest.Shop;
import dev.makerai.testing.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets about questions that follow each other. */
class ConversationSnippetsTest {
    private final ScriptedModel model =
            new ScriptedModel().then(turn -> turn.say("PETG.")).then(turn -> turn.say("ASA."));

    @Test
    void questionsFollowEachOther() {
        MakerAi ai = model.ai();

        Conversation chat = ai.conversation();
        chat.ask("PLA or PETG for a planter?");
        chat.ask("And outdoors?");

        assertEquals(2, chat.turns().size());
        assertTrue(model.requests().get(1).text().contains("previous_response_id"));
    }

    @Test
    void theProgramKeepsWhatWasSaid(@TempDir Path folder) {
        MakerAi ai = model.ai();

        Conversation chat = ai.conversation(it -> it.prompts(prompt -> prompt.tools(new Shop()))
                .history(HistoryMode.LOCAL)
                .store(HistoryStore.files(folder), "customer-42"));

        assertEquals("PETG.", chat.ask("PLA or PETG for a planter?"));
        assertTrue(Files.exists(folder.resolve("customer-42.jsonl")));
    }

    @Test
    void aHistoryIsChecked() {
        List<InputItem> items = List.of(InputMessage.user("Hello"));

        HistoryCheck check = HistoryCheck.of(items);
        check.problems().forEach(System.out::println);
        ResponseRequest request = ResponseRequest.builder("gpt-6.1-sol")
                .store(false)
                .input(check.repaired())
                .build();

        assertEquals(items, request.input());
    }
}
