package dev.makerai.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.BadRequestException;
import dev.makerai.json.Json;
import dev.makerai.responses.FunctionCallOutput;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptedModelTest {
    private final ScriptedModel model = new ScriptedModel();

    private Response create(ResponseRequest request) {
        return model.ai().responses().create(request);
    }

    private static ResponseRequest.Builder hello() {
        return ResponseRequest.builder("any").input("Hello");
    }

    @Test
    void recordsWhatItWasSent() {
        model.then(turn -> turn.say(turn.request().get("model").string()));

        assertEquals("any", create(hello().build()).outputText());
        assertEquals(1, model.requests().size());
        assertEquals(Json.string("any"), model.requests().get(0).get("model"));
    }

    @Test
    void aCallThatStaysUnansweredIsRefusedAsTheServiceDoes() {
        model.then(turn -> turn.call("weigh", Map.of())).then(turn -> turn.say("never"));
        Response first = create(hello().build());

        BadRequestException e = assertThrows(
                BadRequestException.class,
                () -> create(hello().previousResponseId(first.id()).build()));

        assertTrue(e.getMessage().contains("No tool output found for function call call_1_1"), e.getMessage());
    }

    @Test
    void anOutputThatNobodyAskedForIsRefused() {
        model.then(turn -> turn.say("never"));

        assertThrows(
                BadRequestException.class,
                () -> create(ResponseRequest.builder("any")
                        .input(List.of(FunctionCallOutput.of("call_9", "42")))
                        .build()));
    }

    @Test
    void aResponseThatItNeverGaveCannotBeGoneOnFrom() {
        model.then(turn -> turn.say("never"));

        BadRequestException e = assertThrows(
                BadRequestException.class,
                () -> create(hello().previousResponseId("resp_other").build()));

        assertEquals("previous_response_not_found", e.code());
    }

    @Test
    void aRequestBehindTheEndOfTheScriptSaysSo() {
        model.then(turn -> turn.say("only one"));
        create(hello().build());

        IllegalStateException e = assertThrows(IllegalStateException.class, () -> create(hello().build()));

        assertTrue(e.getMessage().startsWith("The script has 1 turn, but request 2 came"), e.getMessage());
    }

    @Test
    void aTurnThatAsksForAnOutputThatNeverCameSaysWhichOnesDid() {
        model.then(turn -> turn.say(turn.output("weigh").text()));

        IllegalStateException e = assertThrows(IllegalStateException.class, () -> create(hello().build()));

        assertEquals("No output of 'weigh' has come; there are outputs of []", e.getMessage());
    }

    @Test
    void aFailureComesAsTheServicesOwnWould() {
        model.then(turn -> turn.fail(400, "invalid_prompt", "No"));

        assertEquals(
                "invalid_prompt",
                assertThrows(BadRequestException.class, () -> create(hello().build()))
                        .code());
    }
}
