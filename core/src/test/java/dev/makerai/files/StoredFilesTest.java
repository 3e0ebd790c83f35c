package dev.makerai.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.makerai.MakerAi;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.ServerException;
import dev.makerai.errors.TransportException;
import dev.makerai.pages.ListOptions;
import dev.makerai.wire.BadServer;
import dev.makerai.wire.RestFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredFilesTest extends RestFixture {
    private static final String FILE = """
            {"id":"file-1","object":"file","bytes":5,"created_at":1677610602,"expires_at":1677614202,
             "filename":"a.txt","purpose":"user_data"}""";

    @TempDir
    Path folder;

    @Test
    void whatIsNoListIsNotTakenForAnEmptyOne() {
        for (String body : List.of("{}", "{\"data\":null}", "{\"error\":{\"message\":\"boom\"}}")) {
            answer(body);
            assertThrows(DecodeException.class, () -> ai.files().list().toList());
        }
        answer("{\"error\":{\"message\":\"boom\"}}");
        DecodeException e = assertThrows(DecodeException.class, () -> ai.files().retrieve("file-1"));
        assertTrue(e.getMessage().contains("an error and not with an answer"), e.getMessage());
    }

    @Test
    void aFileOnDiskIsUploadedUnderItsName() throws Exception {
        answer(FILE);
        Path bed = Files.write(folder.resolve("bed.jpg"), bytes(100_000));

        FileObject file = ai.files().upload(bed, FilePurpose.USER_DATA);

        assertEquals("file-1", file.id());
        assertEquals(5, file.bytes());
        assertEquals(FilePurpose.USER_DATA, file.purpose());
        assertEquals(Instant.ofEpochSecond(1677614202), file.expiresAt());
        RecordedRequest request = server.takeRequest();
        assertEquals("POST /v1/files", lineOf(request));
        Map<String, ByteString> form = formOf(request);
        assertEquals(
                List.of("form-data; name=\"purpose\"", "form-data; name=\"file\"; filename=\"bed.jpg\""),
                List.copyOf(form.keySet()));
        assertEquals("user_data", form.get("form-data; name=\"purpose\"").utf8());
        assertArrayEquals(
                bytes(100_000),
                form.get("form-data; name=\"file\"; filename=\"bed.jpg\"").toByteArray());
        assertTrue(request.getBody().utf8().contains("Content-Type: image/jpeg\r\n"));
    }

    @Test
    void aStreamIsUploadedWithoutKnowingItsLength() throws Exception {
        answer(FILE);
        List<Long> totals = new ArrayList<>();
        FileUpload upload = FileUpload.of("a.bin", new ByteArrayInputStream(bytes(300_000)), FilePurpose.EVALS)
                .withExpiresAfter(Duration.ofHours(1));

        ai.files().upload(upload, (bytes, total) -> totals.add(total));

        RecordedRequest request = server.takeRequest();
        Map<String, ByteString> form = formOf(request);
        assertArrayEquals(
                bytes(300_000),
                form.get("form-data; name=\"file\"; filename=\"a.bin\"").toByteArray());
        assertEquals(
                "created_at",
                form.get("form-data; name=\"expires_after[anchor]\"").utf8());
        assertEquals(
                "3600", form.get("form-data; name=\"expires_after[seconds]\"").utf8());
        assertEquals("chunked", request.getHeaders().get("Transfer-Encoding"));
        assertEquals(List.of(-1L), totals.stream().distinct().toList());
    }

    @Test
    void noNameOfAFileEscapesTheForm() throws Exception {
        answer(FILE);
        String name = "bä\"d\r\nX-Evil: 1\r\n\r\n--x\u0000\u0007.txt";

        ai.files().upload(FileUpload.of(name, "hello".getBytes(UTF_8), FilePurpose.USER_DATA));

        Map<String, ByteString> form = formOf(server.takeRequest());
        assertEquals(
                List.of(
                        "form-data; name=\"purpose\"",
                        "form-data; name=\"file\"; filename=\"bä%22d%0D%0AX-Evil: 1%0D%0A%0D%0A--x__.txt\""),
                List.copyOf(form.keySet()));
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeAnythingIsSent() throws Exception {
        Path large = folder.resolve("large.stl");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(StoredFiles.MAX_BYTES + 1);
        }

        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> ai.files().upload(large, FilePurpose.USER_DATA));

        assertTrue(e.getMessage().contains("large.stl has 536870913 bytes"), e.getMessage());
        assertTrue(e.getMessage().contains("512 MB") && e.getMessage().contains("uploadLarge"), e.getMessage());
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void whatIsNoReadableFileIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> FileContent.of(folder));
        assertThrows(UncheckedIOException.class, () -> FileContent.of(folder.resolve("missing")));
        assertThrows(IllegalArgumentException.class, () -> FileContent.of(" ", new byte[1]));
        FileUpload upload = FileUpload.of("a", new byte[1], FilePurpose.BATCH);
        for (Duration time : List.of(Duration.ofMinutes(59), Duration.ofDays(31))) {
            assertThrows(IllegalArgumentException.class, () -> upload.withExpiresAfter(time));
        }
    }

    @Test
    void aFileThatBecomesShorterIsAFaultOfTheFileAndNotTriedAgain() throws Exception {
        Path log = Files.write(folder.resolve("print.log"), bytes(1000));
        FileUpload upload = FileUpload.of(log, FilePurpose.USER_DATA);
        Files.write(log, bytes(400));

        UncheckedIOException e =
                assertThrows(UncheckedIOException.class, () -> ai.files().upload(upload));

        assertTrue(e.getMessage().contains("print.log") && e.getMessage().contains("400 of 1000"), e.getMessage());
    }

    @Test
    void aFileThatIsGoneIsAFaultOfTheFile() throws Exception {
        Path log = Files.write(folder.resolve("print.log"), bytes(1000));
        FileUpload upload = FileUpload.of(log, FilePurpose.USER_DATA);
        Files.delete(log);

        UncheckedIOException e =
                assertThrows(UncheckedIOException.class, () -> ai.files().upload(upload));

        assertTrue(e.getMessage().contains("print.log"), e.getMessage());
    }

    @Test
    void aFileIsReadAnewForAnotherTryButAStreamIsNot() throws Exception {
        refuse(503);
        answer(FILE);
        refuse(503);
        Path log = Files.write(folder.resolve("print.log"), bytes(1000));

        assertEquals("file-1", ai.files().upload(log, FilePurpose.USER_DATA).id());
        assertThrows(
                ServerException.class,
                () -> ai.files()
                        .upload(FileUpload.of("a", new ByteArrayInputStream(bytes(10)), FilePurpose.USER_DATA)));

        long first = server.takeRequest().getBodySize();
        assertEquals(first, server.takeRequest().getBodySize());
        assertEquals(3, server.getRequestCount());
    }

    @Test
    void aStreamIsClosed() throws Exception {
        answer(FILE);
        List<String> closed = new ArrayList<>();
        InputStream stream = new ByteArrayInputStream(bytes(10)) {
            @Override
            public void close() {
                closed.add("closed");
            }
        };

        ai.files().upload(FileUpload.of("a", stream, FilePurpose.USER_DATA));

        assertEquals(List.of("closed"), closed);
    }

    @Test
    void anUploadThatIsCutIsTriedAgain() throws Exception {
        Path large = Files.write(folder.resolve("a.bin"), bytes(3_000_000));
        try (BadServer bad = new BadServer(
                BadServer.cutAfter(100_000),
                BadServer.answer(
                        "HTTP/1.1 200 OK\nContent-Length: " + FILE.getBytes(UTF_8).length, FILE.getBytes(UTF_8)))) {
            MakerAi patient = client().baseUrl(bad.baseUrl()).build();

            assertEquals(
                    "file-1",
                    patient.files().upload(large, FilePurpose.USER_DATA).id());
        }
    }

    @Test
    void aLargeFileIsNeverHeldInMemory() throws Exception {
        long length = 200L * 1024 * 1024;
        Path large = folder.resolve("large.stl");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(length);
        }
        try (BadServer server =
                new BadServer(BadServer.answer("HTTP/1.1 200 OK\nContent-Length: 2", new byte[] {'{', '}'}))) {
            MakerAi client = client().baseUrl(server.baseUrl()).build();
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

            client.files().upload(large, FilePurpose.USER_DATA);

            long allocated =
                    threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            assertTrue(allocated < length / 4, () -> allocated + " bytes were allocated");
            assertTrue(server.received() > length, () -> "only " + server.received());
        }
    }

    @Test
    void whatTheProgressThrowsReachesTheCallerAndLeavesTheClientUsable() throws Exception {
        answer(FILE);
        answer(FILE);
        FileUpload upload = FileUpload.of("a.bin", bytes(3_000_000), FilePurpose.USER_DATA);
        for (Throwable thrown : List.of(new IllegalStateException("enough"), new StackOverflowError())) {
            Throwable caught = assertThrows(
                    thrown.getClass(),
                    () -> ai.files().upload(upload, (bytes, total) -> {
                        if (bytes > 1_000_000) {
                            throwIt(thrown);
                        }
                    }));
            assertSame(thrown, caught);
        }
        answer(FILE);
        answer(FILE);

        assertEquals("file-1", ai.files().upload(upload).id());
    }

    @Test
    void anUploadThatTheProgressEndsIsReportedOnce() {
        answer(FILE);
        List<String> reports = new ArrayList<>();
        MakerAi listened = client().requestListener(it -> reports.add(it.attempt() + " " + it.failure()))
                .build();

        assertThrows(
                IllegalStateException.class,
                () -> listened.files().upload(FileUpload.of("a", bytes(10), FilePurpose.USER_DATA), (bytes, total) -> {
                    throw new IllegalStateException("enough");
                }));

        assertEquals(List.of("1 IllegalStateException"), reports);
    }

    private static void throwIt(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    @Test
    void anUploadMayTakeLongerThanTheTimeoutWhileItMoves() {
        answer(FILE);
        MakerAi hasty = client().timeout(Duration.ofSeconds(1)).maxRetries(0).build();
        FileUpload upload = FileUpload.of("a.bin", bytes(200_000), FilePurpose.USER_DATA);
        List<Long> moved = new ArrayList<>();

        FileObject file = hasty.files().upload(upload, (bytes, total) -> {
            moved.add(bytes);
            if (moved.size() <= 3) {
                sleep(Duration.ofMillis(400));
            }
        });

        assertEquals("file-1", file.id());
        assertTrue(moved.size() >= 3, () -> "only " + moved);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void interruptingTheThreadEndsAnUpload() {
        answer(FILE);
        FileUpload upload = FileUpload.of("a.bin", bytes(3_000_000), FilePurpose.USER_DATA);

        TransportException e = assertThrows(
                TransportException.class,
                () -> ai.files()
                        .upload(upload, (bytes, total) -> Thread.currentThread().interrupt()));

        assertTrue(Thread.interrupted());
        assertTrue(e.getMessage().contains("interrupted"), e.getMessage());
    }

    @Test
    void filesAreListedByPurposeAndPage() throws Exception {
        answer("{\"object\":\"list\",\"data\":[" + FILE + "],\"last_id\":\"file-1\",\"has_more\":true}");
        answer("{\"object\":\"list\",\"data\":[{\"id\":\"file-2\"}],\"has_more\":false}");

        List<FileObject> files = ai.files()
                .list(FilePurpose.BATCH, ListOptions.DEFAULT.limit(1).oldestFirst())
                .toList();

        assertEquals(
                List.of("file-1", "file-2"), files.stream().map(FileObject::id).toList());
        assertNull(files.get(1).bytes());
        assertEquals("GET /v1/files?purpose=batch&limit=1&order=asc", requestLine());
        assertEquals("GET /v1/files?purpose=batch&limit=1&order=asc&after=file-1", requestLine());
    }

    @Test
    void aListWithoutEndIsNotFollowedForEver() {
        for (int i = 0; i < 3; i++) {
            answer("{\"data\":[{\"id\":\"file-1\"}],\"has_more\":true}");
        }

        assertThrows(DecodeException.class, () -> ai.files().list().toList());
    }

    @Test
    void aListThatCannotBeReadIsRefused() {
        for (String broken : List.of(
                "{\"data\":[],\"has_more\":true}",
                "{\"data\":[{}],\"has_more\":true}",
                "{\"data\":\"x\",\"has_more\":false}",
                "{\"data\":[{\"id\":\"file-1\"}],\"has_more\":\"true\"}",
                "{\"data\":[5]}")) {
            answer(broken);
            assertThrows(DecodeException.class, () -> ai.files().list().toList(), broken);
        }
    }

    @Test
    void aFileIsRetrievedAndDeleted() throws Exception {
        answer(FILE);
        answer("{\"id\":\"file-1\",\"object\":\"file\",\"deleted\":true}");

        assertEquals("a.txt", ai.files().retrieve("file-1").filename());
        ai.files().delete("file-1");

        assertEquals("GET /v1/files/file-1", requestLine());
        assertEquals("DELETE /v1/files/file-1", requestLine());
    }

    @Test
    void noIdEscapesItsPlace() throws Exception {
        answer(FILE);
        answer(FILE);

        ai.files().retrieve("../models/x?y#z");
        ai.files().retrieve("%2e%2e");

        assertEquals("GET /v1/files/..%2Fmodels%2Fx%3Fy%23z", requestLine());
        assertEquals("GET /v1/files/%252e%252e", requestLine());
        for (String id : List.of("..", ".", "")) {
            assertThrows(IllegalArgumentException.class, () -> ai.files().delete(id));
        }
        assertEquals(2, server.getRequestCount());
    }

    @Test
    void theKeyIsShownNowhere() throws IOException {
        server.enqueue(json(400, "{\"error\":{\"message\":\"bad " + KEY + "\"}}"));
        server.enqueue(json(200, "{\"data\":\"" + KEY + "\",\"has_more\":true}"));

        Exception refused =
                assertThrows(RuntimeException.class, () -> ai.files().retrieve("file-1"));
        Exception unreadable =
                assertThrows(RuntimeException.class, () -> ai.files().list().toList());

        for (String shown : List.of(refused.toString(), unreadable.toString(), ai.files() + "" + ai.uploads())) {
            assertTrue(!shown.contains(KEY), shown);
        }
    }
}
