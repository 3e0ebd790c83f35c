package dev.makerai.batches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import dev.makerai.responses.ResponseRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchWriterTest {
    private static final ResponseRequest REQUEST =
            ResponseRequest.builder("gpt-6-luna").input("Hello").build();

    @TempDir
    Path folder;

    private static String refusal(BatchWriter writer, BatchLine line) {
        return assertThrows(IllegalArgumentException.class, () -> writer.add(line))
                .getMessage();
    }

    @Test
    void linesAreWrittenIntoAFile() throws IOException {
        Path file = folder.resolve("batch.jsonl");
        try (BatchWriter writer = BatchWriter.to(file)) {
            assertNull(writer.endpoint());
            writer.add("a", REQUEST);
            writer.add("b", REQUEST);
            assertEquals(2, writer.lines());
            assertEquals(BatchEndpoint.RESPONSES, writer.endpoint());
            writer.close();
            assertEquals(writer.bytes(), Files.size(file));
        }

        assertEquals("""
                {"custom_id":"a","method":"POST","url":"/v1/responses","body":{"model":"gpt-6-luna","input":"Hello"}}
                {"custom_id":"b","method":"POST","url":"/v1/responses","body":{"model":"gpt-6-luna","input":"Hello"}}
                """, Files.readString(file));
    }

    @Test
    void aRefusedLineIsLeftOutAndTheFileGoesOn() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BatchWriter writer = BatchWriter.to(out)) {
            writer.add("a", REQUEST);
            assertTrue(refusal(writer, BatchLine.of("a", REQUEST)).contains("\"a\" is in the batch already"));
            BatchLine other = new BatchLine("b", BatchEndpoint.EMBEDDINGS, Json.parse("{}"));
            assertTrue(refusal(writer, other).contains("for /v1/embeddings, those before for /v1/responses"));
            writer.add("c", REQUEST);
        }

        assertEquals(2, out.toString(StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void theBoundsAreNamed() {
        assertEquals(200_000_000, BatchWriter.MAX_BYTES);
        try (BatchWriter writer = new BatchWriter(OutputStream.nullOutputStream(), 200)) {
            BatchLine small = new BatchLine("1", BatchEndpoint.RESPONSES, Json.parse("{}"));
            BatchLine large =
                    new BatchLine("2", BatchEndpoint.RESPONSES, Json.parse("{\"input\":\"" + "x".repeat(100) + "\"}"));
            writer.add(small);
            assertTrue(refusal(writer, large).contains("at most 200 bytes, which line 2 would exceed"));
            writer.add(new BatchLine("2", BatchEndpoint.RESPONSES, Json.parse("{}")));
        }
        try (BatchWriter writer = BatchWriter.to(OutputStream.nullOutputStream())) {
            Json body = Json.parse("{}");
            for (int i = 0; i < BatchWriter.MAX_LINES; i++) {
                writer.add(new BatchLine("line " + i, BatchEndpoint.RESPONSES, body));
            }
            assertTrue(refusal(writer, new BatchLine("b", BatchEndpoint.RESPONSES, body))
                    .contains("at most 50000 lines"));
        }
    }

    @Test
    void aLineNeedsAnIdAndAnObject() {
        assertThrows(IllegalArgumentException.class, () -> BatchLine.of(" ", REQUEST));
        assertThrows(
                IllegalArgumentException.class, () -> new BatchLine("a", BatchEndpoint.RESPONSES, Json.parse("[]")));
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() {
        UncheckedIOException e = assertThrows(
                UncheckedIOException.class,
                () -> BatchWriter.to(folder.resolve("nowhere").resolve("batch.jsonl")));

        assertTrue(e.getMessage().contains("nowhere"), e.getMessage());
    }
}
