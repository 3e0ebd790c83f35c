package dev.makerai.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.InputMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryStoreTest {
    @TempDir
    Path folder;

    private static ConversationTurn turn(String text) {
        return new ConversationTurn(
                "run_" + text.length(),
                Instant.parse("2026-11-27T06:00:00Z"),
                List.of(
                        InputMessage.user(text),
                        InputItem.of(Json.parse("{\n \"type\": \"tomorrow\",\r\n \"n\": 1.50}"))),
                1,
                "resp_1",
                null,
                42);
    }

    /** Also in the exact text of each item. */
    private static void assertSame(List<ConversationTurn> expected, List<ConversationTurn> actual) {
        assertEquals(exact(expected), exact(actual));
    }

    private static List<String> exact(List<ConversationTurn> turns) {
        return turns.stream()
                .map(turn -> turn.runId()
                        + turn.at()
                        + turn.unsent()
                        + turn.responseId()
                        + turn.conversationId()
                        + turn.tokens()
                        + turn.items().stream()
                                .map(item -> item.toJson().text())
                                .toList())
                .toList();
    }

    private Stream<HistoryStore> stores() {
        return Stream.of(HistoryStore.inMemory(), HistoryStore.files(folder.resolve("a/b")));
    }

    @Test
    void turnsComeBackAsTheyWere() {
        stores().forEach(store -> {
            assertEquals(List.of(), store.load("chat"));
            store.append("chat", turn("one"));
            store.append("chat", turn("zwei: \u00e4\u2028 \"q\"\n"));
            store.append("other", turn("x"));
            assertSame(List.of(turn("one"), turn("zwei: \u00e4\u2028 \"q\"\n")), store.load("chat"));
            store.replace("chat", List.of(turn("short")));
            assertSame(List.of(turn("short")), store.load("chat"));
            store.replace("chat", List.of());
            assertEquals(List.of(), store.load("chat"));
            assertEquals(1, store.load("other").size());
        });
    }

    @Test
    void aTurnThatACrashCutOffAnywhereIsLeftOutAndTheNextOneTakesItsPlace() throws IOException {
        HistoryStore store = HistoryStore.files(folder);
        store.append("chat", turn("one"));
        Path file = folder.resolve("chat.jsonl");
        int first = (int) Files.size(file);
        store.append("chat", turn("two"));
        byte[] whole = Files.readAllBytes(file);
        for (int length = first; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertSame(List.of(turn("one")), HistoryStore.files(folder).load("chat"));
            store.append("chat", turn("three"));
            assertSame(List.of(turn("one"), turn("three")), store.load("chat"));
        }
    }

    @Test
    void aDamagedLineIsNamedAndNothingIsLost() throws IOException {
        HistoryStore store = HistoryStore.files(folder);
        store.append("chat", turn("one"));
        Path file = folder.resolve("chat.jsonl");
        Files.writeString(file, "{\"at\":7}\n", StandardOpenOption.APPEND);
        DecodeException problem = assertThrows(DecodeException.class, () -> store.load("chat"));
        assertTrue(problem.getMessage().contains("line 2"), problem.getMessage());
        assertTrue(problem.getMessage().contains(file.toString()), problem.getMessage());
        assertTrue(Files.readString(file).endsWith("{\"at\":7}\n"));
        Files.write(file, new byte[] {(byte) 0xff, '\n'});
        assertThrows(DecodeException.class, () -> store.load("chat"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../up", "/etc/x", "a/b", "a\\b", ".hidden", "nul\u0000", "caf\u00e9"})
    void anIdThatCouldLeaveTheFolderIsRefused(String id) {
        HistoryStore store = HistoryStore.files(folder);
        assertThrows(IllegalArgumentException.class, () -> store.load(id));
        assertThrows(IllegalArgumentException.class, () -> store.append(id, turn("x")));
        assertFalse(Files.exists(folder.resolve("x.jsonl")));
    }

    @Test
    void aLongHistoryIsAppendedToWithoutReadingItAll() throws IOException {
        HistoryStore store = HistoryStore.files(folder);
        String text = "x".repeat(200_000);
        for (int i = 0; i < 20; i++) {
            store.append("long", turn(text));
        }
        assertEquals(20, store.load("long").size());
        assertEquals(
                20,
                Files.readString(folder.resolve("long.jsonl"), StandardCharsets.UTF_8)
                        .lines()
                        .count());
    }
}
