package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseRequestTest {
    @Test
    void whatWasSetIsReadBack() {
        FunctionTool tool = FunctionTool.of("f", "d", Json.parse("{}"));
        TextFormat format = TextFormat.jsonSchema("q", Json.parse("{}"));
        ResponseRequest request = ResponseRequest.builder("m")
                .input("x")
                .instructions("i")
                .previousResponseId("resp_1")
                .tools(List.of(tool))
                .textFormat(format)
                .verbosity(Verbosity.LOW)
                .maxOutputTokens(7)
                .build();

        assertEquals("m", request.model());
        assertEquals(List.of(InputMessage.user("x")), request.input());
        assertEquals("i", request.instructions());
        assertEquals("resp_1", request.previousResponseId());
        assertEquals(List.of(tool), request.tools());
        assertEquals(format, request.textFormat());
        assertEquals(7, request.maxOutputTokens());
    }

    @Test
    void whatWasNotSetIsNullOrEmptyAndNotSent() {
        ResponseRequest request = ResponseRequest.builder("m").build();

        assertEquals("{\"model\":\"m\"}", request.toJson().text());
        assertEquals(List.of(), request.input());
        assertEquals(List.of(), request.tools());
        assertNull(request.instructions());
        assertNull(request.previousResponseId());
        assertNull(request.maxOutputTokens());
        assertEquals(TextFormat.TEXT, request.textFormat());
    }

    @Test
    void aRequestGoesOnFromAResponseOrWithAConversationButNotBoth() {
        ResponseRequest.Builder builder = ResponseRequest.builder("m").conversation("conv_1");

        assertEquals("conv_1", builder.build().conversation());
        assertEquals(
                "conv_2",
                builder.extra("conversation", Json.parse("{\"id\":\"conv_2\"}"))
                        .build()
                        .conversation());
        assertEquals(
                "conv_3",
                builder.extra("conversation", Json.string("conv_3")).build().conversation());
        builder.previousResponseId("resp_1");
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, builder::build);
        assertTrue(e.getMessage().contains("set one of them to null"), e.getMessage());
        assertNull(builder.conversation(null).build().conversation());
        assertEquals("resp_1", builder.extra("conversation", Json.NULL).build().previousResponseId());
    }

    @Test
    void marksBeyondTheLimitsAreRefusedByName() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 17; i++) {
            many.put("k" + i, "v");
        }
        Map<String, String> withoutValue = new HashMap<>();
        withoutValue.put("order", null);
        for (Map<String, String> wrong :
                List.of(many, Map.of("n".repeat(65), "v"), Map.of("order", "v".repeat(513)), withoutValue)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ResponseRequest.builder("m").metadata(wrong));
        }
        many.remove("k16");
        many.put("n".repeat(64), many.remove("k0") + "v".repeat(511));
        assertEquals(
                16,
                ResponseRequest.builder("m")
                        .metadata(many)
                        .build()
                        .toJson()
                        .get("metadata")
                        .members()
                        .size());
    }

    @Test
    void whatIsLeftToTheServiceInOptionsIsNotSent() {
        ResponseRequest request = ResponseRequest.builder("m")
                .reasoning(ReasoningOptions.of(null))
                .text(new TextOptions(null, null))
                .promptCacheOptions(PromptCacheOptions.of(null))
                .contextManagement(List.of())
                .moderation(null)
                .image(ImageOptions.AUTO)
                .image(null)
                .accessPrograms(AccessPrograms.CYBER_STANDARD)
                .accessPrograms(null)
                .build();

        assertEquals("{\"model\":\"m\"}", request.toJson().text());
        assertNull(request.reasoning());
        assertEquals(
                "{\"effort\":\"low\",\"mode\":\"pro\"}",
                ResponseRequest.builder("m")
                        .reasoning(ReasoningOptions.of(ReasoningEffort.HIGH).withMode(ReasoningOptions.Mode.PRO))
                        .reasoningEffort(ReasoningEffort.LOW)
                        .build()
                        .toJson()
                        .get("reasoning")
                        .text());
    }

    @Test
    void aNullOrNothingTakesAMemberOut() {
        ResponseRequest request = ResponseRequest.builder("m")
                .instructions("i")
                .instructions(null)
                .verbosity(Verbosity.LOW)
                .verbosity(null)
                .reasoningEffort(ReasoningEffort.LOW)
                .reasoningEffort(null)
                .tools(List.of())
                .include(List.of())
                .metadata(Map.of())
                .temperature(1)
                .extra("temperature", null)
                .build();

        assertEquals("{\"model\":\"m\"}", request.toJson().text());
    }

    @Test
    void formAndLengthOfTheTextGoTogetherInAnyOrder() {
        String expected = "{\"format\":{\"type\":\"text\"},\"verbosity\":\"low\"}";
        Json one = ResponseRequest.builder("m")
                .textFormat(TextFormat.TEXT)
                .verbosity(Verbosity.LOW)
                .build()
                .toJson();
        Json other = ResponseRequest.builder("m")
                .verbosity(Verbosity.LOW)
                .textFormat(TextFormat.TEXT)
                .build()
                .toJson();
        assertEquals(expected, one.get("text").text());
        assertEquals(expected, other.get("text").text());
        assertEquals(
                "{\"effort\":\"high\",\"summary\":\"auto\"}",
                ResponseRequest.builder("m")
                        .reasoningSummary(ReasoningSummary.AUTO)
                        .reasoningEffort(ReasoningEffort.HIGH)
                        .build()
                        .toJson()
                        .get("reasoning")
                        .text());
    }

    @Test
    void aChangedCopyLeavesTheFirstAsItWas() {
        List<InputItem> items = new ArrayList<>(List.of(InputMessage.user("x")));
        ResponseRequest.Builder builder = ResponseRequest.builder("m").input(items);
        ResponseRequest first = builder.build();
        items.add(InputMessage.user("late"));
        ResponseRequest second =
                first.toBuilder().addInput(InputMessage.user("y")).build();
        builder.model("other");

        assertEquals(List.of(InputMessage.user("x")), first.input());
        assertEquals("m", first.model());
        assertEquals(List.of(InputMessage.user("x"), InputMessage.user("y")), second.input());
        assertEquals(
                first,
                ResponseRequest.builder("m")
                        .input(List.of(InputMessage.user("x")))
                        .build());
        assertEquals(first.hashCode(), first.toBuilder().build().hashCode());
        assertNotEquals(first, second);
    }

    @Test
    void addedInputComesBehindATextAsAMessage() {
        ResponseRequest request = ResponseRequest.builder("m")
                .input("x")
                .addInput(InputMessage.user("y"))
                .build();

        assertEquals(List.of(InputMessage.user("x"), InputMessage.user("y")), request.input());
    }

    @Test
    void anExtraMemberIsSentAsItIs() {
        Json json = ResponseRequest.builder("m")
                .extra("x_new", Json.parse("{ \"a\": 1.50 }"))
                .extra("user", Json.NULL)
                .build()
                .toJson();

        assertEquals("{\"model\":\"m\",\"x_new\":{ \"a\": 1.50 },\"user\":null}", json.text());
        assertThrows(
                IllegalArgumentException.class,
                () -> ResponseRequest.builder("m").extra("model", Json.NULL));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 2.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTemperatureOutOfRangeIsRefused(double temperature) {
        assertThrows(
                IllegalArgumentException.class,
                () -> ResponseRequest.builder("m").temperature(temperature));
        assertThrows(
                IllegalArgumentException.class,
                () -> ResponseRequest.builder("m").topP(temperature));
    }

    @Test
    void misuseIsRefusedWithTheReason() {
        assertThrows(IllegalArgumentException.class, () -> ResponseRequest.builder(" "));
        assertThrows(
                IllegalArgumentException.class,
                () -> ResponseRequest.builder("m").maxOutputTokens(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> ResponseRequest.builder("m").maxToolCalls(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> ResponseRequest.builder("m").topLogprobs(21));
        assertThrows(
                IllegalArgumentException.class,
                () -> ResponseRequest.builder("m").topLogprobs(-1));
        assertThrows(
                IllegalArgumentException.class,
                () -> ResponseRequest.builder("m").safetyIdentifier("x".repeat(129)));
        assertThrows(IllegalArgumentException.class, () -> ContextManagement.compaction(999));
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> ResponseRequest.builder("m").previousResponseId(""));
        assertTrue(e.getMessage().contains("has no id"), e.getMessage());
    }

    @Test
    void theTextOfARequestDoesNotShowAWholePicture() {
        byte[] png = new byte[100_000];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, png, 0, 8);
        ResponseRequest request = ResponseRequest.builder("m")
                .addInput(InputMessage.user(InputImage.of(png)))
                .build();

        assertTrue(
                request.toString().length() < 500, () -> "" + request.toString().length());
        assertTrue(request.toString().contains("data:image/png"), request::toString);
        assertFalse(request.toString().contains("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
    }

    @Test
    void whatWasSetAsJsonIsNotLostWithoutAWord() {
        ResponseRequest.Builder builder = ResponseRequest.builder("m")
                .extra("text", Json.parse("{\"verbosity\":\"low\",\"newer\":1}"))
                .extra("reasoning", Json.parse("{\"newer\":1}"))
                .extra("input", Json.parse("[]"));

        assertThrows(IllegalArgumentException.class, () -> builder.textFormat(TextFormat.TEXT));
        assertThrows(IllegalArgumentException.class, () -> builder.reasoningEffort(ReasoningEffort.LOW));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> builder.addInput(InputMessage.user("x")));
        assertTrue(e.getMessage().contains("extra(\"input\", null)"), e.getMessage());
        assertEquals("{\"newer\":1}", builder.build().toJson().get("reasoning").text());
    }
}
