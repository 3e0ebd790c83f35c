package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.makerai.internal.json.Codecs;
import dev.makerai.internal.json.RecordFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadEventsTest {
    /** The events of a stream of text and function calls. */
    private static final Set<String> PLAIN = Set.of(
            "response.created",
            "response.queued",
            "response.in_progress",
            "response.completed",
            "response.output_item.added",
            "response.output_item.done",
            "response.content_part.added",
            "response.content_part.done",
            "response.output_text.delta",
            "response.output_text.done",
            "response.function_call_arguments.delta",
            "response.function_call_arguments.done");

    @Test
    void reflectionReadsTheSame() {
        RecordFactory missingOnly = new RecordFactory() {
            @Override
            public @Nullable Object create(Class<?> type, @Nullable Object[] values) {
                return null;
            }

            @Override
            public @Nullable Object missing(Class<?> type, Class<?> component) {
                return new ReadEvents().missing(type, component);
            }
        };
        Codecs reflection = ResponseEvents.builder().factory(missingOnly).build();
        Set<String> read = new TreeSet<>();
        for (String name : List.of(Streams.EVERYTHING, Streams.COMPATIBLE)) {
            for (String event : Streams.events(name)) {
                byte[] document = event.getBytes(StandardCharsets.UTF_8);
                ResponseEvent expected = reflection.decode(ResponseEvent.class, document, null);

                assertEquals(expected, ResponseEvents.CODECS.decode(ResponseEvent.class, document, null));
                read.add(expected.type());
            }
        }
        assertEquals(Set.of(), minus(PLAIN, read));
    }

    @Test
    void theEventsOfAPlainStreamTakeNoReflection() {
        Set<Class<?>> reflected = new HashSet<>();
        ReadEvents events = new ReadEvents();
        Codecs watched = ResponseEvents.builder()
                .factory(new RecordFactory() {
                    @Override
                    public @Nullable Object create(Class<?> type, @Nullable Object[] values) {
                        Object made = events.create(type, values);
                        if (made == null) {
                            reflected.add(type);
                        }
                        return made;
                    }

                    @Override
                    public @Nullable Object missing(Class<?> type, Class<?> component) {
                        return events.missing(type, component);
                    }
                })
                .build();
        for (String event : Streams.events(Streams.COMPATIBLE)) {
            assertNotNull(watched.decode(ResponseEvent.class, event.getBytes(StandardCharsets.UTF_8), null));
        }

        assertEquals(Set.of(), reflected);
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
