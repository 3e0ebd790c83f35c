package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.makerai.internal.sse.EventReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the bytes that a piece of text allocates on its way from the stream into the answer. */
class StreamAllocationTest {
    private static final int ROUNDS = 5_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"response.output_text.delta\",\"sequence_number\":12345,"
                        + "\"item_id\":\"msg_67c9fdcf37fc8190ba82116e33fb28c507b8b0ad4e5eb654\",\"output_index\":0,"
                        + "\"content_index\":0,\"delta\":\" filament\",\"logprobs\":[],\"obfuscation\":\"Zr81Kw9\"}",
                "{\"type\":\"response.function_call_arguments.delta\",\"sequence_number\":12345,"
                        + "\"item_id\":\"fc_67ca09c6bedc8190a7abfec07b1a1332096610f474011cc0\",\"output_index\":0,"
                        + "\"delta\":\"{\\\"material\\\":\",\"obfuscation\":\"Zr81Kw9\"}"
            })
    void aPieceOfTextAllocatesLittle(String data) throws IOException {
        byte[] event = ("event: response.delta\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        ResponseEventReader reader = new ResponseEventReader(new EventReader(repeated(event), null), "req_1");
        ResponseAccumulator accumulator = new ResponseAccumulator(null);
        read(reader, accumulator);
        read(reader, accumulator);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();

        long before = threads.getThreadAllocatedBytes(thread);
        read(reader, accumulator);
        double bytes = (threads.getThreadAllocatedBytes(thread) - before) / (double) ROUNDS;

        assertTrue(bytes < 300, () -> "a piece allocates " + bytes + " bytes");
    }

    private static void read(ResponseEventReader reader, ResponseAccumulator accumulator) throws IOException {
        int sequence = 0;
        for (int i = 0; i < ROUNDS; i++) {
            ResponseEvent event = reader.next();
            accumulator.add(event);
            sequence += event.sequenceNumber() == 12345 ? 1 : 0;
        }
        assertEquals(ROUNDS, sequence);
    }

    /** The same event for ever. */
    private static BufferedSource repeated(byte[] event) {
        return Okio.buffer(new Source() {
            @Override
            public long read(Buffer sink, long byteCount) {
                sink.write(event);
                return event.length;
            }

            @Override
            public Timeout timeout() {
                return Timeout.NONE;
            }

            @Override
            public void close() {}
        });
    }
}
