package dev.makerai.vectorstores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.BadRequestException;
import dev.makerai.errors.TransportException;
import dev.makerai.errors.WaitTimeoutException;
import dev.makerai.json.Json;
import dev.makerai.pages.ListOptions;
import dev.makerai.wire.ServiceFixture;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class VectorStoresTest extends ServiceFixture {
    private static final Duration LONG = Duration.ofMinutes(5);

    private VectorStores stores;

    @BeforeEach
    void makeService() {
        stores = new VectorStores(transport, polling());
    }

    @Test
    void aStoreIsMadeReadChangedAndDeleted() throws Exception {
        answer("{\"id\":\"vs_1\",\"status\":\"in_progress\",\"created_at\":1700000000}");
        answer(
                "{\"id\":\"vs_1\",\"status\":\"completed\",\"file_counts\":{\"in_progress\":0,\"completed\":2,\"failed\":0,"
                        + "\"cancelled\":0,\"total\":2},\"metadata\":{\"shop\":\"1\"}}");
        answer("{\"id\":\"vs_1\",\"name\":\"New\"}");
        answer("{\"id\":\"vs_1\",\"deleted\":true}");

        VectorStore made = stores.create(VectorStoreRequest.named("Old"));
        VectorStore read = stores.retrieve(made.id());
        VectorStore changed = stores.update("vs_1", VectorStoreRequest.named("New"));
        stores.delete("vs_1");

        assertEquals(VectorStoreStatus.IN_PROGRESS, made.status());
        assertEquals(2, read.fileCounts().completed());
        assertEquals("1", read.metadata().get("shop"));
        assertEquals("New", changed.name());
        assertEquals("POST /v1/vector_stores", nextTarget());
        assertEquals("GET /v1/vector_stores/vs_1", nextTarget());
        assertEquals(Json.parse("{\"name\":\"New\"}"), nextBody());
        assertEquals("DELETE /v1/vector_stores/vs_1", nextTarget());
    }

    @Test
    void aStoreThatIsThereTakesNoFilesByAChange() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> stores.update("vs_1", VectorStoreRequest.create().fileIds(List.of("file-1"))));

        assertTrue(e.getMessage().contains("another file_ids"), e.getMessage());
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void storesAndFilesAreListedByPages() throws Exception {
        answer("{\"data\":[{\"id\":\"vs_1\"}],\"last_id\":\"vs_1\",\"has_more\":true}");
        answer("{\"data\":[{\"id\":\"vs_2\"},{}],\"last_id\":\"vs_2\",\"has_more\":false}");
        answer("{\"data\":[{\"id\":\"file-1\"}],\"has_more\":true}");
        answer("{\"data\":[{\"id\":\"file-2\",\"status\":\"failed\"}],\"has_more\":false}");
        answer("{\"data\":[{\"id\":\"file-3\"}],\"has_more\":false}");
        answer("{\"data\":[],\"has_more\":false}");
        answer("{\"data\":[],\"has_more\":false}");

        assertEquals(
                List.of("vs_1", "vs_2", ""),
                stores.list().stream().map(VectorStore::id).toList());
        VectorStoreFiles files = stores.files("vs_1");
        assertEquals(
                List.of("file-1", "file-2"),
                files.list(VectorStoreStatus.FAILED, ListOptions.DEFAULT.oldestFirst()).stream()
                        .map(VectorStoreFile::id)
                        .toList());
        assertEquals("file-3", files.list().toList().get(0).id());
        VectorStoreFileBatches batches = stores.fileBatches("vs_1");
        assertEquals(List.of(), batches.files("vsfb_1").toList());
        assertEquals(
                List.of(),
                batches.files("vsfb_1", VectorStoreStatus.FAILED, ListOptions.DEFAULT.limit(5))
                        .toList());

        assertEquals("GET /v1/vector_stores", nextTarget());
        assertEquals("GET /v1/vector_stores?after=vs_1", nextTarget());
        assertEquals("GET /v1/vector_stores/vs_1/files?filter=failed&order=asc", nextTarget());
        assertEquals("GET /v1/vector_stores/vs_1/files?filter=failed&order=asc&after=file-1", nextTarget());
        assertEquals("GET /v1/vector_stores/vs_1/files", nextTarget());
        assertEquals("GET /v1/vector_stores/vs_1/file_batches/vsfb_1/files", nextTarget());
        assertEquals("GET /v1/vector_stores/vs_1/file_batches/vsfb_1/files?filter=failed&limit=5", nextTarget());
    }

    @Test
    void aFileIsAttachedAndWaitedFor() throws Exception {
        answer("{\"id\":\"file-1\",\"status\":\"in_progress\"}");
        answer("{\"id\":\"file-1\",\"status\":\"in_progress\"}");
        answer("{\"id\":\"file-1\",\"status\":\"completed\",\"attributes\":{\"material\":\"PETG\",\"year\":2026,"
                + "\"tested\":true}}");

        VectorStoreFiles files = stores.files("vs_1");
        VectorStoreFile begun = files.attach(AttachRequest.of("file-1"));
        VectorStoreFile file = files.await("file-1", LONG).requireCompleted();

        assertEquals(VectorStoreStatus.IN_PROGRESS, begun.status());
        assertEquals("PETG", file.attributes().text("material"));
        assertEquals(new BigDecimal(2026), file.attributes().number("year"));
        assertEquals(true, file.attributes().flag("tested"));
        assertNull(file.attributes().text("year"));
        assertNull(file.attributes().number("colour"));
        assertEquals(List.of(Duration.ofSeconds(1)), pauses);
        assertEquals("POST /v1/vector_stores/vs_1/files", nextTarget());
        assertEquals("GET /v1/vector_stores/vs_1/files/file-1", nextTarget());
    }

    @Test
    void aFileThatFailsSaysWhy() {
        answer("{\"id\":\"file-1\",\"vector_store_id\":\"vs_1\",\"status\":\"failed\",\"last_error\":"
                + "{\"code\":\"unsupported_file\",\"message\":\"No text.\"}}");

        VectorStoreFile file = stores.files("vs_1").await("file-1", LONG);

        assertEquals("unsupported_file", file.lastError().code());
        assertEquals(
                "The file file-1 cannot be searched in the vector store vs_1: it is failed (unsupported_file): No text.",
                assertThrows(FileProcessingException.class, file::requireCompleted)
                        .getMessage());
    }

    @Test
    void aFileThatIsNeverDoneIsWaitedForUntilTheTimeIsOver() {
        for (int i = 0; i < 4; i++) {
            answer("{\"id\":\"file-1\",\"status\":\"in_progress\"}");
        }

        WaitTimeoutException e = assertThrows(
                WaitTimeoutException.class, () -> stores.files("vs_1").await("file-1", Duration.ofSeconds(6)));

        assertEquals("file-1 in_progress", e.id() + " " + e.status());
    }

    @Test
    void filesAreAttachedTogether() throws Exception {
        answer("{\"id\":\"vsfb_1\",\"status\":\"in_progress\"}");
        answer(
                "{\"id\":\"vsfb_1\",\"status\":\"completed\",\"file_counts\":{\"in_progress\":0,\"completed\":1,\"failed\":1,"
                        + "\"cancelled\":0,\"total\":2}}");
        answer("{\"id\":\"vsfb_1\",\"status\":\"completed\"}");
        answer("{\"id\":\"vsfb_1\",\"status\":\"cancelled\"}");

        VectorStoreFileBatches batches = stores.fileBatches("vs_1");
        VectorStoreFileBatch begun = batches.create(List.of(AttachRequest.of("file-1"), AttachRequest.of("file-2")));
        VectorStoreFileBatch batch = batches.await(begun.id(), LONG);

        assertTrue(assertThrows(FileProcessingException.class, batch::requireCompleted)
                .getMessage()
                .contains("failed=1"));
        VectorStoreFileBatch whole = batches.retrieve("vsfb_1");
        assertSame(whole, whole.requireCompleted());
        assertThrows(
                FileProcessingException.class, () -> batches.cancel("vsfb_1").requireCompleted());
        assertEquals(Json.parse("{\"files\":[{\"file_id\":\"file-1\"},{\"file_id\":\"file-2\"}]}"), nextBody());
        assertEquals("GET /v1/vector_stores/vs_1/file_batches/vsfb_1", nextTarget());
        assertEquals("GET /v1/vector_stores/vs_1/file_batches/vsfb_1", nextTarget());
        assertEquals("POST /v1/vector_stores/vs_1/file_batches/vsfb_1/cancel", nextTarget());
        assertThrows(IllegalArgumentException.class, () -> batches.create(List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> batches.create(Collections.nCopies(2001, AttachRequest.of("file-1"))));
    }

    @Test
    void attributesAndTextOfAFileAreSetReadAndTakenOut() throws Exception {
        answer("{\"id\":\"file-1\"}");
        answer("{\"data\":[{\"type\":\"text\",\"text\":\"PETG: 70 °C\"}],\"has_more\":false,\"next_page\":null}");
        answer("{\"id\":\"file-1\",\"deleted\":true}");

        VectorStoreFiles files = stores.files("vs_1");
        VectorStoreFile unused = files.update("file-1", Attributes.NONE.with("year", 2026.5));
        FileContent content = files.content("file-1");
        files.detach("file-1");

        assertEquals("PETG: 70 °C", content.data().get(0).text());
        assertEquals(Json.parse("{\"attributes\":{\"year\":2026.5}}"), nextBody());
        assertEquals("GET /v1/vector_stores/vs_1/files/file-1/content", nextTarget());
        assertEquals("DELETE /v1/vector_stores/vs_1/files/file-1", nextTarget());
    }

    @Test
    void aSearchFindsChunks() throws Exception {
        answer("{\"search_query\":[\"petg temperature\"],\"data\":[{\"file_id\":\"file-1\",\"filename\":\"petg.pdf\","
                + "\"score\":0.9,\"attributes\":{\"year\":2026},\"content\":[{\"type\":\"text\",\"text\":\"a\"},"
                + "{\"type\":\"image\"},{\"type\":\"text\",\"text\":\"b\"}]}],\"has_more\":true,\"next_page\":\"p2\"}");

        SearchResults results = stores.search("vs_1", SearchRequest.of("How hot may PETG get?"));

        SearchResults.Hit hit = results.data().get(0);
        assertEquals("petg.pdf 0.9 a\nb", hit.filename() + " " + hit.score() + " " + hit.text());
        assertEquals(List.of("petg temperature"), results.searchQuery());
        assertEquals("p2", results.nextPage());
        assertEquals(Json.parse("{\"query\":\"How hot may PETG get?\"}"), nextBody());
    }

    @Test
    void aStoreIsWaitedForUntilItHasReadItsFiles() {
        answer("{\"id\":\"vs_1\",\"status\":\"in_progress\"}");
        answer("{\"id\":\"vs_1\",\"status\":\"expired\"}");

        assertEquals(VectorStoreStatus.EXPIRED, stores.await("vs_1", LONG).status());
    }

    @Test
    void anUnknownStoreEndsTheWaitingAtOnce() {
        answer(404, "application/json", "{\"error\":{\"message\":\"No such store\"}}");

        assertThrows(BadRequestException.class, () -> stores.await("vs_9", LONG));
    }

    @Test
    void anInterruptEndsTheWaiting() {
        answer("{\"id\":\"vs_1\",\"status\":\"in_progress\"}");
        Thread.currentThread().interrupt();

        assertThrows(TransportException.class, () -> stores.await("vs_1", LONG));
        assertTrue(Thread.interrupted());
    }

    @Test
    void whatTheServiceWouldRefuseIsRefusedWithItsBound() {
        assertRefused("100 to 4096", () -> ChunkingStrategy.of(99, 0));
        assertRefused("0 to 400", () -> ChunkingStrategy.of(800, 401));
        assertRefused("1 to 365", () -> VectorStoreRequest.create().expiresAfterUnusedDays(366));
        assertRefused("at most 500", () -> VectorStoreRequest.create().fileIds(Collections.nCopies(501, "f")));
        assertRefused("1 to 50", () -> SearchRequest.of("x").maxNumResults(51));
        assertRefused("0 to 1", () -> SearchRequest.of("x").scoreThreshold(Double.NaN));
        assertRefused("at least one", SearchRequest::of);
        assertRefused("at most 512", () -> Attributes.NONE.with("a", "x".repeat(513)));
        assertRefused("1 to 64", () -> Attributes.NONE.with("x".repeat(65), true));
        assertRefused("finite", () -> Attributes.NONE.with("a", Double.NaN));
        assertRefused("at most 16", () -> {
            Attributes attributes = Attributes.NONE;
            for (int i = 0; i < 17; i++) {
                attributes = attributes.with("a" + i, i);
            }
        });
    }

    private static void assertRefused(String bound, Executable misuse) {
        String message = assertThrows(IllegalArgumentException.class, misuse).getMessage();
        assertTrue(message.contains(bound), message);
    }
}
