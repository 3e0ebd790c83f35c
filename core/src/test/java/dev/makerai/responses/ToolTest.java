package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.containers.NetworkPolicy;
import dev.makerai.containers.Skill;
import dev.makerai.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ToolTest {
    private static final String SECRET = "hush-0123456789";

    @Test
    void whatIsNotSetIsNotSent() {
        assertEquals("{\"type\":\"web_search\"}", WebSearchTool.of().toJson().text());
        assertEquals("{\"type\":\"apply_patch\"}", ApplyPatchTool.of().toJson().text());
        assertEquals(
                "{\"type\":\"mcp\",\"server_label\":\"s\",\"server_url\":\"https://example.org\"}",
                McpTool.of("s", "https://example.org").toJson().text());
        assertEquals(
                "{\"type\":\"code_interpreter\",\"container\":{\"type\":\"auto\"}}",
                CodeInterpreterTool.of().toJson().text());
        assertEquals(
                "{\"type\":\"shell\",\"environment\":{\"type\":\"container_auto\"}}",
                ShellTool.of(ContainerOptions.of()).toJson().text());
    }

    @Test
    void aToolThatWasReadIsSentAsTheVeryTextAndAChangedCopyWithItsMembersOnly() {
        String text = "{ \"type\":\"web_search_2025_08_26\", \"x_new\":1.50, \"search_context_size\":\"low\"}";
        WebSearchTool tool = (WebSearchTool) ResponseTool.of(Json.parse(text));

        assertEquals(text, tool.toJson().text());
        assertEquals(WebSearchTool.ContextSize.LOW, tool.searchContextSize());
        assertEquals(
                "{\"type\":\"web_search_2025_08_26\",\"search_context_size\":\"low\",\"external_web_access\":false}",
                tool.withExternalWebAccess(false).toJson().text());
    }

    @Test
    void aFunctionWithoutAWordAboutStrictnessIsStrictAndTakesNothing() {
        FunctionTool tool = (FunctionTool) ResponseTool.of(Json.parse("{\"type\":\"function\",\"name\":\"f\"}"));

        assertTrue(tool.strict());
        assertEquals(FunctionTool.NO_PARAMETERS, tool.parameters());
        assertEquals(List.of(), tool.allowedCallers());
        assertNull(tool.async());
    }

    @Test
    void whatATokenOrHeaderHoldsIsInNoText() {
        McpTool tool = McpTool.of("spools", "https://user:" + SECRET + "@example.org/mcp?token=" + SECRET)
                .withAuthorization(SECRET)
                .withHeaders(Map.of("X-Key", SECRET));
        ContainerOptions container = ContainerOptions.of()
                .withNetworkPolicy(NetworkPolicy.allow("example.org").withSecret("example.org", "TOKEN", SECRET));
        Json broken = Json.parse("{\"type\":\"mcp\",\"authorization\":\"" + SECRET + "\"}");
        Json unknown = Json.parse("{\"type\":\"x_new\",\"key\":\"" + SECRET + "\"}");
        List<ResponseTool> tools = List.of(
                tool,
                ResponseTool.of(tool.toJson()),
                ResponseTool.of(broken),
                CodeInterpreterTool.of(container),
                ShellTool.of(container),
                new ShellTool(new ShellTool.UnknownEnvironment("x", unknown), List.of(), tool.source()),
                ShellTool.of(ContainerOptions.of().withNetworkPolicy(new NetworkPolicy.Unknown("x", unknown))));

        for (ResponseTool each : tools) {
            assertTrue(each.toJson().text().contains(SECRET), each::toString);
            assertFalse(each.toString().contains(SECRET), each.getClass()::getName);
        }
        ResponseRequest request = ResponseRequest.builder("m").tools(tools).build();
        assertFalse(request.toString().contains(SECRET));
        assertFalse(request.toBuilder()
                .extra("tools", Json.parse("[" + broken + "]"))
                .build()
                .toString()
                .contains(SECRET));
        assertTrue(tool.toString().contains("spools"), tool::toString);
        assertTrue(tool.toString().contains("example.org/mcp"), tool::toString);
    }

    @Test
    void aContainerIsReadInBothForms() {
        CodeInterpreterTool existing = CodeInterpreterTool.of("cntr_1");
        CodeInterpreterTool made = CodeInterpreterTool.of(ContainerOptions.of().withFiles("file_1"));

        assertEquals("cntr_1", existing.container().id());
        assertNull(existing.container().options());
        assertNull(made.container().id());
        assertEquals(ContainerOptions.of().withFiles("file_1"), made.container().options());
    }

    @Test
    void aFilterOfToolsIsReadInBothForms() {
        McpTool.ToolFilter list = new McpTool.ToolFilter(Json.parse("[\"find\",\"list\"]"));

        assertEquals(List.of("find", "list"), list.toolNames());
        assertFalse(list.readOnly());
        assertEquals(List.of("find"), McpTool.ToolFilter.of("find").toolNames());
        assertTrue(McpTool.ToolFilter.READ_ONLY.readOnly());
        assertEquals(List.of(), McpTool.ToolFilter.READ_ONLY.toolNames());
        assertEquals(
                "{\"never\":{\"tool_names\":[\"find\",\"list\"]}}",
                McpTool.Approval.neverFor(list).value().text());
    }

    @Test
    void misuseIsRefusedWithTheReason() {
        assertRefused("at least one function", () -> NamespaceTool.of("n", "d", List.of()));
        assertRefused("no WebSearchTool", () -> NamespaceTool.of("n", "d", List.of(WebSearchTool.of())));
        assertRefused("at least one vector store", FileSearchTool::of);
        assertRefused("1 to 50", () -> FileSearchTool.of("vs").withMaxResults(0));
        assertRefused("1 to 50", () -> FileSearchTool.of("vs").withMaxResults(51));
        assertRefused("from 0 to 1", () -> FileSearchTool.Ranking.above(Double.NaN));
        assertRefused("not both 0", () -> FileSearchTool.Ranking.hybrid(0, 0));
        assertRefused("NetworkPolicy.NONE", NetworkPolicy::allow);
        assertRefused(
                "ShellTool", () -> CodeInterpreterTool.of(ContainerOptions.of().withSkills(Skill.of("skill_1"))));
        assertRefused("at least one name", () -> McpTool.of("s", "u").withAllowedTools());
        assertRefused("from 0 to 100", () -> ImageGenerationTool.builder().outputCompression(101));
        assertRefused("from 0 to 3", () -> ImageGenerationTool.builder().partialImages(4));
        assertRefused("frame_count", () -> ImageGenerationTool.builder().frameCount(0));
        assertRefused("frame_duration_ms", () -> ImageGenerationTool.builder().frameDurationMs(0));
    }

    @Test
    void toolsEqualByTheirMembers() {
        assertEquals(
                McpTool.of("s", "u").withAllowedTools("a"), McpTool.of("s", "u").withAllowedTools("a"));
        assertEquals(WebSearchTool.of(), ResponseTool.of(Json.parse("{\"type\":\"web_search\"}")));
        assertEquals(
                ImageGenerationTool.of(),
                ImageGenerationTool.builder().model(null).build());
    }

    private static void assertRefused(String reason, Executable misuse) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, misuse);
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }
}
