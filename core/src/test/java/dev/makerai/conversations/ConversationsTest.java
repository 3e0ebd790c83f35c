package dev.makerai.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import dev.makerai.pages.ListOptions;
import dev.makerai.responses.Include;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.InputMessage;
import dev.makerai.responses.OutputItem;
import dev.makerai.wire.RestFixture;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

class ConversationsTest extends RestFixture {
    private static final String CONVERSATION =
            "{\"id\":\"conv_1\",\"object\":\"conversation\",\"created_at\":1741900000,\"metadata\":{\"topic\":\"a\"}}";
    private static final String MESSAGE = "{\"type\":\"message\",\"id\":\"msg_1\",\"status\":\"completed\","
            + "\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"Hello\"}],\"x_new\":1.50}";

    @Test
    void aConversationIsBegunWithItemsAndMarks() throws Exception {
        for (int i = 0; i < 3; i++) {
            answer(CONVERSATION);
        }

        StoredConversation conversation =
                ai.conversations().create(List.of(InputMessage.user("Hello")), Map.of("topic", "a"));
        ai.conversations().create();
        ai.conversations().create(Map.of("topic", "a"));

        assertEquals("conv_1", conversation.id());
        assertEquals(Map.of("topic", "a"), conversation.metadata());
        assertEquals(
                "{\"metadata\":{\"topic\":\"a\"},"
                        + "\"items\":[{\"type\":\"message\",\"role\":\"user\",\"content\":\"Hello\"}]}",
                server.takeRequest().getBody().utf8());
        assertEquals("{}", server.takeRequest().getBody().utf8());
        assertEquals(
                "{\"metadata\":{\"topic\":\"a\"}}",
                server.takeRequest().getBody().utf8());
    }

    @Test
    void moreItemsThanARequestTakesAreRefused() {
        List<InputItem> items = Collections.nCopies(21, InputMessage.user("Hello"));

        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> ai.conversations().create(items, Map.of()));

        assertTrue(e.getMessage().contains("at most 20 items, but these are 21"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> ai.conversations().addItems("conv_1", items));
        assertThrows(IllegalArgumentException.class, () -> ai.conversations().addItems("conv_1"));
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void aConversationIsRetrievedUpdatedAndDeleted() throws Exception {
        answer(CONVERSATION);
        answer(CONVERSATION);
        answer("{\"id\":\"conv_1\",\"object\":\"conversation.deleted\",\"deleted\":true}");

        assertEquals("conv_1", ai.conversations().retrieve("conv_1").id());
        ai.conversations().update("conv_1", Map.of());
        ai.conversations().delete("conv_1");

        assertEquals("GET /v1/conversations/conv_1", requestLine());
        RecordedRequest update = server.takeRequest();
        assertEquals("POST /v1/conversations/conv_1", lineOf(update));
        assertEquals("{\"metadata\":{}}", update.getBody().utf8());
        assertEquals("DELETE /v1/conversations/conv_1", requestLine());
    }

    @Test
    void itemsAreAddedAndComeBackAsTheyAreKept() throws Exception {
        answer("{\"object\":\"list\",\"data\":[" + MESSAGE + "],\"last_id\":\"msg_1\",\"has_more\":false}");

        List<InputItem> added = ai.conversations().addItems("conv_1", InputMessage.user("Hello"));

        assertEquals("msg_1", assertInstanceOf(InputMessage.class, added.get(0)).id());
        assertEquals(MESSAGE, added.get(0).toJson().text());
        RecordedRequest sent = server.takeRequest();
        assertEquals("POST /v1/conversations/conv_1/items", lineOf(sent));
        assertEquals(1, documentOf(sent).get("items").size());
    }

    @Test
    void itemsAreListedByPageOfWhateverKind() throws Exception {
        String call = "{\"type\":\"x_new_call\",\"id\":\"x_1\"}";
        answer("{\"object\":\"list\",\"data\":[" + MESSAGE + "],\"last_id\":\"msg_1\",\"has_more\":true}");
        answer("{\"object\":\"list\",\"data\":[" + call + "],\"last_id\":\"x_1\",\"has_more\":false}");

        List<InputItem> items = ai.conversations()
                .items(
                        "conv_1",
                        ListOptions.DEFAULT.oldestFirst(),
                        Include.WEB_SEARCH_SOURCES,
                        Include.REASONING_ENCRYPTED_CONTENT)
                .toList();

        assertEquals(
                List.of(MESSAGE, call),
                items.stream().map(it -> it.toJson().text()).toList());
        assertInstanceOf(OutputItem.Unknown.class, items.get(1));
        String first = "GET /v1/conversations/conv_1/items?include%5B%5D=web_search_call.action.sources"
                + "&include%5B%5D=reasoning.encrypted_content&order=asc";
        assertEquals(first, requestLine());
        assertEquals(first + "&after=msg_1", requestLine());
    }

    @Test
    void aListWhosePagesNeverEndIsLeftByWhoHasEnough() {
        for (int i = 0; i < 5; i++) {
            answer("{\"data\":[{\"type\":\"message\",\"role\":\"user\",\"id\":\"msg_" + i + "\"}],\"has_more\":true}");
        }

        try (Stream<InputItem> items = ai.conversations().items("conv_1").stream()) {
            assertEquals(3, items.limit(3).count());
        }
        assertTrue(server.getRequestCount() <= 4);
    }

    @Test
    void anItemIsRetrievedAndTakenOut() throws Exception {
        answer(MESSAGE);
        answer(CONVERSATION);
        answer("[]");

        InputItem item = ai.conversations().item("conv_1", "msg_1", Include.INPUT_IMAGE_URL);
        ai.conversations().deleteItem("conv_1", "msg_1");

        assertEquals(MESSAGE, item.toJson().text());
        assertEquals(
                "GET /v1/conversations/conv_1/items/msg_1?include%5B%5D=message.input_image.image_url", requestLine());
        assertEquals("DELETE /v1/conversations/conv_1/items/msg_1", requestLine());
        assertInstanceOf(OutputItem.Unknown.class, ai.conversations().item("conv_1", "msg_1"));
    }

    @Test
    void anAnswerThatIsNoConversationIsRefused() {
        answer("[1]");
        answer("{\"data\":5}");

        assertThrows(DecodeException.class, () -> ai.conversations().retrieve("conv_1"));
        assertThrows(DecodeException.class, () -> ai.conversations().addItems("conv_1", InputMessage.user("Hello")));
    }

    @Test
    void noIdEscapesItsPlace() throws Exception {
        answer(MESSAGE);

        ai.conversations().item("../responses", "../../files");

        assertEquals("GET /v1/conversations/..%2Fresponses/items/..%2F..%2Ffiles", requestLine());
        assertThrows(IllegalArgumentException.class, () -> ai.conversations().item("conv_1", ".."));
    }

    @Test
    void whatAResponseWasAskedIsListedTheSameWay() throws Exception {
        answer("{\"object\":\"list\",\"data\":[" + MESSAGE + "],\"last_id\":\"msg_1\",\"has_more\":true}");
        answer("{\"object\":\"list\",\"data\":[" + MESSAGE + "],\"has_more\":false}");

        List<InputItem> items = ai.responses().inputItems("resp_1").toList();

        assertEquals(2, items.size());
        assertEquals("GET /v1/responses/resp_1/input_items", requestLine());
        assertEquals("GET /v1/responses/resp_1/input_items?after=msg_1", requestLine());
        answer("{\"data\":[]}");
        ai.responses()
                .inputItems("../files", ListOptions.DEFAULT.limit(5), Include.INPUT_IMAGE_URL)
                .toList();
        assertEquals(
                "GET /v1/responses/..%2Ffiles/input_items?include%5B%5D=message.input_image.image_url&limit=5",
                requestLine());
    }
}
