package dev.makerai.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.makerai.json.Json;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.ToolChoice;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextRequestTest {
    private static final Response RESPONSE = Response.of(Json.parse("{\"id\":\"resp_1\",\"output\":[]}"));

    @Test
    void aConversationHasTheLastResponseInItAlready() {
        ResponseRequest next = after(ResponseRequest.builder("m").input("x").conversation("conv_1"));

        assertEquals("conv_1", next.conversation());
        assertNull(next.previousResponseId());
        assertEquals(List.of(), next.input());
        assertEquals("resp_1", after(ResponseRequest.builder("m").input("x")).previousResponseId());
    }

    @Test
    void toolsThatHadToBeUsedMayBeUsedFromThenOn() {
        assertEquals(
                ToolChoice.auto(ToolChoice.function("f")),
                after(ResponseRequest.builder("m").toolChoice(ToolChoice.required(ToolChoice.function("f"))))
                        .toolChoice());
        assertEquals(
                ToolChoice.AUTO,
                after(ResponseRequest.builder("m").toolChoice(ToolChoice.REQUIRED))
                        .toolChoice());
    }

    private static ResponseRequest after(ResponseRequest.Builder request) {
        return NextRequest.after(request.build(), RESPONSE, List.of(), false);
    }
}
