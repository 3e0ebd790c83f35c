package dev.makerai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.history.ConversationTurn;
import dev.makerai.history.HistoryCheck;
import dev.makerai.history.HistoryMode;
import dev.makerai.history.HistoryStore;
import dev.makerai.json.Json;
import dev.makerai.run.Approval;
import dev.makerai.run.Approver;
import dev.makerai.run.Run;
import dev.makerai.run.RunEnd;
import dev.makerai.run.RunEvent;
import dev.makerai.run.RunFailedException;
import dev.makerai.run.RunStream;
import dev.makerai.run.SavedRun;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Effect;
import dev.makerai.tools.Tool;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConversationTest {
    record Choice(String material) {}

    static final class Shop {
        final List<String> printed = new ArrayList<>();

        @Tool("Says what a material costs")
        int price(String material) {
            return 24;
        }

        @Tool(value = "Prints", effect = Effect.MACHINE)
        String print(String part) {
            printed.add(part);
            return "printing";
        }
    }

    private final ScriptedModel model = new ScriptedModel();
    private final Shop shop = new Shop();

    private Conversation chat(HistoryMode mode) {
        return model.ai()
                .conversation(it ->
                        it.history(mode).prompts(prompt -> prompt.tools(shop).approver(Approver.upTo(Effect.MACHINE))));
    }

    private static String input(Json request) {
        Json input = request.get("input");
        assertTrue(input != null);
        return input.text();
    }

    private static String text(Json request, String member) {
        Json value = request.get(member);
        return value == null ? "" : String.valueOf(value.string());
    }

    private Json request(int index) {
        return model.requests().get(index);
    }

    @ParameterizedTest
    @EnumSource
    void aSecondQuestionFollowsTheFirst(HistoryMode mode) {
        model.then(turn -> turn.call("price", Map.of("material", "PETG")))
                .then(turn -> turn.say("24 euro."))
                .then(turn -> turn.say("Take ASA."))
                .then(turn -> turn.answer(new Choice("ASA")));
        Conversation chat = chat(mode);
        assertEquals("24 euro.", chat.ask("What does PETG cost?"));
        assertEquals("Take ASA.", chat.ask("And outdoors?"));
        assertEquals(new Choice("ASA"), chat.ask("In a word?", Choice.class));
        switch (mode) {
            case PREVIOUS_RESPONSE -> {
                assertFalse(text(request(2), "previous_response_id").isEmpty());
                assertFalse(input(request(2)).contains("PETG"));
            }
            case CONVERSATION -> {
                assertEquals("conv_scripted_1", text(request(0), "conversation"));
                assertEquals("conv_scripted_1", text(request(3), "conversation"));
                assertFalse(input(request(2)).contains("PETG"));
            }
            case LOCAL -> {
                assertEquals(Json.parse("false"), request(3).get("store"));
                assertTrue(input(request(3)).contains("What does PETG cost?"));
                assertTrue(input(request(3)).contains("function_call_output"));
                assertTrue(input(request(3)).contains("Take ASA."));
                assertTrue(String.valueOf(request(3).get("include")).contains("reasoning.encrypted_content"));
            }
        }
        assertTrue(input(request(3)).contains("In a word?"));
        assertEquals(3, chat.turns().size());
        assertEquals(4, chat.turns().get(0).items().size());
        assertTrue(chat.turns().get(0).tokens() > 0);
        for (ConversationTurn turn : chat.turns()) {
            assertTrue(HistoryCheck.ofStored(turn.items()).isValid());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConversationGoesOnInAnotherProcess(HistoryMode mode, @TempDir Path folder) {
        model.then(turn -> turn.call("price", Map.of("material", "PETG")))
                .then(turn -> turn.say("24 euro."))
                .then(turn -> turn.say("Take ASA."));
        model.ai()
                .conversation(it ->
                        it.history(mode).store(HistoryStore.files(folder), "c").prompts(prompt -> prompt.tools(shop)))
                .ask("What does PETG cost?");
        Conversation again = model.ai().conversation(it -> it.history(mode).store(HistoryStore.files(folder), "c"));
        assertEquals(1, again.turns().size());
        assertEquals(List.of(), again.problems());
        assertEquals("Take ASA.", again.ask("And outdoors?"));
        assertEquals(mode == HistoryMode.LOCAL, input(request(2)).contains("What does PETG cost?"));
        assertEquals(mode == HistoryMode.CONVERSATION ? "conv_scripted_1" : "", text(request(2), "conversation"));
        assertEquals(2, HistoryStore.files(folder).load("c").size());
    }

    @ParameterizedTest
    @EnumSource
    void aHistoryGoesOnInAnyOtherMode(HistoryMode mode) {
        HistoryStore store = HistoryStore.inMemory();
        for (HistoryMode first : HistoryMode.values()) {
            ScriptedModel two = new ScriptedModel()
                    .then(turn -> turn.call("price", Map.of("material", "PETG")))
                    .then(turn -> turn.say("24 euro."))
                    .then(turn -> turn.say("Yes."));
            String id = first.name();
            two.ai()
                    .conversation(it -> it.history(first).store(store, id).prompts(prompt -> prompt.tools(shop)))
                    .ask("What does PETG cost?");
            assertEquals(
                    "Yes.",
                    two.ai()
                            .conversation(it -> it.history(mode).store(store, id))
                            .ask("Sure?"));
            boolean isKept = first == mode && mode != HistoryMode.LOCAL;
            assertEquals(!isKept, input(two.requests().get(2)).contains("What does PETG cost?"), first + " to " + mode);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aQuestionThatFailedIsAsThoughItWasNotAsked(HistoryMode mode) {
        model.then(turn -> turn.say("One."))
                .then(turn -> turn.fail(500, "server_error", "Down"))
                .then(turn -> turn.say("Three."));
        Conversation chat = chat(mode);
        chat.ask("First?");
        assertThrows(RunFailedException.class, () -> chat.ask("Second?"));
        assertEquals(1, chat.turns().size());
        assertEquals("Three.", chat.ask("Third?"));
        assertFalse(input(request(2)).contains("Second?"));
        assertEquals(2, chat.turns().size());
    }

    @ParameterizedTest
    @EnumSource
    void whatAFailedTurnDidIsNotForgotten(HistoryMode mode) {
        model.then(turn -> turn.call("print", Map.of("part", "hook")))
                .then(turn -> turn.fail(500, "server_error", "Down"))
                .then(turn -> turn.say("It prints already."));
        Conversation chat = chat(mode);
        assertThrows(RunFailedException.class, () -> chat.ask("Print a hook"));
        assertEquals(1, chat.turns().size());
        assertEquals("It prints already.", chat.ask("Did you?"));
        assertTrue(input(request(2)).contains("printing"), input(request(2)));
        assertEquals(List.of("hook"), shop.printed);
    }

    @ParameterizedTest
    @EnumSource
    void aTurnThatWaitsForAnApprovalIsGoneOnWithOrLeft(HistoryMode mode) {
        model.then(turn -> turn.call("print", Map.of("part", "hook")).call("price", Map.of("material", "PLA")))
                .then(turn -> turn.say("It prints."))
                .then(turn -> turn.say("24 euro."))
                .then(turn -> turn.call("print", Map.of("part", "vase")))
                .then(turn -> turn.say("Then not."));
        Conversation chat = model.ai()
                .conversation(it ->
                        it.history(mode).prompts(prompt -> prompt.tools(shop).approver(call -> Approval.later())));
        Run<String> waiting = chat.prompt("Print a hook").run();
        assertInstanceOf(RunEnd.AwaitingApproval.class, waiting.end());
        assertEquals(1, chat.turns().size());
        SavedRun saved = SavedRun.parse(waiting.save().toJson().text());
        assertEquals(
                "It prints.",
                chat.resume(saved).approver(Approver.upTo(Effect.MACHINE)).run().value());
        assertEquals(List.of("hook"), shop.printed);
        assertEquals(1, chat.turns().size());
        assertEquals(5 + 1, chat.turns().get(0).items().size());
        assertEquals("24 euro.", chat.ask("What does it cost?"));

        Run<String> left = chat.prompt("Print a vase").run();
        assertEquals("Then not.", chat.ask("Leave it."));
        assertTrue(input(request(4)).contains("nobody has decided"), input(request(4)));
        assertThrows(IllegalStateException.class, () -> chat.resume(left.save()).run());
        assertEquals(List.of("hook"), shop.printed);
        assertEquals(4, chat.turns().size());
    }

    @ParameterizedTest
    @EnumSource
    void oneCallSaysWhoKeepsTheHistoryOfARun(HistoryMode mode) {
        model.then(turn -> turn.call("price", Map.of("material", "PETG"))).then(turn -> turn.say("24 euro."));
        Run<String> run = model.ai()
                .prompt("What does PETG cost?")
                .history(HistoryMode.CONVERSATION)
                .history(HistoryMode.LOCAL)
                .history(mode)
                .tools(shop)
                .run();
        assertEquals("24 euro.", run.value());
        assertEquals(mode == HistoryMode.LOCAL, input(request(1)).contains("What does PETG cost?"));
        assertEquals(mode == HistoryMode.CONVERSATION ? "conv_scripted_1" : "", text(request(1), "conversation"));
        assertEquals(mode == HistoryMode.PREVIOUS_RESPONSE, request(1).get("previous_response_id") != null);
        assertThrows(IllegalStateException.class, () -> chat(mode).prompt("x").history(mode));
    }

    @Test
    void aSecondQuestionHasToWaitForTheEndOfTheFirst() {
        model.then(turn -> turn.say("A long answer.")).then(turn -> turn.say("Two."));
        Conversation chat = chat(HistoryMode.PREVIOUS_RESPONSE);
        try (RunStream<String> events = chat.prompt("First?").stream()) {
            IllegalStateException refused = assertThrows(IllegalStateException.class, () -> chat.ask("Second?"));
            assertTrue(refused.getMessage().contains("still being answered"), refused.getMessage());
            for (RunEvent event : events) {
                if (event instanceof RunEvent.Ended) {
                    assertEquals(1, chat.turns().size());
                }
            }
            assertEquals("Two.", chat.ask("Second?"));
        }
        assertEquals(2, chat.turns().size());
    }

    @Test
    void aStreamThatIsGivenUpLeavesTheConversationFree() {
        model.then(turn -> turn.say("A long answer.")).then(turn -> turn.say("Two."));
        Conversation chat = chat(HistoryMode.LOCAL);
        assertThrows(
                UnsupportedOperationException.class,
                () -> chat.stream("First?", text -> {
                    throw new UnsupportedOperationException(text);
                }));
        assertEquals(0, chat.turns().size());
        assertThrows(IllegalArgumentException.class, () -> chat.ask("What?", Object.class));
        assertEquals("Two.", chat.ask("Second?"));
        assertFalse(input(request(1)).contains("First?"));
    }

    @Test
    void aLocalHistoryIsTrimmedByWholeTurns() {
        for (int i = 0; i < 6; i++) {
            model.then(turn -> turn.call("price", Map.of("material", "PLA"))).then(turn -> turn.say("24 euro."));
        }
        Conversation chat = model.ai()
                .conversation(it -> it.history(HistoryMode.LOCAL).maxTurns(2).prompts(prompt -> prompt.tools(shop)));
        for (int i = 0; i < 6; i++) {
            chat.ask("Question " + i);
        }
        String last = input(request(10));
        assertFalse(last.contains("Question 2"), last);
        assertTrue(last.contains("Question 3") && last.contains("Question 4"), last);
        assertEquals(6, chat.turns().size());
    }

    @Test
    void aLocalHistoryIsTrimmedByTokens() {
        for (int i = 0; i < 4; i++) {
            model.then(turn -> turn.say("An answer."));
        }
        Conversation free = chat(HistoryMode.LOCAL);
        free.ask("Question 0");
        long each = free.turns().get(0).tokens();
        Conversation chat =
                model.ai().conversation(it -> it.history(HistoryMode.LOCAL).maxTokens(each));
        for (int i = 1; i < 4; i++) {
            chat.ask("Question " + i);
        }
        String last = input(request(3));
        assertFalse(last.contains("Question 1"), last);
        assertTrue(last.contains("Question 2"), last);
    }

    @Test
    void aServiceThatForgotTheResponseIsToldAllOfIt() {
        HistoryStore store = HistoryStore.inMemory();
        model.then(turn -> turn.say("One."));
        model.ai().conversation(it -> it.store(store, "c")).ask("First?");
        ScriptedModel other =
                new ScriptedModel().then(turn -> turn.say("never")).then(turn -> turn.say("Two."));
        Conversation chat = other.ai().conversation(it -> it.store(store, "c"));
        assertThrows(RunFailedException.class, () -> chat.ask("Second?"));
        assertEquals("Two.", chat.ask("Second?"));
        assertTrue(input(other.requests().get(1)).contains("First?"));
        assertNull(other.requests().get(1).get("previous_response_id"));
    }

    @Test
    void aStoreThatFailedGetsTheWholeHistoryTheNextTime() {
        model.then(turn -> turn.say("One.")).then(turn -> turn.say("Two."));
        HistoryStore memory = HistoryStore.inMemory();
        boolean[] isFull = {true};
        HistoryStore store = new HistoryStore() {
            @Override
            public List<ConversationTurn> load(String conversationId) {
                return memory.load(conversationId);
            }

            @Override
            public void append(String conversationId, ConversationTurn turn) {
                if (isFull[0]) {
                    throw new UncheckedIOException(new java.io.IOException("The disk is full"));
                }
                memory.append(conversationId, turn);
            }

            @Override
            public void replace(String conversationId, List<ConversationTurn> turns) {
                memory.replace(conversationId, turns);
            }
        };
        Conversation chat = model.ai().conversation(it -> it.store(store, "c"));
        assertThrows(UncheckedIOException.class, () -> chat.ask("First?"));
        isFull[0] = false;
        chat.ask("Second?");
        assertEquals(2, memory.load("c").size());
    }
}
