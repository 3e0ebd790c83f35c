package dev.makerai.containers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.TransportException;
import dev.makerai.files.FileContent;
import dev.makerai.pages.ListOptions;
import dev.makerai.wire.RestFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainersTest extends RestFixture {
    private static final String CONTAINER = """
            {"id":"cntr_1","object":"container","name":"slicer","status":"running","created_at":1747844794,
             "last_active_at":1747844795,"expires_after":{"anchor":"last_active_at","minutes":20},"memory_limit":"4g",
             "network_policy":{"type":"allowlist","allowed_domains":["example.org"]}}""";
    private static final String FILE = """
            {"id":"cfile_1","object":"container.file","container_id":"cntr_1","path":"/mnt/data/a.stl","bytes":880,
             "source":"user","created_at":1747848842}""";

    @Test
    void aContainerIsMadeAsAsked() throws Exception {
        answer(CONTAINER);
        ContainerRequest request = ContainerRequest.of("slicer")
                .withFiles("file_1", "file_2")
                .withMemoryLimit(MemoryLimit.GB_4)
                .withNetworkPolicy(NetworkPolicy.allow("example.org").withSecret("example.org", "TOKEN", "s3cret"))
                .withSkills(Skill.of("skill_1"))
                .withExpiresAfter(Duration.ofMinutes(20));

        Container container = ai.containers().create(request);

        assertEquals("cntr_1", container.id());
        assertEquals("running", container.status());
        assertEquals(MemoryLimit.GB_4, container.memoryLimit());
        assertEquals(NetworkPolicy.allow("example.org"), container.networkPolicy());
        assertEquals(Container.ExpiresAfter.of(Duration.ofMinutes(20)), container.expiresAfter());
        assertEquals(Instant.ofEpochSecond(1747844795), container.lastActiveAt());
        RecordedRequest sent = server.takeRequest();
        assertEquals("POST /v1/containers", lineOf(sent));
        assertEquals(request.toJson().text(), sent.getBody().utf8());
        assertTrue(sent.getBody().utf8().contains("s3cret"));
        assertFalse(request.toString().contains("s3cret"), request.toString());
    }

    @Test
    void whatIsNotAskedForIsNotSent() throws Exception {
        answer(CONTAINER);

        ai.containers().create("slicer");

        assertEquals("{\"name\":\"slicer\"}", server.takeRequest().getBody().utf8());
        assertEquals(
                "{\"name\":\"a\",\"network_policy\":{\"type\":\"allowlist\",\"allowed_domains\":[\"b\"]}}",
                ContainerRequest.of("a")
                        .withNetworkPolicy(NetworkPolicy.allow("b"))
                        .toJson()
                        .text());
    }

    @Test
    void whatTheServiceWouldRefuseIsRefused() {
        ContainerRequest request = ContainerRequest.of("slicer");

        assertThrows(IllegalArgumentException.class, () -> request.withNetworkPolicy(NetworkPolicy.allow()));
        for (Duration time : List.of(Duration.ZERO, Duration.ofSeconds(90), Duration.ofMinutes(-1))) {
            assertThrows(IllegalArgumentException.class, () -> request.withExpiresAfter(time));
        }
    }

    @Test
    void containersAreListedRetrievedAndDeleted() throws Exception {
        answer("{\"object\":\"list\",\"data\":[" + CONTAINER + "],\"last_id\":\"cntr_1\",\"has_more\":true}");
        answer("{\"object\":\"list\",\"data\":[{\"id\":\"cntr_2\"}],\"last_id\":\"cntr_2\",\"has_more\":false}");
        answer(CONTAINER);
        answer("{\"id\":\"cntr_1\",\"object\":\"container.deleted\",\"deleted\":true}");

        assertEquals(
                List.of("cntr_1", "cntr_2"),
                ai.containers().list("slicer", ListOptions.DEFAULT).stream()
                        .map(Container::id)
                        .toList());
        assertEquals("slicer", ai.containers().retrieve("cntr_1").name());
        ai.containers().delete("cntr_1");

        assertEquals("GET /v1/containers?name=slicer", requestLine());
        assertEquals("GET /v1/containers?name=slicer&after=cntr_1", requestLine());
        assertEquals("GET /v1/containers/cntr_1", requestLine());
        assertEquals("DELETE /v1/containers/cntr_1", requestLine());
    }

    @Test
    void aFileIsPutIntoAContainer() throws Exception {
        answer(FILE);
        answer(FILE);
        List<Long> moved = new ArrayList<>();

        ContainerFile file = ai.containers()
                .addFile("cntr_1", FileContent.of("a.stl", bytes(880)), (bytes, total) -> moved.add(total - bytes));
        ai.containers().addUploaded("cntr_1", "file_1");

        assertEquals("/mnt/data/a.stl", file.path());
        assertEquals("user", file.source());
        assertEquals(880, file.bytes());
        assertEquals(0, moved.get(moved.size() - 1));
        RecordedRequest sent = server.takeRequest();
        assertEquals("POST /v1/containers/cntr_1/files", lineOf(sent));
        assertArrayEquals(
                bytes(880),
                formOf(sent).get("form-data; name=\"file\"; filename=\"a.stl\"").toByteArray());
        assertEquals("{\"file_id\":\"file_1\"}", server.takeRequest().getBody().utf8());
    }

    @Test
    void theFilesOfAContainerAreListedRetrievedAndDeleted() throws Exception {
        answer("{\"object\":\"list\",\"data\":[" + FILE + "],\"has_more\":false}");
        answer(FILE);
        answer("{\"id\":\"cfile_1\",\"object\":\"container.file.deleted\",\"deleted\":true}");

        assertEquals(
                List.of("cfile_1"),
                ai.containers().files("cntr_1", ListOptions.DEFAULT.limit(5)).stream()
                        .map(ContainerFile::id)
                        .toList());
        assertEquals("cntr_1", ai.containers().file("cntr_1", "cfile_1").containerId());
        ai.containers().deleteFile("cntr_1", "cfile_1");

        assertEquals("GET /v1/containers/cntr_1/files?limit=5", requestLine());
        assertEquals("GET /v1/containers/cntr_1/files/cfile_1", requestLine());
        assertEquals("DELETE /v1/containers/cntr_1/files/cfile_1", requestLine());
    }

    @Test
    void aFileOfAContainerIsDownloadedWholeOrNotAtAll(@TempDir Path folder) throws Exception {
        Path target = folder.resolve("a.gcode");
        server.enqueue(file(bytes(5000)).build());
        server.enqueue(file(bytes(5000)).build());
        server.enqueue(file(bytes(5000)).build());

        ai.containers().download("cntr_1", "cfile_1", target);

        assertEquals("GET /v1/containers/cntr_1/files/cfile_1/content", requestLine());
        assertArrayEquals(bytes(5000), Files.readAllBytes(target));
        assertArrayEquals(bytes(5000), ai.containers().content("cntr_1", "cfile_1", 5000));
        assertThrows(TransportException.class, () -> ai.containers().content("cntr_1", "cfile_1", 4999));
    }

    @Test
    void noIdEscapesItsPlace() throws Exception {
        answer(FILE);

        ai.containers().file("../files", "a/../../b");

        assertEquals("GET /v1/containers/..%2Ffiles/files/a%2F..%2F..%2Fb", requestLine());
        assertThrows(IllegalArgumentException.class, () -> ai.containers().deleteFile("cntr_1", ".."));
        assertThrows(IllegalArgumentException.class, () -> ai.containers().delete(""));
    }
}
