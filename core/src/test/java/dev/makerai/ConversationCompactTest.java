package dev.makerai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import dev.makerai.history.HistoryMode;
import dev.makerai.history.HistoryStore;
import dev.makerai.json.Json;
import dev.makerai.wire.RestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConversationCompactTest extends RestFixture {
    private static final String COMPACTED = "{\"id\":\"resp_c\",\"object\":\"response.compaction\",\"created_at\":1,"
            + "\"output\":[{\"type\":\"message\",\"role\":\"user\",\"content\":\"First?\"},"
            + "{\"type\":\"compaction\",\"id\":\"cmp_1\",\"encrypted_content\":\"secret words\"}],"
            + "\"usage\":{\"input_tokens\":90,\"output_tokens\":30,\"total_tokens\":120}}";

    private static String said(String text, int inputTokens, int outputTokens) {
        return "{\"id\":\"resp_" + text + "\",\"object\":\"response\",\"status\":\"completed\",\"model\":\"m\","
                + "\"output\":[{\"type\":\"message\",\"id\":\"msg_" + text + "\",\"role\":\"assistant\","
                + "\"status\":\"completed\",\"content\":[{\"type\":\"output_text\",\"text\":\"" + text
                + "\",\"annotations\":[]}]}],\"usage\":{\"input_tokens\":" + inputTokens
                + ",\"output_tokens\":" + outputTokens + ",\"total_tokens\":" + (inputTokens + outputTokens) + "}}";
    }

    private Json sent() throws InterruptedException {
        return Json.parse(server.takeRequest().getBody().utf8());
    }

    @ParameterizedTest
    @EnumSource(names = {"PREVIOUS_RESPONSE", "LOCAL"})
    void whatWasSaidIsShortenedToOneTurn(HistoryMode mode) throws Exception {
        answer(said("one", 20, 7));
        answer(said("two", 50, 7));
        answer(COMPACTED);
        answer(said("three", 40, 7));
        answer(said("four", 60, 7));
        HistoryStore store = HistoryStore.inMemory();
        Conversation chat = ai.conversation(it -> it.history(mode).store(store, "c"));
        chat.ask("First?");
        chat.ask("Second?");
        chat.compact();
        assertEquals(1, store.load("c").size());
        assertEquals(30, chat.turns().get(0).tokens());
        assertEquals("three", chat.ask("Third?"));
        assertEquals("four", chat.ask("Fourth?"));

        sent();
        sent();
        String shortened = sent().text();
        assertTrue(shortened.contains("First?") && shortened.contains("two"), shortened);
        Json third = sent();
        assertTrue(third.text().contains("secret words") && third.text().contains("Third?"), third.text());
        assertEquals(null, third.get("previous_response_id"));
        Json fourth = sent();
        assertEquals(mode == HistoryMode.PREVIOUS_RESPONSE, !fourth.text().contains("secret words"));
        assertEquals(mode == HistoryMode.PREVIOUS_RESPONSE, fourth.text().contains("resp_three"));
    }

    @Test
    void aLongConversationIsShortenedBeforeTheNextQuestion() throws Exception {
        answer(said("one", 20, 100));
        answer(said("two", 150, 200));
        answer(COMPACTED);
        answer(said("three", 40, 7));
        Conversation chat = ai.conversation(it -> it.history(HistoryMode.LOCAL).compactAfter(200));
        chat.ask("First?");
        chat.ask("Second?");
        chat.ask("Third?");
        assertEquals(2, chat.turns().size());
        sent();
        sent();
        sent();
        assertTrue(sent().text().contains("secret words"));
    }

    @Test
    void aHistoryThatCannotBeShortenedStaysAsItWas() {
        answer(said("one", 20, 7));
        Conversation chat = ai.conversation();
        chat.ask("First?");
        answer("no JSON");
        assertThrows(DecodeException.class, chat::compact);
        assertEquals(1, chat.turns().size());
        Conversation kept = ai.conversation(it -> it.history(HistoryMode.CONVERSATION));
        assertThrows(IllegalStateException.class, kept::compact);
    }
}
