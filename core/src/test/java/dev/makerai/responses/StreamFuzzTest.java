package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.sse.EventReader;
import dev.makerai.internal.sse.Pieces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever becomes of the bytes of a stream, it gives events or a typed error, and never an end that is none. */
class StreamFuzzTest {
    private static final byte[] MARKS = "{}[]\",:\\0123456789.-eE \n\r\ndata:".getBytes(StandardCharsets.UTF_8);

    private static final List<byte[]> STREAMS =
            Streams.ALL.stream().map(Streams::bytes).toList();

    private int ended;
    private int cut;
    private int refused;

    @Test
    void changedStreamsGiveEventsOrTypedErrors() throws IOException {
        for (int seed = 0; seed < 2_000; seed++) {
            check(seed);
        }
        assertTrue(ended > 100 && cut > 100 && refused > 100, counts());
    }

    @Test
    @Tag("long")
    @Timeout(3600)
    void changedStreamsGiveEventsOrTypedErrorsForLong() throws IOException {
        long end = System.nanoTime() + 1_000_000_000L * Integer.getInteger("makerai.fuzz.seconds", 600);
        for (int seed = 1_000_000; System.nanoTime() < end; seed++) {
            check(seed);
        }
        assertTrue(ended > 100 && cut > 100 && refused > 100, counts());
    }

    private String counts() {
        return ended + " ended, " + cut + " cut, " + refused + " refused";
    }

    private void check(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] stream = mutate(random, STREAMS.get(random.nextInt(STREAMS.size())));
        int longest = 1 + random.nextInt(4000);
        ResponseEventReader reader = new ResponseEventReader(
                new EventReader(Pieces.of(stream, at -> 1 + random.nextInt(longest)), "req_1"), "req_1");
        ResponseAccumulator accumulator = new ResponseAccumulator("req_1");
        boolean last = false;
        try {
            for (ResponseEvent event = reader.next(); event != null; event = reader.next()) {
                assertNotNull(event.toJson());
                accumulator.add(event);
                last |= event instanceof ResponseEvent.Ended || event instanceof ResponseEvent.StreamError;
            }
            ended += last ? 1 : 0;
            cut += last ? 0 : 1;
        } catch (DecodeException e) {
            assertNotNull(e.getMessage());
            assertEquals("req_1", e.requestId());
            refused++;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
        assertEquals(last, accumulator.ended(), () -> "seed " + seed);
        Response response = accumulator.response();
        assertNotNull(response.toJson());
        assertNotNull(response.outputText(), response::toString);
    }

    private static byte[] mutate(Random random, byte[] stream) {
        byte[] bytes = stream.clone();
        for (int change = random.nextInt(4); change > 0 && bytes.length > 0; change--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(random.nextInt(60), bytes.length - at);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = MARKS[random.nextInt(MARKS.length)];
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                case 4 -> bytes = without(bytes, at, length);
                default -> bytes = random.nextInt(3) > 0 ? bytes : Arrays.copyOf(bytes, at + 1);
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        byte[] rest = Arrays.copyOf(bytes, bytes.length - length);
        System.arraycopy(bytes, at + length, rest, at, bytes.length - at - length);
        return rest;
    }
}
