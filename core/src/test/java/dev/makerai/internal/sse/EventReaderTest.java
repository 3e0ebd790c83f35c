package dev.makerai.internal.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    @Test
    void aBlankLineEndsAnEvent() throws IOException {
        assertEquals(List.of("a|1", "b|2"), read("event: a\ndata: 1\n\nevent: b\ndata: 2\n\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void linesEndInAnyOfThreeWays(String end) throws IOException {
        String stream = String.join(end, "event: a", "data: 1", "data: 2", "", ": note", "data: 3", "", "");

        assertEquals(List.of("a|1\n2", "|3"), read(stream));
    }

    @Test
    void mixedLineEndsAreEachTakenForWhatTheyAre() throws IOException {
        assertEquals(List.of("|1\n2", "|3"), read("data: 1\r\ndata: 2\r\rdata: 3\n\r\n"));
    }

    @Test
    void anEventIsThereAsSoonAsItsBlankLineIsEvenIfALineFeedFollowsLater() throws IOException {
        Buffer first = new Buffer().writeUtf8("data: 1\r\n\r");
        Buffer network = new Buffer();
        BufferedSource source = Okio.buffer(new ForwardingSource(network) {
            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                if (network.exhausted() && first.exhausted()) {
                    throw new AssertionError("waits for more than the event needs");
                }
                return first.exhausted() ? super.read(sink, byteCount) : first.read(sink, byteCount);
            }
        });
        EventReader events = new EventReader(source, null);

        assertTrue(events.next());
        assertEquals("1", text(events));
        network.writeUtf8("\ndata: 2\n\n");
        assertTrue(events.next());
        assertEquals("2", text(events));
    }

    @Test
    void oneSpaceBehindTheColonIsNoneOfTheValue() throws IOException {
        assertEquals(List.of("a| 1", "a|1", "a|1 "), read("""
                event:a
                data:  1

                event: a
                data:1

                event:a
                data: 1\s

                """));
    }

    @Test
    void aFieldWithoutColonIsEmpty() throws IOException {
        assertEquals(List.of("|", "|\n", "|1"), read("data\n\ndata\ndata\n\nevent: a\nevent\ndata: 1\n\n"));
    }

    @Test
    void commentsAndUnknownFieldsAndTimesToWaitAreNoEvents() throws IOException {
        assertEquals(
                List.of("|1"), read(": keep-alive\n\nretry: 500\n\nfoo: bar\nDATA: x\n data: y\n:\n\ndata: 1\n\n"));
    }

    @Test
    void aNameWithoutDataIsNoEventAndIsForgotten() throws IOException {
        assertEquals(List.of("|1"), read("event: a\n\ndata: 1\n\n"));
    }

    @Test
    void theNewestIdStaysAndOneWithANullIsPassedOver() throws IOException {
        EventReader events = reader("id: 1\ndata: a\n\ndata: b\n\nid: 2\u00003\ndata: c\n\nid\ndata: d\n\n");

        assertTrue(events.next());
        assertEquals("1", events.lastId());
        assertTrue(events.next());
        assertEquals("1", events.lastId());
        assertTrue(events.next());
        assertEquals("1", events.lastId());
        assertTrue(events.next());
        assertEquals("", events.lastId());
    }

    @Test
    void aByteOrderMarkAtTheStartIsPassedOver() throws IOException {
        assertEquals(List.of("|1", "|\ufeff2"), read("\ufeffdata: 1\n\ndata: \ufeff2\n\n"));
        assertEquals(List.of("|1"), read("data: 1\n\ufeffdata: 2\n\n"));
    }

    @Test
    void anEventThatNoBlankLineEndsIsDropped() throws IOException {
        for (String end : List.of("data: 2", "data: 2\n", "data: 2\nevent: b\n", "data: 2\n:", "event: b\n")) {
            EventReader events = reader("data: 1\n\n" + end);
            assertTrue(events.next());
            assertFalse(events.next(), end);
            assertEquals(0, events.length());
            assertFalse(events.next(), "It stays at its end");
        }
    }

    @Test
    void doneIsSeenOnlyWhereItIsAllOfTheData() throws IOException {
        EventReader events = reader("data: [DONE]\n\ndata: [DONE] \n\ndata: [DON\n\n");

        assertTrue(events.next());
        assertTrue(events.isDone());
        assertTrue(events.next());
        assertFalse(events.isDone());
        assertTrue(events.next());
        assertFalse(events.isDone());
    }

    @Test
    void charactersThatAreSplitBetweenReadsStayWhole() throws IOException {
        String stream = "event: ü\r\ndata: Grüße 😀\r\n\r\n";
        assertEquals(List.of("ü|Grüße 😀"), read(stream));
    }

    @Test
    void anEventMayBeAsLargeAsTheBoundAndNoLarger() throws IOException {
        String fits = "data: " + "x".repeat(94);
        EventReader events = bounded(fits + "\n\n" + fits + "\n\n" + fits + "x\n\n");
        assertTrue(events.next());
        assertEquals(94, events.length());
        assertTrue(events.next());

        DecodeException e = assertThrows(DecodeException.class, events::next);

        assertTrue(e.getMessage().contains("larger than 100 bytes"), e.getMessage());
        assertEquals("req_1", e.requestId());
        assertTrue(e.text().startsWith("data: xxx"), e.text());
    }

    @Test
    void manyShortLinesOfOneEventAreBoundedTogether() throws IOException {
        EventReader events = bounded("data: 123456789\n".repeat(20) + "\n");

        DecodeException e = assertThrows(DecodeException.class, events::next);

        assertTrue(e.text().startsWith("123456789\n123456789"), e.text());
    }

    @Test
    void anEndlessCommentIsBoundedAndEndlesslyManyCommentsAreNot() throws IOException {
        assertThrows(DecodeException.class, () -> bounded(":" + "x".repeat(200)).next());

        EventReader events = bounded("data: 1\n" + ": keep-alive\n".repeat(1000) + "data: 2\n\n");
        assertTrue(events.next());
        assertEquals("1\n2", text(events));
    }

    @Test
    void aLargeEventGivesItsMemoryBack() throws IOException {
        EventReader events = reader("data: " + "x".repeat(3_000_000) + "\n\ndata: 1\n\n");

        assertTrue(events.next());
        assertTrue(events.buffer().length > 3_000_000);
        assertTrue(events.next());
        assertTrue(events.buffer().length < 300_000, () -> "keeps " + events.buffer().length);
        assertEquals("1", text(events));
    }

    @Test
    void aFaultOfTheSourceIsPassedOn() {
        EventReader events = new EventReader(
                Okio.buffer(new ForwardingSource(new Buffer()) {
                    @Override
                    public long read(Buffer sink, long byteCount) throws IOException {
                        throw new EOFException("reset");
                    }
                }),
                null);

        assertEquals("reset", assertThrows(EOFException.class, events::next).getMessage());
    }

    private static EventReader bounded(String stream) {
        return new EventReader(new Buffer().writeUtf8(stream), "req_1", 100);
    }

    private static EventReader reader(String stream) {
        return new EventReader(new Buffer().writeUtf8(stream), null);
    }

    private static String text(EventReader events) {
        return new String(events.buffer(), events.offset(), events.length(), StandardCharsets.UTF_8);
    }

    /** Name and data of each event; the same however the stream is cut into pieces. */
    private static List<String> read(String stream) throws IOException {
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        List<String> whole = read(Pieces.of(bytes, at -> bytes.length));
        for (int size = 1; size < 7; size++) {
            int piece = size;
            assertEquals(whole, read(Pieces.of(bytes, at -> piece)), "in pieces of " + piece);
        }
        return whole;
    }

    private static List<String> read(BufferedSource source) throws IOException {
        EventReader events = new EventReader(source, null);
        List<String> read = new ArrayList<>();
        while (events.next()) {
            read.add(events.name() + "|" + new String(events.data(), StandardCharsets.UTF_8));
        }
        return read;
    }
}
