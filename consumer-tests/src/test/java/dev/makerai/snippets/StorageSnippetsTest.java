package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.containers.Container;
import dev.makerai.containers.ContainerFile;
import dev.makerai.containers.ContainerRequest;
import dev.makerai.containers.MemoryLimit;
import dev.makerai.containers.NetworkPolicy;
import dev.makerai.conversations.StoredConversation;
import dev.makerai.files.FileContent;
import dev.makerai.files.FileObject;
import dev.makerai.files.FilePurpose;
import dev.makerai.files.FileUpload;
import dev.makerai.files.Upload;
import dev.makerai.json.Json;
import dev.makerai.models.Models;
import dev.makerai.pages.ListOptions;
import dev.makerai.responses.InputImage;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.InputMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The snippets of {@code dev.makerai.files}, {@code dev.makerai.containers}, {@code dev.makerai.models},
 * {@code dev.makerai.conversations} and {@code dev.makerai.pages}.
 */
class StorageSnippetsTest {
    private static final String FILE = "{\"id\":\"file-1\",\"filename\":\"bed.jpg\"}";

    private final List<String> requests = new ArrayList<>();

    /** A client of a service that gives these answers in turn. */
    private MakerAi answering(String... answers) {
        Interceptor service = chain -> {
            Request request = chain.request();
            String answer = answers[requests.size()];
            requests.add(request.method() + " " + request.url().encodedPath());
            return new Response.Builder()
                    .request(request)
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("OK")
                    .body(ResponseBody.create(answer, MediaType.get("application/json")))
                    .build();
        };
        return MakerAi.builder()
                .baseUrl("http://service.invalid/v1")
                .httpClient(new OkHttpClient.Builder().addInterceptor(service).build())
                .build();
    }

    static final class Photo {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            FileObject photo = ai.files().upload(Path.of("bed.jpg"), FilePurpose.USER_DATA);
            String answer = ai.prompt("Did this print fail?")
                    .image(InputImage.ofFileId(photo.id()))
                    .run()
                    .value();
            ai.files().delete(photo.id());
            System.out.println(answer);
        }
    }

    @Test
    void aPhotoIsUploadedAskedAboutAndDeleted() {
        MakerAi ai = answering(
                FILE,
                "{\"status\":\"completed\",\"output\":[{\"type\":\"message\",\"role\":\"assistant\",\"content\":"
                        + "[{\"type\":\"output_text\",\"text\":\"No\"}]}]}",
                "{}");

        FileObject photo = ai.files().upload(FileUpload.of("bed.jpg", new byte[3], FilePurpose.USER_DATA));
        String answer = ai.prompt("Did this print fail?")
                .image(InputImage.ofFileId(photo.id()))
                .run()
                .value();
        ai.files().delete(photo.id());

        assertEquals("No", answer);
        assertEquals(List.of("POST /v1/files", "POST /v1/responses", "DELETE /v1/files/file-1"), requests);
    }

    @Test
    void filesAreListed() {
        MakerAi ai = answering("{\"data\":[" + FILE + "]}");
        for (FileObject file : ai.files().list()) {
            System.out.println(file.filename());
        }

        assertEquals(List.of("GET /v1/files"), requests);
        assertEquals(
                new ListOptions(100, "asc", null),
                ListOptions.DEFAULT.oldestFirst().limit(100));
    }

    private static final class Bar {
        private long shown;

        void show(long bytes, long total) {
            shown = bytes;
        }
    }

    static final class Contents {
        public static void main(String[] args) {
            byte[] bytes = new byte[3];
            FileContent log = FileContent.of(Path.of("print.log")).withMediaType("text/plain");
            FileContent orders = FileContent.of("orders.jsonl", bytes);
            FileUpload upload =
                    FileUpload.of(Path.of("bed.jpg"), FilePurpose.USER_DATA).withExpiresAfter(Duration.ofDays(1));
            System.out.println(log + " " + log.mediaType());
            System.out.println(orders + " " + orders.mediaType());
            System.out.println(upload.expiresAfter());
        }
    }

    @Test
    void contentComesFromFilesAndBytes(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("print.log"), new byte[5]);
        Files.write(folder.resolve("bed.jpg"), new byte[7]);

        assertEquals(
                "FileContent[print.log, 5 bytes] text/plain\nFileContent[orders.jsonl, 3 bytes] text/jsonl\nPT24H\n",
                Program.output(Contents.class, folder, new dev.makerai.testing.ScriptedModel()));
    }

    @Test
    void aFileIsDownloadedWithAProgressBar() throws Exception {
        MakerAi ai = answering(FILE, "G28\n");
        FileObject file = ai.files().retrieve("file-1");
        Bar bar = new Bar();
        Path target = Path.of("bracket.gcode");
        try {
            ai.files().download(file.id(), Path.of("bracket.gcode"), (bytes, total) -> bar.show(bytes, total));

            assertEquals("G28\n", Files.readString(target));
            assertEquals(4, bar.shown);
        } finally {
            Files.deleteIfExists(target);
        }
    }

    @Test
    void anUploadIsDoneStepByStep() {
        MakerAi ai = answering(
                "{\"id\":\"upload_1\"}", "{\"id\":\"part_1\"}", "{\"id\":\"part_2\"}", "{\"file\":" + FILE + "}");
        byte[] firstMegabyte = new byte[1_000_000];
        byte[] secondMegabyte = new byte[1_000_000];

        Upload upload = ai.uploads().create("prints.jsonl", FilePurpose.FINE_TUNE, 2_000_000, "text/jsonl");
        Upload.Part first = ai.uploads().addPart(upload.id(), FileContent.of("1", firstMegabyte));
        Upload.Part second = ai.uploads().addPart(upload.id(), FileContent.of("2", secondMegabyte));
        FileObject file = ai.uploads()
                .complete(upload.id(), List.of(first.id(), second.id()), null)
                .file();

        assertEquals("file-1", file.id());
        assertEquals("POST /v1/uploads/upload_1/complete", requests.get(3));
    }

    static final class InAContainer {
        static void run(MakerAi ai) {
            Container container = ai.containers().create("slicer");
            ai.containers().addFile(container.id(), FileContent.of(Path.of("bracket.stl")));
            for (ContainerFile file : ai.containers().files(container.id())) {
                System.out.println(file.path());
            }
            ai.containers().delete(container.id());
        }
    }

    @Test
    void aContainerIsMadeFilledListedAndDeleted() throws Exception {
        MakerAi ai = answering(
                "{\"id\":\"cntr_1\"}",
                "{}",
                "{\"data\":[{\"id\":\"cfile_1\",\"path\":\"/mnt/data/bracket.stl\"}]}",
                "{}");
        Path part = Files.write(Path.of("bracket.stl"), new byte[3]);
        try {
            InAContainer.run(ai);
        } finally {
            Files.delete(part);
        }

        assertEquals(
                List.of(
                        "POST /v1/containers",
                        "POST /v1/containers/cntr_1/files",
                        "GET /v1/containers/cntr_1/files",
                        "DELETE /v1/containers/cntr_1"),
                requests);
    }

    @Test
    void aContainerIsDescribed() {
        FileObject file = FileObject.of(Json.parse(FILE));
        ContainerRequest request = ContainerRequest.of("slicer")
                .withFiles(file.id())
                .withMemoryLimit(MemoryLimit.GB_4)
                .withNetworkPolicy(NetworkPolicy.allow("api.printables.com"))
                .withExpiresAfter(Duration.ofMinutes(20));

        assertEquals("\"4g\"", request.toJson().get("memory_limit").text());
        assertEquals("[\"file-1\"]", request.toJson().get("file_ids").text());
    }

    @Test
    void modelsThatEndAreWarnedOf() {
        MakerAi ai = answering("{\"data\":[{\"id\":\"gpt-5\",\"shutdown_date\":\"2026-12-11\"},{\"id\":\""
                + MakerAi.DEFAULT_MODEL + "\",\"shutdown_date\":null}]}");
        List<Models.Warning> shown = new ArrayList<>();

        for (Models.Warning warning : ai.models().warnings(60, "gpt-5", ai.model())) {
            System.err.println(warning);
            shown.add(warning);
        }

        assertFalse(shown.stream().anyMatch(it -> it.model().equals(ai.model())));
        assertTrue(shown.size() <= 1);
    }

    @Test
    void aConversationIsKept() {
        MakerAi ai = answering(
                "{\"id\":\"conv_1\"}",
                "{\"data\":[{\"type\":\"message\",\"role\":\"user\",\"content\":\"I print outdoor parts.\"}]}",
                "{\"data\":[{\"type\":\"message\",\"role\":\"user\",\"content\":\"I print outdoor parts.\"}]}");

        StoredConversation conversation = ai.conversations().create(Map.of("customer", "42"));
        ai.conversations().addItems(conversation.id(), InputMessage.user("I print outdoor parts."));
        for (InputItem item : ai.conversations().items(conversation.id(), ListOptions.DEFAULT.oldestFirst())) {
            System.out.println(item.toJson());
        }

        assertEquals(
                List.of(
                        "POST /v1/conversations",
                        "POST /v1/conversations/conv_1/items",
                        "GET /v1/conversations/conv_1/items"),
                requests);
    }
}
