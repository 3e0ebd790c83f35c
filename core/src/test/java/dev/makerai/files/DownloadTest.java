package dev.makerai.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.errors.BadRequestException;
import dev.makerai.errors.TransportException;
import dev.makerai.wire.BadServer;
import dev.makerai.wire.RestFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads are whole or not at all, whatever the server does. */
class DownloadTest extends RestFixture {
    private static final byte[] CONTENT = bytes(300_000);

    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void chooseTarget() {
        target = folder.resolve("bracket.gcode");
    }

    @Test
    void aFileIsWrittenWithItsProgress() throws Exception {
        server.enqueue(file(CONTENT).build());
        List<Long> moved = new ArrayList<>();

        ai.files().download("file-1", target, (bytes, total) -> {
            assertEquals(CONTENT.length, total);
            assertFalse(Files.exists(target));
            moved.add(bytes);
        });

        assertEquals("GET /v1/files/file-1/content", requestLine());
        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertEquals(CONTENT.length, moved.get(moved.size() - 1));
        assertTrue(moved.size() > 1, moved::toString);
        assertOnly("bracket.gcode");
    }

    @Test
    void aFileThatIsThereIsReplaced() throws Exception {
        Files.writeString(target, "old");
        server.enqueue(file(CONTENT).build());

        ai.files().download("file-1", target);

        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertOnly("bracket.gcode");
    }

    @Test
    void aFileMayHaveTheLongestName() throws Exception {
        server.enqueue(file(CONTENT).build());
        target = folder.resolve("a".repeat(240) + ".stl");

        ai.files().download("file-1", target);

        assertArrayEquals(CONTENT, Files.readAllBytes(target));
    }

    @Test
    void aDownloadThatIsCutLeavesNothingBehind() throws Exception {
        for (String head : List.of(
                "HTTP/1.1 200 OK\nContent-Length: 1000000",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked",
                "HTTP/1.1 200 OK\nContent-Length: -5",
                "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 300000")) {
            Files.writeString(target, "old");
            try (BadServer bad = new BadServer(BadServer.answer(head, CONTENT))) {
                MakerAi patient = client().baseUrl(bad.baseUrl()).build();

                TransportException e = assertThrows(
                        TransportException.class, () -> patient.files().download("file-1", target), head);

                assertTrue(e.getMessage().contains("broke off"), e.getMessage());
                assertThrows(TransportException.class, () -> patient.files().content("file-1", 1_000_000));
            }
            assertEquals("old", Files.readString(target));
            assertOnly("bracket.gcode");
        }
    }

    @Test
    void aLengthThatIsWrongIsFoundWithHttp2Too() throws Exception {
        server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        server.enqueue(file(CONTENT).setHeader("Content-Length", 400_000).build());
        MakerAi http2 = client().httpClient(new OkHttpClient.Builder()
                        .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                        .build())
                .build();

        TransportException e =
                assertThrows(TransportException.class, () -> http2.files().download("file-1", target));

        assertTrue(e.getMessage().contains("broke off after 300000 bytes"), e.getMessage());
        assertOnly();
    }

    @Test
    void whatTheProgressThrowsEndsTheDownload() throws Exception {
        server.enqueue(file(CONTENT).build());
        server.enqueue(file(CONTENT).build());
        IllegalStateException enough = new IllegalStateException("enough");

        assertSame(
                enough,
                assertThrows(
                        IllegalStateException.class,
                        () -> ai.files().download("file-1", target, (bytes, total) -> {
                            throw enough;
                        })));

        assertOnly();
        ai.files().download("file-1", target);
        assertOnly("bracket.gcode");
    }

    @Test
    void interruptingTheThreadEndsTheDownload() throws Exception {
        server.enqueue(file(CONTENT).onResponseBody(SocketEffect.Stall.INSTANCE).build());
        for (int i = 0; i < 2; i++) {
            server.enqueue(file(CONTENT).build());
        }

        TransportException e = assertThrows(TransportException.class, () -> {
            Thread.currentThread().interrupt();
            ai.files().download("file-1", target);
        });
        assertTrue(Thread.interrupted());
        assertTrue(e.getMessage().contains("interrupted"), e.getMessage());
        Thread reader = Thread.currentThread();
        Thread watcher = new Thread(() -> {
            while (server.getRequestCount() == 0) {
                Thread.onSpinWait();
            }
            reader.interrupt();
        });
        watcher.start();
        assertThrows(TransportException.class, () -> ai.files().download("file-1", target));
        assertTrue(Thread.interrupted());
        watcher.join();
        assertThrows(
                TransportException.class,
                () -> ai.files()
                        .download(
                                "file-1",
                                target,
                                (bytes, total) -> Thread.currentThread().interrupt()));
        assertTrue(Thread.interrupted());
        assertOnly();
    }

    @Test
    void whereNoFileCanBeNothingIsAskedFor() throws Exception {
        Path missing = folder.resolve("missing").resolve("a.stl");

        assertThrows(IllegalArgumentException.class, () -> ai.files().download("file-1", folder));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> ai.files().download("file-1", missing));

        assertTrue(e.getMessage().contains("a.stl: create it first"), e.getMessage());
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void whereWritingFailsTheFileIsNamed() throws Exception {
        server.enqueue(file(CONTENT).build());

        UncheckedIOException e = assertThrows(
                UncheckedIOException.class,
                () -> ai.files().download("file-1", target, (bytes, total) -> {
                    if (bytes == total) {
                        occupy(target);
                    }
                }));

        assertTrue(e.getMessage().contains("bracket.gcode cannot be written"), e.getMessage());
        assertOnly("bracket.gcode");
    }

    private static void occupy(Path target) {
        try {
            Files.createDirectories(target.resolve("full"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFileThatTheServiceDoesNotGiveOutIsAnError() throws Exception {
        refuse(400);

        assertThrows(BadRequestException.class, () -> ai.files().download("file-1", target));

        assertOnly();
    }

    @Test
    void inMemoryAFileHasABound() {
        server.enqueue(file(CONTENT).build());
        server.enqueue(file(CONTENT).build());
        server.enqueue(file(CONTENT).build());
        server.enqueue(file(CONTENT).chunkedBody("x".repeat(300_000), 1000).build());

        assertArrayEquals(CONTENT, ai.files().content("file-1", CONTENT.length));
        for (int i = 0; i < 2; i++) {
            TransportException e =
                    assertThrows(TransportException.class, () -> ai.files().content("file-1", CONTENT.length - 1));
            assertTrue(e.getMessage().contains("larger than 299999 bytes"), e.getMessage());
        }
        assertThrows(TransportException.class, () -> ai.files().content("file-1", 1000));
        assertThrows(IllegalArgumentException.class, () -> ai.files().content("file-1", -1));
    }

    @Test
    void aFileThatWouldFillTheDiskIsRefused() throws Exception {
        byte[] some = Arrays.copyOf(CONTENT, 1000);
        try (BadServer bad =
                new BadServer(BadServer.answer("HTTP/1.1 200 OK\nContent-Length: " + (Uploads.MAX_BYTES + 1), some))) {
            MakerAi patient = client().baseUrl(bad.baseUrl()).build();

            TransportException e =
                    assertThrows(TransportException.class, () -> patient.files().download("file-1", target));

            assertTrue(e.getMessage().contains("larger than 8589934592 bytes"), e.getMessage());
        }
        assertOnly();
    }

    private void assertOnly(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(names), files.map(it -> it.getFileName().toString()).toList());
        }
    }

    @Test
    void aPartOfAFileOrAPromiseOfOneIsNotTheFile() {
        for (int status : List.of(202, 206)) {
            server.enqueue(json(status, "G28"));

            TransportException e = assertThrows(
                    TransportException.class, () -> ai.files().download("file-1", folder.resolve("part.gcode")));

            assertTrue(e.getMessage().contains("HTTP status " + status), e.getMessage());
            assertFalse(Files.exists(folder.resolve("part.gcode")));
        }
    }
}
