package dev.makerai.batches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.BadRequestException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.errors.WaitTimeoutException;
import dev.makerai.json.Json;
import dev.makerai.pages.ListOptions;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.wire.ServiceFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchesTest extends ServiceFixture {
    private static final Duration LONG = Duration.ofHours(25);
    private static final ResponseRequest REQUEST =
            ResponseRequest.builder("gpt-6-luna").input("Hello").build();

    private Batches batches;

    @BeforeEach
    void makeService() {
        batches = new Batches(transport, polling());
    }

    private void answerBatch(String status, String more) {
        answer("{\"id\":\"batch_1\",\"object\":\"batch\",\"input_file_id\":\"file-in\",\"status\":\"" + status + "\""
                + more + "}");
    }

    private void answerSubmission() {
        answer("{\"id\":\"file-in\",\"object\":\"file\"}");
        answerBatch("validating", "");
    }

    private BatchJob submit(String... customIds) throws InterruptedException {
        answerSubmission();
        Map<String, ResponseRequest> requests = new LinkedHashMap<>();
        for (String customId : customIds) {
            requests.put(customId, REQUEST);
        }
        BatchJob job = batches.submit(requests);
        nextTarget();
        nextTarget();
        return job;
    }

    private static String line(String customId, String text) {
        return "{\"id\":\"batch_req_1\",\"custom_id\":\"" + customId
                + "\",\"response\":{\"status_code\":200,\"request_id\":\"req_9\",\"body\":"
                + "{\"object\":\"response\",\"status\":\"completed\",\"output\":[{\"type\":\"message\",\"id\":\"m\","
                + "\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"" + text
                + "\"}]}]}},\"error\":null}\n";
    }

    private static String errorLine(String customId, String code) {
        return "{\"id\":\"r\",\"custom_id\":\"" + customId + "\",\"response\":null,\"error\":{\"code\":\"" + code
                + "\",\"message\":\"It was not done.\"}}\n";
    }

    private void answerFile(String content) {
        answer(200, "application/octet-stream", content);
    }

    @Test
    void requestsAreUploadedAndABatchIsBegun() throws Exception {
        answerSubmission();

        BatchJob job = batches.submitLines(
                List.of(BatchLine.of("a", REQUEST), BatchLine.of("b", REQUEST)),
                it -> it.metadata(Map.of("order", "42")));

        assertEquals("batch_1", job.id());
        RecordedRequest upload = server.takeRequest();
        assertEquals("POST /v1/files", upload.getMethod() + " " + upload.getTarget());
        String form = upload.getBody().utf8();
        assertTrue(form.contains("name=\"purpose\""), form);
        assertTrue(form.contains("\r\n\r\nbatch\r\n"), form);
        assertTrue(form.contains("name=\"file\"; filename=\"batch.jsonl\""), form);
        assertTrue(form.contains(BatchLine.of("a", REQUEST).toJson().text() + "\n"), form);
        RecordedRequest create = server.takeRequest();
        assertEquals("POST /v1/batches", create.getMethod() + " " + create.getTarget());
        assertEquals(
                "{\"input_file_id\":\"file-in\",\"endpoint\":\"/v1/responses\",\"completion_window\":\"24h\","
                        + "\"metadata\":{\"order\":\"42\"}}",
                create.getBody().utf8());
    }

    @Test
    void resultsComeInTheOrderOfTheRequestsWhateverBecameOfThem() throws Exception {
        BatchJob job = submit("a", "b", "c", "d");
        answerBatch("in_progress", "");
        answerBatch("completed", ",\"output_file_id\":\"file-out\",\"error_file_id\":\"file-err\"");
        answerFile(line("c", "third") + line("a", "first"));
        answerFile("{\"custom_id\":\"b\",\"response\":{\"status_code\":400,\"request_id\":\"req_2\",\"body\":"
                + "{\"error\":{\"message\":\"No such model.\"}}}}\n" + errorLine("d", "request_timeout"));

        try (BatchResults results = job.results(LONG)) {
            List<String> seen = new ArrayList<>();
            for (BatchResult result : results) {
                seen.add(result.customId()
                        + (result.isOk() ? ": " + result.response().outputText() : " failed"));
            }
            assertEquals(List.of("a: first", "b failed", "c: third", "d failed"), seen);
            assertEquals(List.of(), results.missing());
            assertEquals(List.of(), results.oddLines());
            assertEquals(400, results.get("b").statusCode());
            assertEquals(
                    "The request \"b\" of the batch was answered with HTTP 400: No such model. (request id req_2)",
                    assertThrows(
                                    BatchItemException.class,
                                    () -> results.get("b").response())
                            .getMessage());
            assertEquals(
                    "The request \"d\" of the batch was not answered (request_timeout): It was not done.",
                    assertThrows(
                                    BatchItemException.class,
                                    () -> results.get("d").response())
                            .getMessage());
            assertThrows(IllegalArgumentException.class, () -> results.get("e"));
        }
        assertEquals(List.of(Duration.ofSeconds(1)), pauses);
    }

    @Test
    void linesThatAreBrokenUnknownOrDoubleSpareTheOthers() throws Exception {
        BatchJob job = submit("a", "b", "c");
        answerBatch("completed", ",\"output_file_id\":\"file-out\"");
        answerFile("\n{\"custom_id\":\n" + line("a", "first") + line("a", "again") + line("x", "whose?")
                + "{\"id\":\"r\"}\n" + line("b", "second").strip());

        try (BatchResults results = job.results(LONG)) {
            assertEquals("first", results.get("a").response().outputText());
            assertEquals("second", results.get("b").response().outputText());
            assertEquals(List.of("c"), results.missing());
            assertEquals(
                    "The request \"c\" of the batch has no result: the files of the batch do not name it",
                    assertThrows(
                                    BatchItemException.class,
                                    () -> results.get("c").response())
                            .getMessage());
            assertEquals(
                    List.of("2 null", "4 a", "5 x", "6 null"),
                    results.oddLines().stream()
                            .map(it -> it.number() + " " + it.customId())
                            .toList());
            assertTrue(results.oddLines().get(0).problem().startsWith("The JSON ends too early"));
            assertEquals("file-out", results.oddLines().get(0).fileId());
        }
    }

    @Test
    void aBatchThatWasRefusedSaysWhichLinesAreToBlame() throws Exception {
        BatchJob job = submit("a");
        answerBatch("failed", """
                ,"errors":{"object":"list","data":[{"code":"invalid_json_line","message":"No JSON.","line":3},
                {"code":"x"},{"message":"Three."},{"message":"Four."}]}""");

        BatchFailedException e = assertThrows(BatchFailedException.class, () -> job.results(LONG));

        assertEquals(
                "The file of the batch batch_1 was refused, so nothing was done. Mend it and submit a new batch:"
                        + " line 3: No JSON.; x; Three.; and 1 more",
                e.getMessage());
        assertEquals(BatchStatus.FAILED, e.batch().status());
    }

    @Test
    void ofABatchThatExpiredOrWasCancelledThereIsWhatWasDone() throws Exception {
        for (String status : List.of("expired", "cancelled")) {
            BatchJob job = submit("a", "b");
            answerBatch(status, ",\"output_file_id\":\"file-out\",\"error_file_id\":\"file-err\"");
            answerFile(line("a", "first"));
            answerFile(errorLine("b", "batch_" + status));

            try (BatchResults results = job.results(LONG)) {
                assertEquals(new BatchStatus(status), results.batch().status());
                assertEquals("first", results.get("a").response().outputText());
                assertEquals("batch_" + status, results.get("b").error().code());
            }
            for (int i = 0; i < 3; i++) {
                nextTarget();
            }
        }
    }

    @Test
    void aBatchThatNeverEndsIsWaitedForUntilTheTimeIsOver() throws Exception {
        BatchJob job = submit("a");
        for (String status : List.of("validating", "in_progress", "x_new", "finalizing", "cancelling")) {
            answerBatch(status, "");
        }

        WaitTimeoutException e = assertThrows(WaitTimeoutException.class, () -> job.await(Duration.ofMillis(11_000)));

        assertEquals("batch_1 cancelling", e.id() + " " + e.status());
    }

    @Test
    void aBatchIsResumedByItsIdWithTheOrderOfItsFile() throws Exception {
        answerBatch("completed", ",\"output_file_id\":\"file-out\"");
        answerFile("\ufeff{\"custom_id\":\"b\",\"body\":{}}\r\n\r\n{\"custom_id\":\"a\"}\nno json\n{}");
        answerFile(line("a", "first") + line("b", "second"));

        try (BatchResults results = batches.resume("batch_1").results(LONG)) {
            assertEquals(List.of("b", "a"), results.customIds());
            assertEquals("second", results.iterator().next().response().outputText());
        }
        assertEquals("GET /v1/batches/batch_1", nextTarget());
        assertEquals("GET /v1/files/file-in/content", nextTarget());
        assertEquals("GET /v1/files/file-out/content", nextTarget());
    }

    @Test
    void aBatchWhoseFileIsGoneIsResumedWithIdsOfOnesOwn() {
        answerBatch("completed", ",\"output_file_id\":\"file-out\"");
        answer(404, "application/json", "{\"error\":{\"message\":\"No such File object\"}}");
        assertThrows(BadRequestException.class, () -> batches.resume("batch_1").results(LONG));

        answerBatch("completed", ",\"output_file_id\":\"file-out\"");
        answerFile(line("a", "first"));
        try (BatchResults results = batches.resume("batch_1", List.of("a")).results(LONG)) {
            assertEquals("first", results.get("a").response().outputText());
        }
    }

    @Test
    void anIdThatIsGivenTwiceHasOneResult() {
        answerBatch("completed", ",\"output_file_id\":\"file-out\"");
        answerFile(line("a", "first"));
        try (BatchResults results = batches.resume("batch_1", List.of("a", "a")).results(LONG)) {
            assertEquals(List.of("a"), results.customIds());
        }
    }

    @Test
    void aDownloadThatBreaksOffIsSaid() throws Exception {
        BatchJob job = submit("a");
        answerBatch("completed", ",\"output_file_id\":\"file-out\"");
        cutAnswer("application/octet-stream", line("a", "first").repeat(5000));

        TransportException e = assertThrows(TransportException.class, () -> job.results(LONG));

        assertTrue(e.getMessage().contains("broke off"), e.getMessage());
    }

    @Test
    void anInterruptEndsTheWaiting() throws Exception {
        BatchJob job = submit("a");
        answerBatch("in_progress", "");
        Thread.currentThread().interrupt();

        TransportException e = assertThrows(TransportException.class, () -> job.await(LONG));

        assertTrue(Thread.interrupted());
        assertTrue(e.getMessage().contains("interrupted"), e.getMessage());
    }

    @Test
    void aServiceThatIsDownForAWhileDoesNotEndTheWaiting() throws Exception {
        BatchJob job = submit("a");
        answer(503, "application/json", "{}");
        answerBatch("in_progress", "");
        answer(429, "application/json", "{}");
        answerBatch("completed", "");

        assertEquals(BatchStatus.COMPLETED, job.await(LONG).status());
    }

    @Test
    void whatIsNoBatchAtAllIsNotSubmitted() {
        assertThrows(IllegalArgumentException.class, () -> batches.submit(List.of()));
        assertEquals(0, server.getRequestCount());
    }

    record Quote(String part) {}

    @Test
    void resultsCanBeValues() throws Exception {
        answerSubmission();
        BatchJob job = batches.submit(List.of(REQUEST, REQUEST, REQUEST), Quote.class);
        String form = server.takeRequest().getBody().utf8();
        assertTrue(form.contains("{\"custom_id\":\"3\""), form);
        assertTrue(form.contains("\"format\":{\"type\":\"json_schema\",\"name\":\"Quote\""), form);
        answerBatch("completed", ",\"output_file_id\":\"file-out\"");
        answerFile(line("1", "{\\\"part\\\":\\\"bracket\\\"}")
                + line("2", "x").replace("\"completed\"", "\"failed\",\"error\":{\"message\":\"Too hot.\"}")
                + line("3", "x").replace("\"output_text\",\"text\"", "\"refusal\",\"refusal\""));

        try (BatchResults results = job.results(LONG)) {
            assertEquals(new Quote("bracket"), results.get("1").value(Quote.class));
            assertEquals(
                    "The request \"2\" of the batch has an answer that is not whole (status failed): Too hot."
                            + " (request id req_9)",
                    assertThrows(
                                    BatchItemException.class,
                                    () -> results.get("2").value(Quote.class))
                            .getMessage());
            assertEquals(
                    "The request \"3\" of the batch was declined by the model: x (request id req_9)",
                    assertThrows(
                                    BatchItemException.class,
                                    () -> results.get("3").value(Quote.class))
                            .getMessage());
        }
    }

    @Test
    void batchesAreListedByPagesAndStopped() throws Exception {
        answer("{\"object\":\"list\",\"data\":[{\"id\":\"batch_1\"}],\"last_id\":\"batch_1\",\"has_more\":true}");
        answer("{\"object\":\"list\",\"data\":[{\"id\":\"batch_2\",\"status\":\"completed\"}],\"has_more\":false}");
        answerBatch("cancelling", "");
        answerBatch("in_progress", "");
        answerBatch("validating", "");

        assertEquals(
                List.of("batch_1", "batch_2"),
                batches.list(ListOptions.DEFAULT.limit(1)).stream()
                        .map(Batch::id)
                        .toList());
        BatchJob job = batches.resume("batch_1");
        assertFalse(job.cancel().status().isEnd());
        assertEquals(BatchStatus.IN_PROGRESS, job.retrieve().status());
        Batch created = batches.create(BatchRequest.of("file-in", BatchEndpoint.RESPONSES));

        assertEquals("batch_1", created.id());
        assertEquals("GET /v1/batches?limit=1", nextTarget());
        assertEquals("GET /v1/batches?limit=1&after=batch_1", nextTarget());
        assertEquals("POST /v1/batches/batch_1/cancel", nextTarget());
        assertEquals("GET /v1/batches/batch_1", nextTarget());
    }

    @Test
    void aFileIsReadOnceAndLineByLine() {
        answerFile(line("a", "first") + "{]\n");

        try (BatchOutput output = batches.output("file-out")) {
            List<BatchOutput.Line> lines = new ArrayList<>();
            output.forEach(lines::add);

            assertEquals("a", ((BatchOutput.Read) lines.get(0)).result().customId());
            BatchOutput.Broken broken = (BatchOutput.Broken) lines.get(1);
            assertEquals(2, broken.number());
            assertEquals("{]", broken.problem().text());
            assertThrows(IllegalStateException.class, output::iterator);
        }
    }

    @Test
    void aLineThatIsTooLongIsPassedOver() {
        answerFile("x".repeat(300_000) + "\n" + line("a", "first"));

        try (BatchOutput output =
                new BatchOutput(new FileLines(transport.download(transport.url("files", "f", "content")), 1000))) {
            List<BatchOutput.Line> lines = new ArrayList<>();
            output.forEach(lines::add);

            assertTrue(
                    ((BatchOutput.Broken) lines.get(0)).problem().getMessage().contains("longer than 1000 bytes"));
            assertEquals("a", ((BatchOutput.Read) lines.get(1)).result().customId());
            assertEquals(2, lines.get(1).number());
        }
    }

    @Test
    void aKeyInABrokenLineIsNotShown() {
        answerFile("{\"key\":\"" + KEY + "\"\n");

        try (BatchOutput output = batches.output("file-out")) {
            BatchOutput.Broken broken = (BatchOutput.Broken) output.iterator().next();
            assertFalse((broken.problem() + broken.problem().text()).contains(KEY));
        }
    }

    @Test
    void anAnswerThatIsNoBatchIsRefused() {
        answer("[]");

        assertThrows(DecodeException.class, () -> batches.retrieve("batch_1"));
        assertThrows(DecodeException.class, () -> Batch.of(Json.parse("5")));
    }
}
