package dev.makerai.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makerai.containers.Container;
import dev.makerai.containers.ContainerFile;
import dev.makerai.containers.ContainerRequest;
import dev.makerai.containers.MemoryLimit;
import dev.makerai.containers.NetworkPolicy;
import dev.makerai.containers.Skill;
import dev.makerai.conversations.StoredConversation;
import dev.makerai.files.FileContent;
import dev.makerai.files.FileObject;
import dev.makerai.files.FilePurpose;
import dev.makerai.files.FileUpload;
import dev.makerai.files.Upload;
import dev.makerai.http.TransferProgress;
import dev.makerai.json.Json;
import dev.makerai.models.Model;
import dev.makerai.responses.InputImage;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.InputMessage;
import dev.makerai.responses.InputText;
import dev.makerai.responses.Spec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.junit.jupiter.api.Test;

/** Holds files, uploads, containers, models and conversations against the published examples and schemas. */
class RestContractTest extends RestFixture {
    private static final String NEWER = "wire-2026-11.rest.schema.json";

    /** What the service has published of each object, as {@code object} names it. */
    private static final Map<String, UnaryOperator<String>> READERS = Map.of(
            "file", it -> FileObject.of(Json.parse(it)).toJson().text(),
            "upload", it -> Upload.of(Json.parse(it)).toJson().text(),
            "upload.part", it -> Upload.Part.of(Json.parse(it)).toJson().text(),
            "container", it -> Container.of(Json.parse(it)).toJson().text(),
            "container.file", it -> ContainerFile.of(Json.parse(it)).toJson().text(),
            "model", it -> Model.of(Json.parse(it)).toJson().text(),
            "conversation", it -> StoredConversation.of(Json.parse(it)).toJson().text());

    /** The same without the exact text, so that only what the members hold is written. */
    private static final Map<String, UnaryOperator<String>> TYPED = Map.of(
            "file",
                    it -> WireChecks.withoutSource(FileObject.of(Json.parse(it)))
                            .toJson()
                            .text(),
            "upload",
                    it -> WireChecks.withoutSource(Upload.of(Json.parse(it)))
                            .toJson()
                            .text(),
            "upload.part",
                    it -> WireChecks.withoutSource(Upload.Part.of(Json.parse(it)))
                            .toJson()
                            .text(),
            "container",
                    it -> WireChecks.withoutSource(Container.of(Json.parse(it)))
                            .toJson()
                            .text(),
            "container.file",
                    it -> WireChecks.withoutSource(ContainerFile.of(Json.parse(it)))
                            .toJson()
                            .text(),
            "model",
                    it -> WireChecks.withoutSource(Model.of(Json.parse(it)))
                            .toJson()
                            .text(),
            "conversation",
                    it -> WireChecks.withoutSource(StoredConversation.of(Json.parse(it)))
                            .toJson()
                            .text());

    private static Map<String, JsonNode> examples() throws IOException {
        Map<String, JsonNode> ours = new LinkedHashMap<>();
        Set<String> groups = Set.of("files", "uploads", "containers", "models", "conversations");
        Spec.examples().forEach((name, document) -> {
            if (groups.contains(name.substring(0, name.indexOf('/')))) {
                ours.put(name, document);
            }
        });
        return ours;
    }

    private static List<JsonNode> objects(JsonNode document) {
        List<JsonNode> objects = new ArrayList<>();
        for (JsonNode object : Spec.objectsIn(document)) {
            if (READERS.containsKey(object.path("object").asText()) && !object.has("deleted")) {
                objects.add(object);
            }
        }
        return objects;
    }

    @Test
    void everyOfficialExampleIsReadAndWrittenAsItWas() throws IOException {
        Set<String> read = new TreeSet<>();
        Set<String> other = new TreeSet<>();
        examples().forEach((name, document) -> {
            List<JsonNode> objects = objects(document);
            for (JsonNode object : objects) {
                UnaryOperator<String> reader = READERS.get(object.path("object").asText());
                WireChecks.assertRoundTrip(object, reader);
                assertEquals(Spec.text(object), reader.apply(Spec.text(object)), name);
                read.add(object.path("object").asText());
            }
            boolean items = document.path("data").path(0).has("role") || document.has("role");
            boolean confirmsDeletion = document.path("deleted").asBoolean();
            if (objects.isEmpty() && !items && !confirmsDeletion && !name.endsWith(".request.json")) {
                other.add(name);
            }
        });
        assertEquals(READERS.keySet(), read);
        assertEquals(Set.of(), other, "Examples that nobody reads");
    }

    @Test
    void everyOfficialItemOfAConversationIsReadAndWrittenAsItWas() throws IOException {
        int count = 0;
        for (JsonNode document : examples().values()) {
            for (JsonNode object : Spec.objectsIn(document)) {
                if (object.path("type").asText().equals("message")) {
                    WireChecks.assertRoundTrip(
                            object, it -> InputItem.of(Json.parse(it)).toJson().text());
                    count++;
                }
            }
        }
        assertTrue(count >= 4, "only " + count);
    }

    @Test
    void everyChangeOfAnythingIsTolerated() throws IOException {
        for (JsonNode document : examples().values()) {
            for (JsonNode object : objects(document)) {
                WireChecks.assertTolerant(
                        object, READERS.get(object.path("object").asText()));
            }
        }
    }

    private static Map<String, List<JsonNode>> samples() {
        Map<String, List<JsonNode>> samples = new LinkedHashMap<>();
        samples.put("file", SchemaSamples.of("files.openapi.json", "/components/schemas/OpenAIFile"));
        samples.put("upload", SchemaSamples.of(NEWER, "/$defs/root.Upload"));
        samples.put("upload.part", SchemaSamples.of("uploads.openapi.json", "/components/schemas/UploadPart"));
        samples.put("container", SchemaSamples.of("containers.openapi.json", "/components/schemas/ContainerResource"));
        samples.put(
                "container.file",
                SchemaSamples.of("containers.openapi.json", "/components/schemas/ContainerFileResource"));
        samples.put("model", SchemaSamples.of(NEWER, "/$defs/root.Model"));
        samples.put("conversation", SchemaSamples.of(NEWER, "/$defs/root.Conversation"));
        // What a sample cannot know: these are a day, and marks of text, and what is disabled allows no host.
        samples.get("model").forEach(it -> ((ObjectNode) it).put("shutdown_date", "2026-12-11"));
        samples.get("conversation")
                .forEach(it -> ((ObjectNode) it).putObject("metadata").put("topic", "a"));
        samples.get("container").forEach(it -> {
            if (it.path("network_policy").path("type").asText().equals("disabled")) {
                ((ObjectNode) it.get("network_policy")).remove("allowed_domains");
            }
        });
        samples.forEach((kind, documents) -> assertFalse(documents.isEmpty(), kind));
        return samples;
    }

    @Test
    void everySampleOfTheSchemasIsReadAndEveryChangeOfItTolerated() {
        samples()
                .forEach(
                        (kind, documents) -> documents.forEach(it -> WireChecks.assertTolerant(it, READERS.get(kind))));
    }

    @Test
    void whatTheSchemasKnowIsKeptByTypedMembersToo() {
        samples()
                .forEach((kind, documents) -> documents.forEach(it -> {
                    Spec.objectsIn(it).forEach(object -> ((ObjectNode) object).remove("object"));
                    WireChecks.assertRoundTrip(it, TYPED.get(kind));
                }));
    }

    @Test
    void everyMemberIsModelled() {
        SchemaUnion.of("files.openapi.json", "/components/schemas/OpenAIFile")
                .assertModelled(FileObject.class, "object");
        SchemaUnion.of(NEWER, "/$defs/root.FileObject").assertModelled(FileObject.class, "object");
        SchemaUnion.of("uploads.openapi.json", "/components/schemas/Upload").assertModelled(Upload.class, "object");
        SchemaUnion.of(NEWER, "/$defs/root.Upload").assertModelled(Upload.class, "object");
        SchemaUnion.of("uploads.openapi.json", "/components/schemas/UploadPart")
                .assertModelled(Upload.Part.class, "object");
        SchemaUnion.of("containers.openapi.json", "/components/schemas/ContainerResource")
                .assertModelled(Container.class, "object");
        SchemaUnion.of("containers.openapi.json", "/components/schemas/ContainerFileResource")
                .assertModelled(ContainerFile.class, "object");
        SchemaUnion.of("models.openapi.json", "/components/schemas/Model").assertModelled(Model.class, "object");
        SchemaUnion.of(NEWER, "/$defs/root.Model").assertModelled(Model.class, "object");
        SchemaUnion.of("conversations.openapi.json", "/components/schemas/ConversationResource")
                .assertModelled(StoredConversation.class, "object");
        SchemaUnion.of(NEWER, "/$defs/root.Conversation").assertModelled(StoredConversation.class, "object");
    }

    @Test
    void everyMemberAndCaseOfARequestIsModelled() {
        Map<String, Class<?>> policies =
                Map.of("disabled", NetworkPolicy.Disabled.class, "allowlist", NetworkPolicy.Allowlist.class);
        Map<String, Class<?>> skills = Map.of("skill_reference", Skill.Reference.class, "inline", Skill.Inline.class);
        for (String[] place : new String[][] {
            {"containers.openapi.json", "/components/schemas/CreateContainerBody"},
            {NEWER, "/$defs/ContainerCreateParams"}
        }) {
            SchemaUnion.of(place[0], place[1]).assertModelled(ContainerRequest.class);
            SchemaUnion policy = SchemaUnion.of(place[0], place[1] + "/properties/network_policy");
            policy.assertModelled(policies);
            policy.assertNothingMore(policies);
            SchemaUnion skill = SchemaUnion.of(place[0], place[1] + "/properties/skills");
            skill.assertModelled(skills);
            skill.assertNothingMore(skills);
        }
        assertEquals(
                Set.of("file", "purpose", "expires_after"),
                SchemaUnion.of("files.openapi.json", "/components/schemas/CreateFileRequest")
                        .members(""));
        assertEquals(
                Set.of("filename", "purpose", "bytes", "mime_type", "expires_after"),
                SchemaUnion.of("uploads.openapi.json", "/components/schemas/CreateUploadRequest")
                        .members(""));
    }

    @Test
    void theFormOfAnUploadIsValid() throws Exception {
        RequestSchema schema = RequestSchema.of("files.openapi.json", "/components/schemas/CreateFileRequest");
        for (FilePurpose purpose : List.of(
                FilePurpose.USER_DATA,
                FilePurpose.VISION,
                FilePurpose.BATCH,
                FilePurpose.ASSISTANTS,
                FilePurpose.FINE_TUNE,
                FilePurpose.EVALS)) {
            FileUpload upload = FileUpload.of("a.txt", bytes(3), purpose);
            for (FileUpload each : List.of(upload, upload.withExpiresAfter(Duration.ofDays(30)))) {
                answer("{}");
                ai.files().upload(each);
                schema.assertValid(document(formOf(server.takeRequest())));
            }
        }
        assertFalse(schema.problems(Spec.tree("{\"purpose\":\"x\"}")).isEmpty());
    }

    @Test
    void theDocumentsOfAnUploadInPartsAreValid() throws Exception {
        answer("{\"id\":\"upload_1\"}");
        answer("{\"id\":\"part_1\"}");
        answer("{\"file\":{}}");
        ai.files()
                .uploadLarge(
                        FileUpload.of("a.txt", bytes(3), FilePurpose.BATCH).withExpiresAfter(Duration.ofHours(1)),
                        TransferProgress.NONE);
        answer("{}");
        answer("{}");
        ai.uploads().create("a.txt", FilePurpose.FINE_TUNE, 5, "text/plain");
        ai.uploads().complete("upload_1", List.of("part_1", "part_2"), null);

        RequestSchema create = RequestSchema.of("uploads.openapi.json", "/components/schemas/CreateUploadRequest");
        RequestSchema part = RequestSchema.of("uploads.openapi.json", "/components/schemas/AddUploadPartRequest");
        RequestSchema complete = RequestSchema.of("uploads.openapi.json", "/components/schemas/CompleteUploadRequest");
        create.assertValid(documentOf(server.takeRequest()));
        part.assertValid(document(formOf(server.takeRequest())));
        complete.assertValid(documentOf(server.takeRequest()));
        create.assertValid(documentOf(server.takeRequest()));
        complete.assertValid(documentOf(server.takeRequest()));
    }

    @Test
    void theDocumentsOfAContainerAreValid() throws Exception {
        ContainerRequest least = ContainerRequest.of("a");
        List<ContainerRequest> requests = new ArrayList<>(List.of(
                least,
                least.withFiles("file_1"),
                least.withNetworkPolicy(NetworkPolicy.NONE),
                least.withNetworkPolicy(
                        NetworkPolicy.allow("example.org", "example.com").withSecret("example.org", "TOKEN", "secret")),
                least.withSkills(
                        Skill.of("skill_1"),
                        Skill.of("skill_2").withVersion("latest"),
                        Skill.of("print", "Prints", bytes(30))),
                least.withExpiresAfter(Duration.ofMinutes(20))));
        for (MemoryLimit limit : List.of(MemoryLimit.GB_1, MemoryLimit.GB_4, MemoryLimit.GB_16, MemoryLimit.GB_64)) {
            requests.add(least.withMemoryLimit(limit));
        }
        RequestSchema august = RequestSchema.of("containers.openapi.json", "/components/schemas/CreateContainerBody");
        RequestSchema newer = RequestSchema.of(NEWER, "/$defs/root.ContainerCreateParams");
        for (ContainerRequest request : requests) {
            answer("{}");
            ai.containers().create(request);
            JsonNode document = documentOf(server.takeRequest());
            august.assertValid(document);
            newer.assertValid(document);
        }

        answer("{}");
        answer("{}");
        ai.containers().addFile("cntr_1", FileContent.of("a", bytes(3)));
        ai.containers().addUploaded("cntr_1", "file_1");
        RequestSchema file = RequestSchema.of("containers.openapi.json", "/components/schemas/CreateContainerFileBody");
        file.assertValid(document(formOf(server.takeRequest())));
        file.assertValid(documentOf(server.takeRequest()));
    }

    @Test
    void theDocumentsOfAConversationAreValid() throws Exception {
        List<InputItem> items = List.of(
                InputMessage.user("Hello"),
                InputMessage.user(new InputText("What is this?"), InputImage.ofFileId("file_1")));
        for (int i = 0; i < 5; i++) {
            answer("{}");
        }
        ai.conversations().create();
        ai.conversations().create(Map.of("topic", "a"));
        ai.conversations().create(items, Map.of("topic", "a"));
        ai.conversations().update("conv_1", Map.of("topic", "b"));
        ai.conversations().addItems("conv_1", items);

        RequestSchema create =
                RequestSchema.of("conversations.openapi.json", "/components/schemas/CreateConversationBody");
        RequestSchema newer = RequestSchema.of(NEWER, "/$defs/root.ConversationCreateParams");
        for (int i = 0; i < 3; i++) {
            JsonNode document = documentOf(server.takeRequest());
            create.assertValid(document);
            newer.assertValid(document);
        }
        RequestSchema.of("conversations.openapi.json", "/components/schemas/UpdateConversationBody")
                .assertValid(documentOf(server.takeRequest()));
        RequestSchema.of(
                        "conversations.openapi.json",
                        "/paths/~1conversations~1{conversation_id}~1items/post/requestBody/content"
                                + "/application~1json/schema")
                .assertValid(documentOf(server.takeRequest()));
    }

    @Test
    void theOfficialRequestsCanBeMade() throws Exception {
        Map<String, JsonNode> examples = examples();
        assertEquals(
                examples.get("containers/post-containers.request.json"),
                Spec.tree(ContainerRequest.of("My Container")
                        .withMemoryLimit(MemoryLimit.GB_4)
                        .withSkills(
                                Skill.of("skill_4db6f1a2c9e73508b41f9da06e2c7b5f"),
                                Skill.of("openai-spreadsheets").withVersion("latest"))
                        .withNetworkPolicy(NetworkPolicy.allow("api.buildkite.com"))
                        .toJson()
                        .text()));
        for (int i = 0; i < 3; i++) {
            answer("{}");
        }
        ai.conversations().create(List.of(InputMessage.user("Hello!")), Map.of("topic", "demo"));
        ai.uploads().complete("upload_1", List.of("part_def456", "part_ghi789"), null);
        ai.conversations().update("conv_1", Map.of("topic", "project-x"));
        for (String name : List.of(
                "conversations/post-conversations.request.json",
                "uploads/post-uploads-upload-id-complete.request.json",
                "conversations/post-conversations-conversation-id.request.json")) {
            RecordedRequest request = server.takeRequest();
            assertEquals(examples.get(name), documentOf(request), name);
        }
    }

    /** A form as the schemas see it: brackets are members within members, and files are text. */
    private static JsonNode document(Map<String, ByteString> form) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        form.forEach((disposition, content) -> {
            String name = disposition.replaceFirst("^form-data; name=\"([^\"]*)\".*$", "$1");
            ObjectNode object = document;
            int bracket = name.indexOf('[');
            if (bracket >= 0) {
                object = document.withObjectProperty(name.substring(0, bracket));
                name = name.substring(bracket + 1, name.length() - 1);
            }
            if (name.equals("seconds")) {
                object.put(name, Long.parseLong(content.utf8()));
            } else {
                object.put(name, content.utf8());
            }
        });
        return document;
    }
}
