package dev.makerai.vectorstores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makerai.json.Json;
import dev.makerai.responses.SearchFilter;
import dev.makerai.responses.Spec;
import dev.makerai.wire.SchemaSamples;
import dev.makerai.wire.SchemaUnion;
import dev.makerai.wire.SentJson;
import dev.makerai.wire.WireChecks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class VectorStoreContractTest {
    private static final String AUGUST = "vector_stores.openapi.json";
    private static final String NEWER = "wire-2026-11.rest.schema.json";
    private static final String SCHEMAS = "/components/schemas/";

    /** How each kind of object is read; examples have an older name for batches. */
    private static final Map<String, Function<Json, Record>> READERS = Map.of(
            "vector_store", VectorStore::of,
            "vector_store.file", VectorStoreFile::of,
            "vector_store.files_batch", VectorStoreFileBatch::of,
            "vector_store.file_batch", VectorStoreFileBatch::of,
            "vector_store.search_results.page", SearchResults::of,
            "vector_store.file_content.page", FileContent::of);

    private static final Map<String, String> SAMPLES = Map.of(
            SCHEMAS + "VectorStoreObject",
            AUGUST,
            SCHEMAS + "VectorStoreFileObject",
            AUGUST,
            SCHEMAS + "VectorStoreFileBatchObject",
            AUGUST,
            SCHEMAS + "VectorStoreSearchResultsPage",
            AUGUST,
            SCHEMAS + "VectorStoreFileContentResponse",
            AUGUST,
            "/$defs/root.VectorStore",
            NEWER,
            "/$defs/root.VectorStoreFile",
            NEWER,
            "/$defs/root.VectorStoreFileBatch",
            NEWER);

    private static String kind(JsonNode node) {
        return node.path("object").asText();
    }

    private static Function<String, String> readAndWrite(JsonNode node) {
        Function<Json, Record> reader = READERS.get(kind(node));
        return json ->
                VectorStoresWire.CODECS.encode(reader.apply(Json.parse(json))).text();
    }

    private static List<JsonNode> documents() throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        Spec.objects(node -> READERS.containsKey(kind(node))).values().forEach(documents::add);
        assertTrue(documents.size() >= 12, () -> "only " + documents);
        SAMPLES.forEach((pointer, file) -> documents.addAll(SchemaSamples.of(file, pointer)));
        return documents;
    }

    @Test
    void everyOfficialObjectIsReadAndKept() throws IOException {
        for (JsonNode document : documents()) {
            WireChecks.assertRoundTrip(document, readAndWrite(document)::apply);
        }
    }

    @Test
    void whateverChangesInAnObjectItIsReadAndKept() {
        SAMPLES.forEach((pointer, file) -> {
            JsonNode sample = SchemaSamples.of(file, pointer).get(0);
            WireChecks.assertTolerant(sample, readAndWrite(sample)::apply);
        });
    }

    @Test
    void theTypedMembersHoldAllOfIt() throws IOException {
        for (JsonNode document : documents()) {
            ObjectNode wanted = document.deepCopy();
            wanted.remove("object");
            // An older name of usage_bytes, of which the examples have not been told.
            wanted.remove("bytes");
            if (wanted.path("search_query").isTextual()) {
                wanted.putArray("search_query").add(document.path("search_query"));
            }
            Record read = WireChecks.withoutSource(READERS.get(kind(document)).apply(Json.parse(Spec.text(document))));
            ObjectNode written =
                    (ObjectNode) Spec.tree(VectorStoresWire.CODECS.encode(read).text());
            for (String name : List.of("status", "metadata", "attributes", "search_query", "data")) {
                // What is missing is empty, which says the same.
                if (!wanted.hasNonNull(name)) {
                    assertTrue(written.path(name).isEmpty()
                            || written.path(name).asText().isEmpty());
                    written.remove(name);
                    wanted.remove(name);
                }
            }

            assertEquals(WireChecks.normal(wanted), WireChecks.normal(written));
        }
    }

    @Test
    void everyMemberOfTheSchemasIsModelled() {
        SchemaUnion.of(AUGUST, SCHEMAS + "VectorStoreObject").assertModelled(VectorStore.class, "object");
        SchemaUnion.of(NEWER, "/$defs/VectorStore").assertModelled(VectorStore.class, "object");
        SchemaUnion.of(AUGUST, SCHEMAS + "VectorStoreFileObject").assertModelled(VectorStoreFile.class, "object");
        SchemaUnion.of(NEWER, "/$defs/VectorStoreFile").assertModelled(VectorStoreFile.class, "object");
        SchemaUnion.of(AUGUST, SCHEMAS + "VectorStoreFileBatchObject")
                .assertModelled(VectorStoreFileBatch.class, "object");
        SchemaUnion.of(NEWER, "/$defs/VectorStoreFileBatch").assertModelled(VectorStoreFileBatch.class, "object");
        SchemaUnion.of(NEWER, "/$defs/VectorStore.FileCounts").assertModelled(VectorStore.FileCounts.class);
        SchemaUnion.of(NEWER, "/$defs/VectorStore.ExpiresAfter").assertModelled(VectorStore.ExpiresAfter.class);
        SchemaUnion.of(NEWER, "/$defs/VectorStoreFile.LastError").assertModelled(VectorStoreFile.LastError.class);
        SchemaUnion.of(AUGUST, SCHEMAS + "VectorStoreSearchResultsPage").assertModelled(SearchResults.class, "object");
        SchemaUnion.of(AUGUST, SCHEMAS + "VectorStoreSearchResultItem").assertModelled(SearchResults.Hit.class);
        SchemaUnion.of(AUGUST, SCHEMAS + "VectorStoreFileContentResponse").assertModelled(FileContent.class, "object");
        SchemaUnion.of(AUGUST, SCHEMAS + "VectorStoreSearchRequest").assertModelled(SearchRequest.class);
        SchemaUnion.of(NEWER, "/$defs/VectorStoreSearchParams").assertModelled(SearchRequest.class);
        SchemaUnion.of(NEWER, "/$defs/VectorStoreSearchParams.RankingOptions")
                .assertModelled(SearchRequest.RankingOptions.class);
        SchemaUnion.of(AUGUST, SCHEMAS + "CreateVectorStoreFileRequest").assertModelled(AttachRequest.class);
    }

    @Test
    void everyWayToCutAFileIsModelled() {
        for (SchemaUnion union : List.of(
                SchemaUnion.of(AUGUST, SCHEMAS + "ChunkingStrategyRequestParam"),
                SchemaUnion.of(AUGUST, SCHEMAS + "VectorStoreFileObject/properties/chunking_strategy"),
                SchemaUnion.of(NEWER, "/$defs/FileChunkingStrategy"),
                SchemaUnion.of(NEWER, "/$defs/FileChunkingStrategyParam"))) {
            union.assertModelled(pick(union));
            for (String label : union.labels()) {
                assertTrue(VectorStoresWire.CHUNKING_STRATEGIES.containsKey(label), label);
            }
        }
        SchemaUnion.of(NEWER, "/$defs/StaticFileChunkingStrategy").assertModelled(ChunkingStrategy.Sizes.class);
        VectorStoreFile odd = VectorStoreFile.of(Json.parse("{\"chunking_strategy\":{\"type\":\"x_new\",\"by\":1}}"));
        assertInstanceOf(ChunkingStrategy.Unknown.class, odd.chunkingStrategy());
    }

    private static Map<String, Class<? extends ChunkingStrategy>> pick(SchemaUnion union) {
        Map<String, Class<? extends ChunkingStrategy>> table =
                new LinkedHashMap<>(VectorStoresWire.CHUNKING_STRATEGIES);
        table.keySet().retainAll(union.labels());
        return table;
    }

    @Test
    void everyRequestIsValid() {
        VectorStoreRequest whole = VectorStoreRequest.named("Data sheets")
                .description("All filaments")
                .fileIds(List.of("file-1"))
                .chunkingStrategy(ChunkingStrategy.of(400, 100))
                .expiresAfterUnusedDays(30)
                .metadata(Map.of("shop", "1"));
        for (VectorStoreRequest request : List.of(
                VectorStoreRequest.create(),
                VectorStoreRequest.named("x").chunkingStrategy(ChunkingStrategy.AUTO),
                VectorStoreRequest.named("x").expiresNever(),
                whole)) {
            Json sent = VectorStoresWire.CODECS.encode(request.forCreation());
            SentJson.assertValid(AUGUST, SCHEMAS + "CreateVectorStoreRequest", sent);
            SentJson.assertValid(NEWER, "/$defs/root.VectorStoreCreateParams", sent);
        }
        VectorStoreRequest change =
                VectorStoreRequest.named("x").expiresAfterUnusedDays(1).metadata(Map.of());
        SentJson.assertValid(
                AUGUST, SCHEMAS + "UpdateVectorStoreRequest", VectorStoresWire.CODECS.encode(change.forChange()));
        assertEquals(
                "{\"expires_after\":null}",
                VectorStoreRequest.create().expiresNever().toJson().text());
        assertFalse(SentJson.problems(AUGUST, SCHEMAS + "UpdateVectorStoreRequest", whole.toJson())
                .isEmpty());
    }

    @Test
    void everyFileToAttachIsValid() {
        Attributes attributes =
                Attributes.NONE.with("material", "PETG").with("year", 2026).with("tested", true);
        for (AttachRequest request : List.of(
                AttachRequest.of("file-1"),
                AttachRequest.of("file-1").attributes(attributes).chunkingStrategy(ChunkingStrategy.AUTO),
                AttachRequest.of("file-1").chunkingStrategy(ChunkingStrategy.of(4096, 2048)))) {
            SentJson.assertValid(AUGUST, SCHEMAS + "CreateVectorStoreFileRequest", request.toJson());
            SentJson.assertValid(
                    AUGUST,
                    SCHEMAS + "CreateVectorStoreFileBatchRequest",
                    VectorStoresWire.CODECS.encode(Map.of("files", List.of(request))));
        }
        SentJson.assertValid(
                AUGUST,
                SCHEMAS + "UpdateVectorStoreFileAttributesRequest",
                VectorStoresWire.CODECS.encode(Map.of("attributes", attributes)));
    }

    @Test
    void everySearchIsValid() {
        for (SearchRequest request : List.of(
                SearchRequest.of("How hot?"),
                SearchRequest.of("How hot?", "How cold?").rewriteQuery(true).maxNumResults(50),
                SearchRequest.of("x").ranker(SearchRequest.Ranker.NONE).scoreThreshold(0.4),
                SearchRequest.of("x").scoreThreshold(1).ranker(SearchRequest.Ranker.DEFAULT_2024_11_15),
                SearchRequest.of("x").ranker(SearchRequest.Ranker.AUTO).filters(SearchFilter.eq("a", "b")),
                SearchRequest.of("x")
                        .filters(SearchFilter.and(
                                SearchFilter.in("material", List.of("PETG", "ASA")),
                                SearchFilter.gte("year", 2024))))) {
            SentJson.assertValid(AUGUST, SCHEMAS + "VectorStoreSearchRequest", request.toJson());
            SentJson.assertValid(NEWER, "/$defs/root.VectorStoreSearchParams", request.toJson());
        }
    }
}
