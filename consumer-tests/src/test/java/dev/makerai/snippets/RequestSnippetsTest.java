package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.containers.MemoryLimit;
import dev.makerai.containers.NetworkPolicy;
import dev.makerai.json.Json;
import dev.makerai.responses.CodeInterpreterTool;
import dev.makerai.responses.ContainerOptions;
import dev.makerai.responses.CustomTool;
import dev.makerai.responses.FileSearchTool;
import dev.makerai.responses.FunctionTool;
import dev.makerai.responses.ImageGenerationTool;
import dev.makerai.responses.McpTool;
import dev.makerai.responses.ModerationOptions;
import dev.makerai.responses.PromptCacheOptions;
import dev.makerai.responses.ReasoningEffort;
import dev.makerai.responses.ReasoningOptions;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.ResponseTool;
import dev.makerai.responses.SearchFilter;
import dev.makerai.responses.ShellTool;
import dev.makerai.responses.ToolChoice;
import dev.makerai.responses.WebSearchTool;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snippets about tools and other parts of a request. */
class RequestSnippetsTest {
    private final Json schema = FunctionTool.NO_PARAMETERS;
    private final ResponseRequest request =
            ResponseRequest.builder("any").input("Slice it").build();

    private static void assertSent(String expected, ResponseTool tool) {
        assertEquals(Json.parse(expected.replace('\'', '"')), tool.toJson());
    }

    @Test
    void aRequestHasTools() {
        ResponseRequest made = request.toBuilder()
                .tools(List.of(
                        FunctionTool.of("calculate_print_cost", "Calculates what a print costs", schema),
                        WebSearchTool.of(),
                        FileSearchTool.of("vs_datasheets")))
                .build();

        assertEquals(
                List.of("function", "web_search", "file_search"),
                made.toJson().get("tools").elements().stream()
                        .map(tool -> tool.get("type").string())
                        .toList());
    }

    @Test
    void aToolMustBeUsed() {
        ResponseRequest must = request.toBuilder()
                .toolChoice(ToolChoice.required(ToolChoice.function("slice"), ToolChoice.tool("web_search")))
                .build();

        assertEquals("required", must.toJson().get("tool_choice").get("mode").string());
    }

    @Test
    void aFunctionWorksWhileTheModelGoesOn() {
        FunctionTool slicing = FunctionTool.of("slice", "Slices a model and gives the print time", schema)
                .withAsync(true);

        assertEquals(Json.parse("true"), slicing.toJson().get("async"));
    }

    @Test
    void aCustomToolTakesAProgram() {
        String grammar = "start: \"cube();\"";

        CustomTool tool = CustomTool.of("run_openscad", "Renders an OpenSCAD program")
                .withFormat(CustomTool.Format.lark(grammar));

        assertEquals(grammar, tool.toJson().get("format").get("definition").string());
    }

    @Test
    void codeRunsInAContainer() {
        ContainerOptions container = ContainerOptions.of()
                .withFiles("file_bracket")
                .withMemoryLimit(MemoryLimit.GB_4)
                .withNetworkPolicy(NetworkPolicy.allow("api.printables.com"));

        assertSent(
                "{'type':'code_interpreter','container':{'type':'auto','file_ids':['file_print_log']}}",
                CodeInterpreterTool.of(ContainerOptions.of().withFiles("file_print_log")));
        assertSent(
                "{'type':'shell','environment':{'type':'container_auto','network_policy':{'type':'disabled'}}}",
                ShellTool.of(ContainerOptions.of().withNetworkPolicy(NetworkPolicy.NONE)));
        String sent = ShellTool.of(container).toJson().text();
        assertTrue(sent.contains("\"file_ids\":[\"file_bracket\"]"), sent);
        assertTrue(sent.contains("\"memory_limit\":\"4g\""), sent);
        assertTrue(sent.contains("\"allowed_domains\":[\"api.printables.com\"]"), sent);
    }

    @Test
    void filesAndTheWebAreSearched() {
        assertSent(
                "{'type':'file_search','vector_store_ids':['vs_datasheets'],"
                        + "'filters':{'type':'eq','key':'material','value':'PETG'},'max_num_results':5}",
                FileSearchTool.of("vs_datasheets")
                        .withFilter(SearchFilter.eq("material", "PETG"))
                        .withMaxResults(5));
        assertSent(
                "{'type':'web_search','filters':{'allowed_domains':['prusa3d.com','klipper3d.org']},"
                        + "'search_context_size':'low'}",
                WebSearchTool.of()
                        .withAllowedDomains("prusa3d.com", "klipper3d.org")
                        .withContextSize(WebSearchTool.ContextSize.LOW));
    }

    @Test
    void picturesAreMade() {
        assertSent(
                "{'type':'image_generation','size':'1024x1024','background':'transparent'}",
                ImageGenerationTool.builder()
                        .size("1024x1024")
                        .background(ImageGenerationTool.Background.TRANSPARENT)
                        .build());
    }

    @Test
    void aRemoteServerHasTools() {
        String token = "secret-token";

        McpTool tool = McpTool.of("spoolman", "https://spools.example.org/mcp")
                .withAuthorization(token)
                .withAllowedTools("find_spool")
                .withApproval(McpTool.Approval.NEVER);

        assertEquals(token, tool.toJson().get("authorization").string());
        assertFalse(tool.toString().contains(token), tool.toString());
    }

    @Test
    void aRequestSaysHowItIsWorkedOn() {
        ResponseRequest made = request.toBuilder()
                .moderation(ModerationOptions.of("omni-moderation-latest").withInput(ModerationOptions.Mode.BLOCK))
                .promptCacheOptions(PromptCacheOptions.of(PromptCacheOptions.Ttl.HOURS_12))
                .reasoning(ReasoningOptions.of(ReasoningEffort.HIGH).withMode(ReasoningOptions.Mode.PRO))
                .build();

        String sent = made.toJson().text();
        assertTrue(sent.contains("\"effort\":\"high\""), sent);
        assertTrue(sent.contains("\"mode\":\"pro\""), sent);
        assertTrue(sent.contains("\"ttl\":\"12h\""), sent);
        assertTrue(sent.contains("\"mode\":\"block\""), sent);
    }

    @Test
    void whatIsNotModelledIsSentAndReadAllTheSame() {
        ScriptedService service = new ScriptedService().then("{\"id\":\"resp_1\",\"output\":[],\"print_mode\":1}");
        MakerAi ai = service.ai();

        MakerAi trying = ai.toBuilder().header("OpenAI-Beta", "print_mode=v1").build();
        ResponseRequest request = ResponseRequest.builder("gpt-6.1-sol")
                .input("Which filament?")
                .extra("print_mode", Json.parse("{\"draft\": true}"))
                .build();
        Json all = trying.responses().create(request).toJson();

        assertEquals("1", all.get("print_mode").text());
        assertTrue(service.requests().get(0).contains("\"print_mode\":{\"draft\": true}"));
    }
}
