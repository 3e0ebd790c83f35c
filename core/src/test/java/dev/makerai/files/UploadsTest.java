package dev.makerai.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.BadRequestException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.ServerException;
import dev.makerai.errors.TransportException;
import dev.makerai.http.TransferProgress;
import dev.makerai.wire.RestFixture;
import java.io.ByteArrayInputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest extends RestFixture {
    private static final String BEGUN =
            "{\"id\":\"upload_1\",\"object\":\"upload\",\"status\":\"pending\",\"bytes\":3000}";
    private static final String COMPLETED = """
            {"id":"upload_1","object":"upload","status":"completed","bytes":3000,
             "file":{"id":"file-1","object":"file","bytes":3000,"filename":"prints.jsonl","purpose":"batch"}}""";
    private static final String CANCELLED = "{\"id\":\"upload_1\",\"status\":\"cancelled\"}";
    private static final FileUpload SMALL = FileUpload.of("prints.jsonl", bytes(3000), FilePurpose.BATCH);

    @TempDir
    Path folder;

    private static String part(String id) {
        return "{\"id\":\"" + id + "\",\"object\":\"upload.part\",\"upload_id\":\"upload_1\",\"created_at\":1}";
    }

    @Test
    void aLargeFileGoesInPartsAndIsCompletedInTheirOrder() throws Exception {
        answer(BEGUN);
        answer(part("part_1"));
        refuse(429);
        answer(part("part_2"));
        answer(COMPLETED.replace("3000", String.valueOf(Uploads.MAX_PART_BYTES + 1000L)));
        byte[] end = bytes(1000);
        long length = Uploads.MAX_PART_BYTES + 1000L;
        Path large = folder.resolve("prints.jsonl");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.seek(Uploads.MAX_PART_BYTES);
            file.write(end);
        }
        List<Long> moved = new ArrayList<>();

        FileObject file = ai.files()
                .uploadLarge(
                        FileUpload.of(large, FilePurpose.BATCH).withExpiresAfter(Duration.ofDays(1)),
                        (bytes, total) -> {
                            assertEquals(length, total);
                            moved.add(bytes);
                        });

        assertEquals("file-1", file.id());
        assertEquals(length, moved.get(moved.size() - 1));
        RecordedRequest create = server.takeRequest();
        assertEquals("POST /v1/uploads", lineOf(create));
        assertEquals(
                "{\"filename\":\"prints.jsonl\",\"purpose\":\"batch\",\"bytes\":" + length
                        + ",\"mime_type\":\"text/jsonl\","
                        + "\"expires_after\":{\"anchor\":\"created_at\",\"seconds\":86400}}",
                create.getBody().utf8());
        RecordedRequest first = server.takeRequest();
        assertEquals("POST /v1/uploads/upload_1/parts", lineOf(first));
        String data = "form-data; name=\"data\"; filename=\"prints.jsonl\"";
        assertEquals(Uploads.MAX_PART_BYTES, formOf(first).get(data).size());
        for (int i = 0; i < 2; i++) {
            assertArrayEquals(end, formOf(server.takeRequest()).get(data).toByteArray());
        }
        RecordedRequest complete = server.takeRequest();
        assertEquals("POST /v1/uploads/upload_1/complete", lineOf(complete));
        assertEquals(
                List.of("[\"part_1\",\"part_2\"]", "\"" + md5(large) + "\""),
                List.of(
                        documentOf(complete).get("part_ids").toString(),
                        documentOf(complete).get("md5").toString()));
    }

    @Test
    void anUploadThatIsStillOpenIsNotTakenForTheFile() throws Exception {
        Path small = Files.write(folder.resolve("prints.jsonl"), bytes(3000));
        for (String end : List.of("pending", "expired")) {
            answer(BEGUN);
            answer(part("part_1"));
            answer(COMPLETED.replace("\"status\":\"completed\"", "\"status\":\"" + end + "\""));
            answer(BEGUN);

            DecodeException e =
                    assertThrows(DecodeException.class, () -> ai.files().uploadLarge(small, FilePurpose.BATCH));

            assertTrue(e.getMessage().contains("is " + end), e.getMessage());
        }
    }

    private static String md5(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
    }

    @Test
    void aSumThatTheServiceFindsWrongCancelsTheUpload() throws Exception {
        answer(BEGUN);
        answer(part("part_1"));
        refuse(400);
        answer(CANCELLED);

        assertThrows(BadRequestException.class, () -> ai.files().uploadLarge(SMALL, TransferProgress.NONE));

        assertCancelled(4);
    }

    @Test
    void aPartThatFailsForGoodCancelsTheUpload() throws Exception {
        answer(BEGUN);
        for (int i = 0; i < 3; i++) {
            refuse(500);
        }
        answer(CANCELLED);

        assertThrows(ServerException.class, () -> ai.files().uploadLarge(SMALL, TransferProgress.NONE));

        assertCancelled(5);
    }

    @Test
    void aFailureToCancelDoesNotHideTheReason() {
        answer(BEGUN);
        refuse(400);
        refuse(404);

        BadRequestException e =
                assertThrows(BadRequestException.class, () -> ai.files().uploadLarge(SMALL, TransferProgress.NONE));

        assertEquals(400, e.status());
        assertEquals(404, ((BadRequestException) e.getSuppressed()[0]).status());
    }

    @Test
    void whatTheProgressThrowsCancelsTheUpload() throws Exception {
        answer(BEGUN);
        answer(CANCELLED);
        answer(CANCELLED);
        IllegalStateException enough = new IllegalStateException("enough");

        assertSame(
                enough,
                assertThrows(
                        IllegalStateException.class,
                        () -> ai.files().uploadLarge(SMALL, (bytes, total) -> {
                            throw enough;
                        })));

        assertLastRequestCancels();
    }

    @Test
    void anInterruptCancelsTheUploadAndStaysSet() throws Exception {
        answer(BEGUN);
        answer(part("part_1"));
        answer(CANCELLED);
        answer(CANCELLED);

        TransportException e = assertThrows(
                TransportException.class,
                () -> ai.files()
                        .uploadLarge(
                                SMALL, (bytes, total) -> Thread.currentThread().interrupt()));

        assertTrue(Thread.interrupted());
        assertTrue(e.getMessage().contains("interrupted"), e.getMessage());
        assertEquals(0, e.getSuppressed().length);
        assertLastRequestCancels();
    }

    @Test
    void anAnswerWithoutWhatIsNeededIsRefused() throws Exception {
        answer("{\"status\":\"pending\"}");
        assertThrows(DecodeException.class, () -> ai.files().uploadLarge(SMALL, TransferProgress.NONE));
        assertEquals(1, server.getRequestCount());

        answer(BEGUN);
        answer("{}");
        answer(CANCELLED);
        assertThrows(DecodeException.class, () -> ai.files().uploadLarge(SMALL, TransferProgress.NONE));

        answer(BEGUN);
        answer(part("part_1"));
        answer(BEGUN);
        answer(CANCELLED);
        DecodeException e =
                assertThrows(DecodeException.class, () -> ai.files().uploadLarge(SMALL, TransferProgress.NONE));
        assertEquals("$.file", e.path());
        assertCancelled(8);
    }

    @Test
    void aFileThatBecomesShorterCancelsTheUpload() throws Exception {
        answer(BEGUN);
        answer(CANCELLED);
        answer(CANCELLED);
        Path log = Files.write(folder.resolve("prints.jsonl"), bytes(1000));
        FileUpload upload = FileUpload.of(log, FilePurpose.BATCH);
        Files.write(log, bytes(400));

        assertThrows(UncheckedIOException.class, () -> ai.files().uploadLarge(upload, TransferProgress.NONE));

        assertLastRequestCancels();
    }

    @Test
    void whatCannotGoInPartsIsRefusedBeforeAnythingIsSent() {
        FileUpload stream = FileUpload.of("a", new ByteArrayInputStream(bytes(10)), FilePurpose.BATCH);
        FileUpload empty = FileUpload.of("a", new byte[0], FilePurpose.BATCH);

        assertThrows(IllegalArgumentException.class, () -> ai.files().uploadLarge(stream, TransferProgress.NONE));
        assertThrows(IllegalArgumentException.class, () -> ai.files().uploadLarge(empty, TransferProgress.NONE));
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> ai.uploads().create("large.jsonl", FilePurpose.BATCH, Uploads.MAX_BYTES + 1, "text/jsonl"));
        assertTrue(e.getMessage().contains("8 GB"), e.getMessage());
        IllegalArgumentException part = assertThrows(
                IllegalArgumentException.class,
                () -> ai.uploads().addPart("upload_1", FileContent.of("a", new byte[Uploads.MAX_PART_BYTES + 1])));
        assertTrue(part.getMessage().contains("64 MB"), part.getMessage());
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void anUploadCanBeDoneStepByStep() throws Exception {
        answer(BEGUN);
        answer(part("part_1"));
        answer(COMPLETED);
        answer(CANCELLED);

        Upload upload = ai.uploads().create("prints.jsonl", FilePurpose.BATCH, 3000, "text/jsonl");
        Upload.Part part = ai.uploads().addPart(upload.id(), FileContent.of("1", bytes(3000)));
        Upload completed = ai.uploads().complete(upload.id(), List.of(part.id()), null);

        assertEquals(Upload.Status.PENDING, upload.status());
        assertEquals("upload_1", part.uploadId());
        assertEquals(Upload.Status.COMPLETED, completed.status());
        assertEquals("file-1", completed.file().id());
        assertEquals(Upload.Status.CANCELLED, ai.uploads().cancel(upload.id()).status());
        RecordedRequest create = server.takeRequest();
        assertEquals("text/jsonl", documentOf(create).get("mime_type").asText());
        ByteString sent = formOf(server.takeRequest()).get("form-data; name=\"data\"; filename=\"1\"");
        assertArrayEquals(bytes(3000), sent.toByteArray());
        assertEquals(
                "{\"part_ids\":[\"part_1\"]}", server.takeRequest().getBody().utf8());
    }

    private void assertCancelled(int requests) throws InterruptedException {
        assertEquals(requests, server.getRequestCount());
        assertLastRequestCancels();
    }

    private void assertLastRequestCancels() throws InterruptedException {
        String last = "";
        for (int left = server.getRequestCount(); left > 0; left--) {
            last = requestLine();
        }
        assertEquals("POST /v1/uploads/upload_1/cancel", last);
    }

    @Test
    void anUploadThatEndedOtherwiseOrMadeAnotherFileIsNoSuccess() {
        for (String end :
                List.of(COMPLETED.replace("\"completed\"", "\"expired\""), COMPLETED.replace("3000", "2999"))) {
            answer(BEGUN);
            answer(part("part_1"));
            answer(end);
            answer(BEGUN);

            assertThrows(DecodeException.class, () -> ai.files().uploadLarge(SMALL, TransferProgress.NONE), end);
        }
    }
}
