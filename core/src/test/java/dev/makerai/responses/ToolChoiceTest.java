package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.wire.RequestSchemas;
import dev.makerai.wire.SchemaUnion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ToolChoiceTest {
    private final RequestSchemas schemas = CreateSchemas.read();

    @Test
    void everyPublishedChoiceCanBeMadeAndIsValid() {
        List<ToolChoice> choices = new ArrayList<>(List.of(
                ToolChoice.AUTO,
                ToolChoice.NONE,
                ToolChoice.REQUIRED,
                ToolChoice.function("f"),
                ToolChoice.custom("c"),
                ToolChoice.mcp("s"),
                ToolChoice.mcp("s", "find"),
                ToolChoice.auto(ToolChoice.function("f"), ToolChoice.mcp("s"), ToolChoice.tool("web_search")),
                ToolChoice.required(ToolChoice.custom("c"))));
        Spec.schema(CreateSchemas.AUGUST)
                .at("/components/schemas/ToolChoiceTypes/properties/type/enum")
                .forEach(type -> choices.add(ToolChoice.tool(type.asText())));
        for (String type : List.of("programmatic_tool_calling", "apply_patch", "shell")) {
            choices.add(ToolChoice.tool(type));
        }

        Set<String> made = new TreeSet<>();
        for (ToolChoice choice : choices) {
            schemas.assertValid(ResponseRequest.builder("m")
                    .toolChoice(choice)
                    .build()
                    .toJson()
                    .text());
            made.add(ResponsesWire.typeOf(choice.value()));
        }
        SchemaUnion published =
                SchemaUnion.of(CreateSchemas.NEWER, "/$defs/ResponseCreateParamsNonStreaming/properties/tool_choice");
        assertEquals(published.labels(), made);
    }

    @Test
    void aChoiceAmongSomeToolsNamesThem() {
        assertEquals(
                "{\"type\":\"allowed_tools\",\"mode\":\"required\",\"tools\":[{\"type\":\"function\",\"name\":\"a\\\"\"},"
                        + "{\"type\":\"mcp\",\"server_label\":\"s\"}]}",
                ToolChoice.required(ToolChoice.function("a\""), ToolChoice.mcp("s"))
                        .value()
                        .text());
    }

    @Test
    void aChoiceThatWasForcedIsNotForcedAgain() {
        ToolChoice some = ToolChoice.auto(ToolChoice.function("f"));

        assertEquals(ToolChoice.AUTO, ToolChoice.REQUIRED.unforced());
        assertEquals(ToolChoice.AUTO, ToolChoice.function("f").unforced());
        assertEquals(some, ToolChoice.required(ToolChoice.function("f")).unforced());
        assertEquals(some, some.unforced());
    }

    @Test
    void onlyCertainToolsCanBeAllowed() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> ToolChoice.auto(ToolChoice.REQUIRED));

        assertTrue(e.getMessage().contains("ToolChoice.function"), e.getMessage());
        assertThrows(IllegalArgumentException.class, ToolChoice::required);
        assertThrows(NullPointerException.class, () -> ToolChoice.mcp("s", null));
        assertThrows(NullPointerException.class, () -> ToolChoice.tool(null));
    }
}
