package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.audio.SpeechRequest;
import dev.makerai.audio.TranscriptionRequest;
import dev.makerai.audio.Voice;
import dev.makerai.batches.Batch;
import dev.makerai.batches.BatchEndpoint;
import dev.makerai.batches.BatchJob;
import dev.makerai.batches.BatchOutput;
import dev.makerai.batches.BatchRequest;
import dev.makerai.batches.BatchResult;
import dev.makerai.batches.BatchResults;
import dev.makerai.batches.BatchWriter;
import dev.makerai.json.Json;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.SearchFilter;
import dev.makerai.vectorstores.AttachRequest;
import dev.makerai.vectorstores.Attributes;
import dev.makerai.vectorstores.ChunkingStrategy;
import dev.makerai.vectorstores.SearchRequest;
import dev.makerai.vectorstores.SearchResults;
import dev.makerai.vectorstores.VectorStore;
import dev.makerai.vectorstores.VectorStoreFiles;
import dev.makerai.vectorstores.VectorStoreRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of {@code dev.makerai.batches}, {@code dev.makerai.vectorstores} and {@code dev.makerai.audio}. */
class ServiceSnippetsTest {
    private static final String BATCH = "{\"id\":\"batch_1\",\"status\":\"completed\",\"output_file_id\":\"file-out\"}";
    private static final String LINE = " {\"custom_id\":\"1\",\"response\":{\"status_code\":200,\"body\":{\"output\":["
            + "{\"type\":\"message\",\"id\":\"m\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\","
            + "\"text\":\"ASA\"}]}]}}}\n";

    @TempDir
    Path folder;

    private final ScriptedService service = new ScriptedService();
    private final MakerAi ai = service.ai();

    @Test
    void aHundredRequestsAreSubmittedAndReadInAFewLines() {
        service.then("{\"id\":\"file-in\"}").then(BATCH).then(BATCH).then(LINE);
        List<ResponseRequest> requests =
                List.of(ResponseRequest.builder("gpt-6-luna").input("Hi").build());
        List<String> texts = new ArrayList<>();

        BatchJob job = ai.batches().submit(requests);
        try (BatchResults results = job.results(Duration.ofHours(25))) {
            for (BatchResult result : results) {
                texts.add(result.isOk() ? result.response().outputText() : "failed: " + result.customId());
            }
        }

        assertEquals(List.of("ASA"), texts);
    }

    @Test
    void aBatchIsBegunFromAFileWithMarksAndAnEnd() {
        BatchRequest request = BatchRequest.of("file-1", BatchEndpoint.RESPONSES)
                .metadata(Map.of("order", "42"))
                .outputExpiresAfter(Duration.ofDays(7));

        assertTrue(request.toJson().text().contains("\"seconds\":604800"));
    }

    @Test
    void theFileOfABatchIsWrittenLineByLine() throws Exception {
        Path file = folder.resolve("batch.jsonl");
        List<String> parts = List.of("bracket", "clip");

        try (BatchWriter writer = BatchWriter.to(file)) {
            for (String part : parts) {
                writer.add(
                        part,
                        ResponseRequest.builder("gpt-6-luna")
                                .input("Describe " + part)
                                .build());
            }
        }

        assertEquals(2, Files.readAllLines(file).size());
    }

    @Test
    void anOutputFileIsReadLineByLine() {
        service.then(LINE);
        List<String> done = new ArrayList<>();
        Batch batch = Batch.of(Json.parse(BATCH));

        try (BatchOutput output = ai.batches().output(batch.outputFileId())) {
            for (BatchOutput.Line line : output) {
                if (line instanceof BatchOutput.Read read) {
                    done.add(read.result().customId());
                }
            }
        }

        assertEquals(List.of("1"), done);
    }

    @Test
    void aStoreIsFilledAndSearched() {
        service.then("{\"id\":\"vs_1\"}")
                .then("{\"id\":\"file-1\",\"status\":\"in_progress\"}")
                .then("{\"id\":\"file-1\",\"status\":\"completed\"}")
                .then("{\"data\":[{\"filename\":\"petg.pdf\",\"content\":[{\"type\":\"text\",\"text\":\"70\"}]}]}");

        VectorStore store = ai.vectorStores().create(VectorStoreRequest.named("Filament data sheets"));
        VectorStoreFiles files = ai.vectorStores().files(store.id());
        files.attach(AttachRequest.of("file-1"));
        files.await("file-1", Duration.ofMinutes(5)).requireCompleted();
        SearchResults results = ai.vectorStores().search(store.id(), SearchRequest.of("How hot may PETG get?"));

        assertEquals("70", results.data().get(0).text());
    }

    @Test
    void aStoreIsMadeWithFilesAndAnEnd() {
        VectorStoreRequest request = VectorStoreRequest.named("Filament data sheets")
                .fileIds(List.of("file-1", "file-2"))
                .expiresAfterUnusedDays(30);

        assertTrue(request.toJson().text().contains("\"days\":30"));
    }

    @Test
    void aFileIsAttachedWithAttributes() {
        AttachRequest request = AttachRequest.of("file-1")
                .attributes(Attributes.NONE.with("material", "PETG"))
                .chunkingStrategy(ChunkingStrategy.of(400, 100));
        Attributes attributes =
                Attributes.NONE.with("material", "PETG").with("year", 2026).with("tested", true);

        assertTrue(request.toJson().text().contains("\"chunk_overlap_tokens\":100"));
        assertEquals("{\"material\":\"PETG\",\"year\":2026,\"tested\":true}", attributes.toString());
    }

    @Test
    void aSearchLooksIntoSomeFilesOnly() {
        SearchRequest request = SearchRequest.of("How hot may PETG get?")
                .filters(SearchFilter.eq("material", "PETG"))
                .maxNumResults(5)
                .scoreThreshold(0.4);
        SearchFilter filter =
                SearchFilter.and(SearchFilter.in("material", List.of("PETG", "ASA")), SearchFilter.gte("year", 2024));

        assertTrue(request.toJson().text().contains("\"score_threshold\":0.4"));
        assertTrue(filter.value().text().contains("[\"PETG\",\"ASA\"]"));
    }

    @Test
    void speechIsWrittenDownAndSpoken() throws Exception {
        service.then("{\"text\":\"PETG, please.\"}").then("sound");
        Path recording = Files.writeString(folder.resolve("note.wav"), "RIFF");

        String note = ai.audio().transcribe(recording).text();
        SpeechRequest request = SpeechRequest.of("gpt-4o-mini-tts", Voice.CORAL, "Your print is done.");
        ai.audio().speak(request, folder.resolve("done.mp3"));

        assertEquals("PETG, please.", note);
        assertEquals("sound", Files.readString(folder.resolve("done.mp3")));
    }

    @Test
    void speechIsAskedForInMoreWords() throws Exception {
        Path recording = Files.writeString(folder.resolve("note.wav"), "RIFF");

        TranscriptionRequest request = TranscriptionRequest.of(recording)
                .language("de")
                .prompt("A note of a 3D printing shop: PETG, ASA, brim, first layer.");

        assertTrue(request.toString().contains("brim"));
    }

    @Test
    void aVoiceIsToldHowToSpeak() {
        SpeechRequest request = SpeechRequest.of("gpt-4o-mini-tts", Voice.CORAL, "Your print is done.")
                .instructions("Calm and friendly.")
                .format(SpeechRequest.Format.WAV);

        assertTrue(request.toJson().text().contains("\"response_format\":\"wav\""));
    }
}
