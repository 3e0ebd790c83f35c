package dev.makerai.responses;

import dev.makerai.internal.sse.EventReader;
import dev.makerai.internal.sse.Pieces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Streams of our own making: the data of their events, one a line, and their bytes. */
final class Streams {
    /** Every kind of event, with items that come at the same time. */
    static final String EVERYTHING = "everything";

    /** As a compatible service sends them: no numbers, no parts, and no output in the last event. */
    static final String COMPATIBLE = "compatible";

    static final List<String> ALL =
            List.of(EVERYTHING, COMPATIBLE, "incomplete", "failed", "error", "nested-error", "typeless-error");

    private Streams() {}

    /** The data of each event. */
    static List<String> events(String name) {
        try (InputStream in = Streams.class.getResourceAsStream("/streams/" + name + ".jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stream as a service sends it, with names, comments that keep it alive, and {@code [DONE]} if wanted. */
    static byte[] bytes(List<String> events, String lineEnd, boolean done) {
        StringBuilder stream = new StringBuilder(": welcome").append(lineEnd).append(lineEnd);
        int count = 0;
        for (String event : events) {
            if (++count % 7 == 0) {
                stream.append(": keep-alive").append(lineEnd).append(lineEnd);
            }
            String type = Spec.tree(event).path("type").asText("error");
            stream.append("event: ").append(type).append(lineEnd);
            stream.append("data: ").append(event).append(lineEnd).append(lineEnd);
        }
        if (done) {
            stream.append("data: [DONE]").append(lineEnd).append(lineEnd);
        }
        return stream.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(String name) {
        return bytes(events(name), "\n", false);
    }

    /** All events of a stream that comes in pieces. */
    static List<ResponseEvent> read(byte[] stream, IntUnaryOperator length) throws IOException {
        ResponseEventReader reader =
                new ResponseEventReader(new EventReader(Pieces.of(stream, length), "req_1"), "req_1");
        List<ResponseEvent> events = new ArrayList<>();
        for (ResponseEvent event = reader.next(); event != null; event = reader.next()) {
            events.add(event);
        }
        return events;
    }

    static ResponseAccumulator accumulate(List<ResponseEvent> events) {
        ResponseAccumulator accumulator = new ResponseAccumulator("req_1");
        events.forEach(accumulator::add);
        return accumulator;
    }
}
