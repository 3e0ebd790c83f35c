package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makerai.containers.MemoryLimit;
import dev.makerai.containers.NetworkPolicy;
import dev.makerai.containers.Skill;
import dev.makerai.json.Json;
import dev.makerai.responses.ResponseTool.Caller;
import dev.makerai.wire.RequestSchemas;
import dev.makerai.wire.SchemaUnion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Holds every tool that can be made against the published shapes. */
class ToolSchemaTest {
    private static final Json SCHEMA = FunctionTool.NO_PARAMETERS;
    private static final Caller[] BOTH = {Caller.DIRECT, Caller.PROGRAMMATIC};

    /** What the service does not make any more, but older responses still hold. */
    private static final Set<String> ONLY_READ =
            Set.of("computer_use_preview", "web_search_preview", "web_search_preview_2025_03_11");

    private final RequestSchemas schemas = CreateSchemas.read();

    private static List<ResponseTool> plain() {
        return List.of(
                FunctionTool.of("f", "Does it", SCHEMA),
                CustomTool.of("c", "Takes a text"),
                NamespaceTool.of("shop", "Prices", List.of(FunctionTool.of("f", "d", SCHEMA))),
                ToolSearchTool.of(),
                ProgrammaticToolCallingTool.of(),
                FileSearchTool.of("vs_1"),
                WebSearchTool.of(),
                CodeInterpreterTool.of(),
                ImageGenerationTool.of(),
                McpTool.of("spools", "https://spools.example.org/mcp"),
                ComputerTool.of(),
                ShellTool.local(),
                ApplyPatchTool.of(),
                LocalShellTool.of());
    }

    private static List<ResponseTool> full() {
        ContainerOptions container = ContainerOptions.of()
                .withFiles("file_1", "file_2")
                .withMemoryLimit(MemoryLimit.GB_4)
                .withNetworkPolicy(NetworkPolicy.allow("example.org").withSecret("example.org", "TOKEN", "hush"));
        FunctionTool function = FunctionTool.of("f", "Does it", SCHEMA)
                .withStrict(false)
                .withAsync(true)
                .withDeferLoading(true)
                .withAllowedCallers(BOTH)
                .withOutputSchema(SCHEMA);
        CustomTool custom = CustomTool.of("c", "Takes a text")
                .withFormat(CustomTool.Format.lark("start: \"a\""))
                .withAsync(true)
                .withDeferLoading(true)
                .withAllowedCallers(BOTH);
        return List.of(
                function,
                custom,
                NamespaceTool.of("shop", "Prices", List.of(function, custom)),
                ToolSearchTool.client("Finds tools", SCHEMA),
                ProgrammaticToolCallingTool.of(),
                FileSearchTool.of("vs_1", "vs_2")
                        .withFilter(SearchFilter.eq("material", "PETG"))
                        .withMaxResults(5)
                        .withRanking(
                                new FileSearchTool.Ranking("auto", 0.5, new FileSearchTool.HybridSearch(0.7, 0.3))),
                WebSearchTool.of()
                        .withAllowedDomains("example.org")
                        .withContextSize(WebSearchTool.ContextSize.HIGH)
                        .withUserLocation(new WebSearchTool.UserLocation("CH", "ZH", "Zurich", "Europe/Zurich"))
                        .withExternalWebAccess(false),
                CodeInterpreterTool.of(container).withAllowedCallers(BOTH),
                ImageGenerationTool.builder()
                        .model("gpt-image-2")
                        .action(ImageGenerationTool.Action.EDIT)
                        .size("1024x1536")
                        .quality(ImageLevel.HIGH)
                        .outputFormat(ImageFormat.WEBP)
                        .outputCompression(80)
                        .background(ImageGenerationTool.Background.OPAQUE)
                        .inputFidelity(ImageLevel.HIGH)
                        .inputImageMask(ImageGenerationTool.Mask.ofFileId("file_1"))
                        .moderation(ImageLevel.LOW)
                        .partialImages(3)
                        .complexity(ImageLevel.MEDIUM)
                        .frameCount(2)
                        .frameDurationMs(100)
                        .svg(ImageGenerationTool.Svg.of("gpt-6.1-sol", ReasoningEffort.LOW))
                        .build(),
                McpTool.of("spools", "https://spools.example.org/mcp")
                        .withDescription("Spools in stock")
                        .withAuthorization("hush")
                        .withHeaders(Map.of("X-Shop", "hush"))
                        .withAllowedTools("find_spool")
                        .withApproval(McpTool.Approval.NEVER)
                        .withDeferLoading(true)
                        .withAllowedCallers(BOTH),
                ComputerTool.of(),
                ShellTool.of(container.withSkills(
                                Skill.of("skill_1"), Skill.of("slicing", "Slices", new byte[] {'P', 'K'})))
                        .withAllowedCallers(BOTH),
                ApplyPatchTool.of().withAllowedCallers(BOTH),
                LocalShellTool.of());
    }

    private static List<ResponseTool> otherForms() {
        return List.of(
                CustomTool.of("c", "d").withFormat(CustomTool.Format.regex("[a-z]+")),
                CustomTool.of("c", "d").withFormat(new CustomTool.Format.Text()),
                CodeInterpreterTool.of("cntr_1"),
                CodeInterpreterTool.of(ContainerOptions.of().withNetworkPolicy(NetworkPolicy.NONE)),
                ShellTool.of("cntr_1"),
                ShellTool.of(ContainerOptions.of()),
                ShellTool.local(new ShellTool.LocalSkill("slicing", "Slices", "skills/slicing")),
                WebSearchTool.of().withAllowedDomains("example.org").withAllowedDomains(),
                WebSearchTool.of().withUserLocation(WebSearchTool.UserLocation.of("CH", null)),
                FileSearchTool.of("vs_1").withRanking(FileSearchTool.Ranking.above(0.3)),
                FileSearchTool.of("vs_1")
                        .withRanking(FileSearchTool.Ranking.hybrid(1, 0).withRanker("default-2024-11-15")),
                ImageGenerationTool.builder()
                        .inputImageMask(ImageGenerationTool.Mask.of(InputImage.ofUrl("data:image/png;base64,AA==")))
                        .build(),
                McpTool.tunnel("shop", "tunnel_0123456789abcdef0123456789abcdef"),
                McpTool.connector("drive", "connector_googledrive").withAllowedTools(McpTool.ToolFilter.READ_ONLY),
                McpTool.of("s", "https://example.org").withApproval(McpTool.Approval.ALWAYS),
                McpTool.of("s", "https://example.org")
                        .withApproval(McpTool.Approval.neverFor(McpTool.ToolFilter.READ_ONLY)),
                McpTool.of("s", "https://example.org")
                        .withApproval(McpTool.Approval.of(
                                McpTool.ToolFilter.of("delete"),
                                new McpTool.ToolFilter(Json.parse("[\"find\",\"list\"]")))));
    }

    @Test
    void everyToolIsValidPlainAndWithEverythingSet() {
        for (List<ResponseTool> tools : List.of(plain(), full(), otherForms())) {
            tools.forEach(this::assertValid);
            schemas.assertValid(
                    ResponseRequest.builder("m").tools(tools).build().toJson().text());
        }
    }

    @Test
    void everyToolAndEveryMemberCanBeSet() {
        SchemaUnion published = SchemaUnion.of(CreateSchemas.NEWER, "/$defs/Tool");
        Set<String> labels = new TreeSet<>(ONLY_READ);
        labels.add("web_search_2025_08_26");
        for (ResponseTool tool : full()) {
            JsonNode sent = Spec.tree(tool.toJson().text());
            String label = sent.path("type").asText();
            labels.add(label);
            Set<String> members = new TreeSet<>();
            sent.fieldNames().forEachRemaining(members::add);
            members.remove("type");
            Set<String> expected = published.members(label);
            if (label.equals("mcp")) {
                expected.removeAll(Set.of("tunnel_id", "connector_id"));
            } else if (label.equals("tool_search")) {
                expected = Set.of("execution", "description", "parameters");
            }
            assertEquals(expected, members, label);
        }
        assertEquals(published.labels(), labels);
    }

    @Test
    void everyConstantOfAToolIsValid() {
        each(
                ImageFormat.class,
                it -> ImageGenerationTool.builder().outputFormat(it).build());
        each(ImageLevel.class, it -> ImageGenerationTool.builder().quality(it).build());
        each(
                ImageGenerationTool.Action.class,
                it -> ImageGenerationTool.builder().action(it).build());
        each(
                ImageGenerationTool.Background.class,
                it -> ImageGenerationTool.builder().background(it).build());
        each(WebSearchTool.ContextSize.class, it -> WebSearchTool.of().withContextSize(it));
        each(
                ToolSearchTool.Execution.class,
                it -> new ToolSearchTool(it, null, null, ToolSearchTool.of().source()));
        each(MemoryLimit.class, it -> ShellTool.of(ContainerOptions.of().withMemoryLimit(it)));
        each(Caller.class, it -> ApplyPatchTool.of().withAllowedCallers(it));
    }

    private <T> void each(Class<T> type, Function<T, ResponseTool> tool) {
        CreateSchemas.constants(type).forEach(it -> assertValid(tool.apply(it)));
    }

    private void assertValid(ResponseTool tool) {
        schemas.assertValid(ResponseRequest.builder("m")
                .tools(List.of(tool))
                .build()
                .toJson()
                .text());
    }
}
