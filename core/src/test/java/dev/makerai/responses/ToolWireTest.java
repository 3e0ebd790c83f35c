package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makerai.containers.NetworkPolicy;
import dev.makerai.containers.Skill;
import dev.makerai.json.Json;
import dev.makerai.wire.SchemaSamples;
import dev.makerai.wire.SchemaUnion;
import dev.makerai.wire.WireChecks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Reads tools as the service echoes them, in every published form and with everything about them changed. */
class ToolWireTest {
    private static final String NEWER = CreateSchemas.NEWER;
    private static final String AUGUST = CreateSchemas.AUGUST;
    private static final UnaryOperator<String> READ_AND_WRITE =
            text -> ResponseTool.of(Json.parse(text)).toJson().text();

    @Test
    void everyPublishedToolAndMemberIsModelled() {
        for (SchemaUnion published :
                List.of(SchemaUnion.of(NEWER, "/$defs/Tool"), SchemaUnion.of(AUGUST, "/components/schemas/Tool"))) {
            published.assertModelled(ToolsWire.TOOLS);
            published.assertNothingMore(ToolsWire.TOOLS);
        }
    }

    @Test
    void everyPublishedPartOfAToolIsModelled() {
        assertPart(
                "CustomToolInputFormat",
                Map.of("text", CustomTool.Format.Text.class, "grammar", CustomTool.Format.Grammar.class));
        assertPart(
                "FunctionShellTool/properties/environment",
                Map.of(
                        "local", ShellTool.Local.class,
                        "container_auto", ContainerOptions.class,
                        "container_reference", ShellTool.Reference.class));
        assertPart(
                "ContainerAuto/properties/network_policy",
                Map.of(
                        "disabled", NetworkPolicy.Disabled.class,
                        "allowlist", NetworkPolicy.Allowlist.class));
        assertPart(
                "ContainerAuto/properties/skills",
                Map.of(
                        "skill_reference", Skill.Reference.class,
                        "inline", Skill.Inline.class));
        assertPart("InlineSkillSource", Map.of("base64", Skill.Zip.class));
        assertPart("Tool.CodeInterpreter.CodeInterpreterToolAuto", Map.of("auto", ContainerOptions.class));
        assertPart("WebSearchTool.UserLocation", Map.of("approximate", WebSearchTool.UserLocation.class));
        assertPart(
                "ResponseFormatTextConfig",
                Map.of(
                        "text", TextFormat.Text.class,
                        "json_schema", TextFormat.JsonSchema.class,
                        "json_object", TextFormat.JsonObject.class));
        assertPart("ContainerNetworkPolicyDomainSecret", NetworkPolicy.DomainSecret.class);
        assertPart("LocalSkill", ShellTool.LocalSkill.class);
        assertPart("WebSearchTool.Filters", WebSearchTool.Filters.class);
        assertPart("FileSearchTool.RankingOptions", FileSearchTool.Ranking.class);
        assertPart("FileSearchTool.RankingOptions.HybridSearch", FileSearchTool.HybridSearch.class);
        assertPart("Tool.ImageGeneration.InputImageMask", ImageGenerationTool.Mask.class);
        assertPart("Tool.ImageGeneration.Svg", ImageGenerationTool.Svg.class);
        assertPart("Tool.ImageGeneration.Svg.Reasoning", ImageGenerationTool.SvgReasoning.class);
    }

    @Test
    void everyPublishedPartOfARequestIsModelled() {
        // The old name of the summary is deprecated.
        SchemaUnion.of(NEWER, "/$defs/Reasoning").assertModelled(ReasoningOptions.class, "generate_summary");
        assertPart("ResponseTextConfig", TextOptions.class);
        assertPart("ResponseCreateParams.PromptCacheOptions", PromptCacheOptions.class);
        assertPart("ResponseCreateParams.ContextManagement", ContextManagement.class);
        assertPart("ResponseCreateParams.Image", ImageOptions.class);
        assertPart("ResponseCreateParams.AccessPrograms", AccessPrograms.class);
        assertPart("ResponseCreateParams.Moderation", ModerationOptions.class);
        assertPart("ResponseCreateParams.Moderation.Policy", ModerationOptions.Policy.class);
        assertPart("ResponseCreateParams.Moderation.Policy.Input", ModerationOptions.Rule.class);
        SchemaUnion.of(NEWER, "/$defs/CompactedResponse").assertModelled(CompactedResponse.class, "object");
    }

    @Test
    void everyPublishedFormOfAToolIsReadAsItsKindAndKept() {
        for (JsonNode sample : SchemaSamples.of(NEWER, "/$defs/Tool")) {
            ResponseTool tool = ResponseTool.of(Json.parse(Spec.text(sample)));

            assertEquals(ToolsWire.TOOLS.get(sample.path("type").asText()), tool.getClass(), () -> Spec.text(sample));
            assertEquals(Spec.text(sample), tool.toJson().text());
            WireChecks.assertRoundTrip(
                    sample, it -> WireChecks.withoutSource(tool).toJson().text());
        }
    }

    @Test
    void aToolIsReadAndKeptHoweverItChanges() {
        for (JsonNode sample : SchemaSamples.of(NEWER, "/$defs/Tool")) {
            WireChecks.assertTolerant(sample, READ_AND_WRITE);
        }
    }

    @Test
    void everyToolOfTheOfficialExamplesIsReadAsItsKindAndKept() throws IOException {
        Map<String, JsonNode> tools = Spec.objects(node ->
                ToolsWire.TOOLS.containsKey(node.path("type").asText()) && !node.has("status") && !node.has("item"));
        assertTrue(tools.size() >= 5, () -> "only " + tools.keySet());
        tools.forEach((name, node) -> {
            String text = Spec.text(node);
            ResponseTool tool = ResponseTool.of(Json.parse(text));
            assertEquals(text, tool.toJson().text(), name);
            assertFalse(
                    tool instanceof ResponseTool.Unknown && name.startsWith("responses/"), () -> name + ": " + text);
            WireChecks.assertTolerant(node, READ_AND_WRITE);
        });
    }

    private static void assertPart(String definition, Map<String, Class<?>> table) {
        SchemaUnion published = SchemaUnion.of(NEWER, "/$defs/" + definition);
        published.assertModelled(table);
        published.assertNothingMore(table);
    }

    private static void assertPart(String definition, Class<?> record) {
        SchemaUnion.of(NEWER, "/$defs/" + definition).assertModelled(record);
    }
}
