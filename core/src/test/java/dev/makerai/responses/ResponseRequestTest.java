package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import java.util.ArrayList;
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
}
