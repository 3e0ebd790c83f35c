package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stream that ends anywhere but at its end is never taken for a whole one. */
class StreamCutTest {
    static List<String> streams() {
        return Streams.ALL;
    }

    @ParameterizedTest
    @MethodSource("streams")
    void aStreamThatIsCutAtAnyByteHasNotEnded(String name) throws IOException {
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            byte[] stream = Streams.bytes(Streams.events(name), lineEnd, false);
            List<ResponseEvent> whole = Streams.read(stream, at -> stream.length);
            assertTrue(Streams.accumulate(whole).ended());
            // With CR LF the last event is whole as soon as its blank line has its CR.
            int needed = lineEnd.equals("\r\n") ? stream.length - 1 : stream.length;
            int from = name.equals(Streams.EVERYTHING) && lineEnd.equals("\n") ? 0 : stream.length - 1500;
            for (int length = Math.max(0, from); length < stream.length; length++) {
                List<ResponseEvent> events = Streams.read(Arrays.copyOf(stream, length), at -> 8192);

                ResponseAccumulator accumulator = Streams.accumulate(events);
                assertEquals(length >= needed, accumulator.ended(), "cut at " + length);
                assertEquals(whole.subList(0, events.size()), events, "cut at " + length);
                if (!accumulator.ended()) {
                    assertNull(accumulator.error());
                    assertNotEquals(
                            ResponseStatus.COMPLETED, accumulator.response().status());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void howAStreamIsCutIntoPiecesMakesNoDifference(String name) throws IOException {
        byte[] stream = Streams.bytes(Streams.events(name), "\r\n", true);
        List<ResponseEvent> whole = Streams.read(stream, at -> stream.length);
        for (int size : List.of(1, 2, 3, 7, 64, 1000)) {
            assertEquals(whole, Streams.read(stream, at -> size), "pieces of " + size);
        }
    }

    @Test
    void aMarkOfTheEndAloneIsNoEnd() throws IOException {
        List<String> cut = Streams.events(Streams.EVERYTHING);
        byte[] stream = Streams.bytes(cut.subList(0, cut.size() - 1), "\n", true);

        List<ResponseEvent> events = Streams.read(stream, at -> stream.length);

        assertEquals(cut.size() - 1, events.size());
        assertEquals(false, Streams.accumulate(events).ended());
    }

    @Test
    void nothingIsReadBehindTheMarkOfTheEnd() throws IOException {
        byte[] stream = "data: [DONE]\n\ndata: {\"type\":\"a\"}\n\n".getBytes(StandardCharsets.UTF_8);

        assertEquals(List.of(), Streams.read(stream, at -> stream.length));
    }
}
