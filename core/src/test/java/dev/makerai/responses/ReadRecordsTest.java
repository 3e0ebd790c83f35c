package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.makerai.internal.json.Codecs;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadRecordsTest {
    private int count;

    @ParameterizedTest
    @ValueSource(
            classes = {
                Response.class,
                OutputMessage.class,
                OutputText.class,
                FunctionCall.class,
                Reasoning.class,
                Reasoning.SummaryText.class,
                Usage.class,
                Usage.InputDetails.class,
                Usage.CacheWrites.class,
                Usage.OutputDetails.class,
                MessagePhase.class,
                ResponseStatus.class,
                ItemStatus.class,
                Role.class,
                ServiceTier.class,
                OutputItem.Unknown.class
            })
    void everyComponentGetsItsOwnValue(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = sample(components[i].getGenericType());
        }

        Object made = new ReadRecords().create(type, values);

        assertNotNull(made);
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], components[i].getAccessor().invoke(made), components[i].getName());
        }
    }

    @Test
    void reflectionReadsTheSame() {
        Codecs reflection = ResponsesWire.builder().build();
        byte[] document = """
                {"id":"resp_1","status":"completed","model":"m","created_at":1,"service_tier":"flex",
                 "error":{"code":"c"},"incomplete_details":{"reason":"r"},"metadata":{"a":"b"},
                 "usage":{"input_tokens":1,"input_tokens_details":{"cached_tokens":2,
                   "cache_write_tokens":1,"cache_write_tokens_details":{"ttl_30m_tokens":0,"ttl_12h_tokens":1}},"output_tokens":3,
                  "output_tokens_details":{"reasoning_tokens":4}},
                 "output":[{"type":"reasoning","id":"a","summary":[{"text":"s"}],"encrypted_content":"e"},
                  {"type":"function_call","id":"b","call_id":"c","name":"n","arguments":"{}","status":"completed",
                   "namespace":"s","async":true,"caller":{"type":"direct"}},
                  {"type":"message","id":"d","role":"assistant","phase":"commentary","content":[{"type":"output_text","text":"t"},
                   {"type":"refusal","refusal":"no"}]},{"type":"new"}]}""".getBytes(StandardCharsets.UTF_8);

        assertEquals(
                reflection.decode(Response.class, document, null),
                ResponsesWire.CODECS.decode(Response.class, document, null));
    }

    private Object sample(Type type) {
        count++;
        if (type instanceof ParameterizedType parameterized) {
            Type element = parameterized.getActualTypeArguments()[0];
            return parameterized.getRawType() == Map.class ? Map.of("k" + count, "v") : List.of(sample(element));
        } else if (type == String.class) {
            return "text " + count;
        } else if (type == long.class || type == Long.class) {
            return (long) count;
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(count);
        } else if (type == Json.class) {
            return Json.parse("" + count);
        } else if (type == SourceText.class) {
            return SourceText.NONE;
        } else if (type == OutputItem.class) {
            return FunctionCall.of("a" + count, "b", "c", "d");
        } else if (type == Boolean.class) {
            return count % 2 == 0;
        } else if (type == Annotation.class) {
            return new Annotation.FilePath("file " + count, count);
        } else if (type == ToolCaller.class) {
            return new ToolCaller.Program("caller " + count);
        } else if (type == double.class || type == Double.class) {
            return count / 2.0;
        } else if (type == Integer.class) {
            return count;
        } else if (type == OutputContent.class) {
            return OutputText.of("text " + count);
        }
        return record((Class<?>) type);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = sample(components[i].getGenericType());
            types[i] = components[i].getType();
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
