package dev.makerai.internal.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.sse.NaiveEvents.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okio.Buffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random streams, cut at random, give what the standard's rules give; whatever bytes come, nothing else happens. */
class EventReaderFuzzTest {
    private static final String[] TOKENS = {
        "data",
        "event",
        "id",
        "retry",
        "data:",
        "data: ",
        "event: a",
        "id: 7",
        ":",
        ": note",
        " ",
        "\n",
        "\n",
        "\n\n",
        "\r",
        "\r\n",
        "\r\n\r\n",
        "x",
        "ü",
        "😀",
        "\ufeff",
        "\0",
        "[DONE]",
        "{\"a\":1}",
        "data: {}\n\n"
    };

    private static final int BOUND = 200;

    private int events;
    private int refused;

    @Test
    void randomStreamsGiveWhatTheStandardSays() throws IOException {
        for (int seed = 0; seed < 8_000; seed++) {
            check(seed);
        }
        assertTrue(events > 5_000 && refused > 100, events + " events, " + refused + " refused");
    }

    @Test
    @Tag("long")
    @Timeout(3600)
    void randomStreamsGiveWhatTheStandardSaysForLong() throws IOException {
        long end = System.nanoTime() + 1_000_000_000L * Integer.getInteger("makerai.fuzz.seconds", 600);
        for (int seed = 1_000_000; System.nanoTime() < end; seed++) {
            check(seed);
        }
        assertTrue(events > 20_000 && refused > 100, events + " events, " + refused + " refused");
    }

    private void check(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] stream = stream(random);
        int longest = 1 + random.nextInt(20);
        int bound = random.nextInt(8) == 0 ? BOUND : EventReader.MAX_BYTES;
        EventReader reader = new EventReader(Pieces.of(stream, at -> 1 + random.nextInt(longest)), "req_1", bound);
        List<Event> read = new ArrayList<>();
        try {
            while (reader.next()) {
                read.add(new Event(latin(reader.name()), latin(reader.data()), latin(reader.lastId())));
                assertEquals(latin(reader.data()).equals("[DONE]"), reader.isDone());
            }
            assertEquals(form(NaiveEvents.read(stream)), read, () -> "seed " + seed);
            assertFalse(reader.next());
        } catch (DecodeException e) {
            assertTrue(bound == BOUND, () -> "seed " + seed);
            assertNotNull(e.getMessage());
            assertEquals(form(NaiveEvents.read(stream)).subList(0, read.size()), read, () -> "seed " + seed);
            refused++;
        }
        assertTrue(reader.buffer().length <= Math.max(bound + 1, 8192) || bound > BOUND, () -> "seed " + seed);
        events += read.size();
    }

    private static byte[] stream(Random random) {
        Buffer stream = new Buffer();
        for (int i = random.nextInt(60); i >= 0; i--) {
            int kind = random.nextInt(40);
            if (kind == 0) {
                stream.writeByte(random.nextInt(256));
            } else if (kind == 1) {
                stream.writeUtf8("data: " + "y".repeat(random.nextInt(3 * BOUND)));
            } else {
                stream.writeUtf8(TOKENS[random.nextInt(TOKENS.length)]);
            }
        }
        return stream.readByteArray();
    }

    /** Names and ids go through a string, in which broken characters are replaced; so they are here. */
    private static List<Event> form(List<Event> events) {
        return events.stream()
                .map(event -> new Event(replaced(event.name()), event.data(), replaced(event.lastId())))
                .toList();
    }

    private static String replaced(String bytes) {
        return latin(new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    private static String latin(String text) {
        return latin(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
