package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The snippets of {@code dev.makerai.files}, {@code dev.makerai.containers}, {@code dev.makerai.models},
 * {@code dev.makerai.conversations} and {@code dev.makerai.pages}.
 */
class StorageSnippetsTest {
    private static final String FILE = "{\"id\":\"file-1\",\"filename\":\"bed.jpg\"}";

    @TempDir
    Path folder;

    private String output(Class<?> main, Map<String, String> answers) throws Exception {
        for (String name : List.of("bed.jpg", "print.log", "bracket.stl")) {
            Files.write(folder.resolve(name), new byte[5]);
        }
        return Program.output(main, folder, answers);
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
    void aPhotoIsUploadedAskedAboutAndDeleted() throws Exception {
        String response = "{\"status\":\"completed\",\"output\":[{\"type\":\"message\",\"role\":\"assistant\","
                + "\"content\":[{\"type\":\"output_text\",\"text\":\"No\"}]}]}";

        assertEquals(
                "No\n",
                output(
                        Photo.class,
                        Map.of(
                                "POST /v1/files", FILE,
                                "POST /v1/responses", response,
                                "DELETE /v1/files/file-1", "{}")));
    }

    static final class Listing {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            for (FileObject file : ai.files().list()) {
                System.out.println(file.filename());
            }
        }
    }

    @Test
    void filesAreListed() throws Exception {
        assertEquals("bed.jpg\n", output(Listing.class, Map.of("GET /v1/files", "{\"data\":[" + FILE + "]}")));
        assertEquals(
                new ListOptions(100, "asc", null),
                ListOptions.DEFAULT.oldestFirst().limit(100));
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
    void contentComesFromFilesAndBytes() throws Exception {
        assertEquals(
                "FileContent[print.log, 5 bytes] text/plain\nFileContent[orders.jsonl, 3 bytes] text/jsonl\nPT24H\n",
                output(Contents.class, Map.of()));
    }

    static final class Bar {
        void show(long bytes, long total) {
            System.out.println(bytes + " of " + total);
        }
    }

    static final class Downloading {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            FileObject file = FileObject.of(Json.parse(FILE));
            Bar bar = new Bar();
            ai.files().download(file.id(), Path.of("bracket.gcode"), (bytes, total) -> bar.show(bytes, total));
        }
    }

    @Test
    void aFileIsDownloadedWithAProgressBar() throws Exception {
        assertEquals("4 of 4\n", output(Downloading.class, Map.of("GET /v1/files/file-1/content", "G28\n")));
        assertEquals("G28\n", Files.readString(folder.resolve("bracket.gcode")));
    }

    static final class Parts {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            byte[] firstMegabyte = new byte[1_000_000];
            byte[] secondMegabyte = new byte[1_000_000];
            Upload upload = ai.uploads().create("prints.jsonl", FilePurpose.FINE_TUNE, 2_000_000, "text/jsonl");
            Upload.Part first = ai.uploads().addPart(upload.id(), FileContent.of("1", firstMegabyte));
            Upload.Part second = ai.uploads().addPart(upload.id(), FileContent.of("2", secondMegabyte));
            FileObject file = ai.uploads()
                    .complete(upload.id(), List.of(first.id(), second.id()), null)
                    .file();
            System.out.println(file.id());
        }
    }

    @Test
    void anUploadIsDoneStepByStep() throws Exception {
        assertEquals(
                "file-1\n",
                output(
                        Parts.class,
                        Map.of(
                                "POST /v1/uploads", "{\"id\":\"upload_1\"}",
                                "POST /v1/uploads/upload_1/parts", "{\"id\":\"part_1\"}",
                                "POST /v1/uploads/upload_1/complete", "{\"file\":" + FILE + "}")));
    }

    static final class InAContainer {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
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
        assertEquals(
                "/mnt/data/bracket.stl\n",
                output(
                        InAContainer.class,
                        Map.of(
                                "POST /v1/containers", "{\"id\":\"cntr_1\"}",
                                "POST /v1/containers/cntr_1/files", "{}",
                                "GET /v1/containers/cntr_1/files",
                                        "{\"data\":[{\"id\":\"cfile_1\",\"path\":\"/mnt/data/bracket.stl\"}]}",
                                "DELETE /v1/containers/cntr_1", "{}")));
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

    static final class Warn {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            for (Models.Warning warning : ai.models().warnings(60, "gpt-5", ai.model())) {
                System.out.println(warning);
            }
        }
    }

    @Test
    void modelsThatAreGoneAreWarnedOf() throws Exception {
        String model = "{\"id\":\"" + MakerAi.DEFAULT_MODEL + "\",\"shutdown_date\":null}";

        assertEquals(
                "The service does not offer the model gpt-5: choose another one\n",
                output(Warn.class, Map.of("GET /v1/models", "{\"data\":[" + model + "]}")));
    }

    static final class Kept {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            StoredConversation conversation = ai.conversations().create(Map.of("customer", "42"));
            ai.conversations().addItems(conversation.id(), InputMessage.user("I print outdoor parts."));
            for (InputItem item : ai.conversations().items(conversation.id(), ListOptions.DEFAULT.oldestFirst())) {
                System.out.println(item.toJson());
            }
        }
    }

    @Test
    void aConversationIsKept() throws Exception {
        String message = "{\"type\":\"message\",\"role\":\"user\",\"content\":\"I print outdoor parts.\"}";

        assertEquals(
                message + "\n",
                output(
                        Kept.class,
                        Map.of(
                                "POST /v1/conversations", "{\"id\":\"conv_1\"}",
                                "POST /v1/conversations/conv_1/items", "{\"data\":[" + message + "]}",
                                "GET /v1/conversations/conv_1/items?order=asc", "{\"data\":[" + message + "]}")));
    }
}
