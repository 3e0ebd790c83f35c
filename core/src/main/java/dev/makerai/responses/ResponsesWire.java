package dev.makerai.responses;

import dev.makerai.internal.json.Codecs;
import dev.makerai.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Names the unions of this wire. */
final class ResponsesWire {
    static final Codecs CODECS = builder().factory(new ReadRecords()).build();

    private ResponsesWire() {}

    /** The unions, with all records left to reflection. */
    static Codecs.Builder builder() {
        return Codecs.builder()
                .union(
                        OutputItem.class,
                        OutputItem.Unknown.class,
                        Map.of(
                                "message", OutputMessage.class,
                                "function_call", FunctionCall.class,
                                "reasoning", Reasoning.class))
                .union(
                        OutputContent.class,
                        OutputContent.Unknown.class,
                        Map.of("output_text", OutputText.class, "refusal", Refusal.class))
                .union(
                        InputItem.class,
                        OutputItem.Unknown.class,
                        Map.of(
                                "message",
                                InputMessage.class,
                                "function_call_output",
                                FunctionCallOutput.class,
                                "item_reference",
                                ItemReference.class,
                                "function_call",
                                FunctionCall.class,
                                "reasoning",
                                Reasoning.class))
                .union(
                        InputContent.class,
                        InputContent.Unknown.class,
                        Map.of("input_text", InputText.class, "input_image", InputImage.class))
                .union(
                        TextFormat.class,
                        TextFormat.Unknown.class,
                        Map.of(
                                "text", TextFormat.Text.class,
                                "json_schema", TextFormat.JsonSchema.class,
                                "json_object", TextFormat.JsonObject.class))
                .later(ToolsWire::name)
                .list(InputContent.class, new TextOrParts());
    }

    static <T> T decode(Class<T> type, Json json) {
        return CODECS.decode(type, json.text().getBytes(StandardCharsets.UTF_8), null);
    }

    /** The label of an object that is kept as it is; empty if it has none. */
    static String typeOf(Json object) {
        Json type = object.get("type");
        String label = type == null ? null : type.string();
        return label == null ? "" : label;
    }
}
