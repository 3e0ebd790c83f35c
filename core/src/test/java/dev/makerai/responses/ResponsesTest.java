package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.http.TransportConfig;
import dev.makerai.json.Json;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResponsesTest {
    private static final String KEY = "sk-proj-Zm9vYmFyYmF6cXV4";

    @StartStop
    final MockWebServer server = new MockWebServer();

    private Transport transport;
    private Responses responses;

    @BeforeEach
    void open() {
        transport = new Transport(TransportConfig.builder()
                .baseUrl(server.url("/v1").toString())
                .apiKey(KEY)
                .build());
        responses = new Responses(transport);
    }

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void aQuestionIsAnswered() throws Exception {
        answer("""
                {"id":"resp_1","status":"completed","model":"gpt-6.1-sol-2026-10","service_tier":"default",
                 "output":[{"type":"message","id":"msg_1","role":"assistant","content":[
                  {"type":"output_text","text":"ASA, "},{"type":"output_text","text":"or ABS."}]}],
                 "usage":{"input_tokens":10,"output_tokens":5,"total_tokens":15},"metadata":{"order":"42"}}""");

        Response response = responses.create(
                ResponseRequest.builder("gpt-6.1-sol").input("Which filament?").build());

        assertEquals("ASA, or ABS.", response.outputText());
        assertEquals("resp_1", response.id());
        assertEquals(ResponseStatus.COMPLETED, response.status());
        assertEquals("gpt-6.1-sol-2026-10", response.model());
        assertEquals(ServiceTier.DEFAULT, response.serviceTier());
        assertEquals(15, response.usage().totalTokens());
        assertEquals(0, response.usage().cachedTokens());
        assertEquals("42", response.metadata().get("order"));
        assertEquals("req_1", response.requestId());
        assertNull(response.refusal());
        assertEquals(List.of(), response.functionCalls());
        RecordedRequest request = server.takeRequest();
        assertEquals("POST /v1/responses", request.getMethod() + " " + request.getTarget());
        assertEquals(
                "{\"model\":\"gpt-6.1-sol\",\"input\":\"Which filament?\"}",
                request.getBody().utf8());
    }

    @Test
    void callsAreAnsweredInTheNextRequest() throws Exception {
        answer("""
                {"id":"resp_1","status":"completed","output":[
                 {"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"two prices"}]},
                 {"type":"function_call","id":"fc_1","call_id":"call_1","name":"price","arguments":"{\\"m\\":1}"},
                 {"type":"function_call","id":"fc_2","call_id":"call_2","name":"price","arguments":"{}"}]}""");
        answer("{\"id\":\"resp_2\",\"output\":[]}");
        ResponseRequest request = ResponseRequest.builder("m").input("x").build();
        Response response = responses.create(request);

        assertEquals(
                List.of("call_1", "call_2"),
                response.functionCalls().stream().map(FunctionCall::callId).toList());
        assertEquals("{\"m\":1}", response.functionCalls().get(0).arguments());
        assertEquals(
                "two prices",
                response.items(Reasoning.class).get(0).summary().get(0).text());

        responses.create(request.toBuilder()
                .previousResponseId(response.id())
                .input(List.of(FunctionCallOutput.of("call_1", "{\"usd\":20}")))
                .build());

        server.takeRequest();
        assertEquals(
                "{\"model\":\"m\",\"input\":[{\"type\":\"function_call_output\",\"call_id\":\"call_1\","
                        + "\"output\":\"{\\\"usd\\\":20}\"}],\"previous_response_id\":\"resp_1\"}",
                server.takeRequest().getBody().utf8());
    }

    @Test
    void whatTheModelSentGoesBackAsTheVeryText() throws Exception {
        String item = "{ \"type\" : \"reasoning\",\"id\":\"rs_1\", \"summary\":[],\"new\":1.50}";
        answer("{\"id\":\"resp_1\",\"output\":[" + item + "]}");
        answer("{\"output\":[]}");
        Response response =
                responses.create(ResponseRequest.builder("m").input("x").build());

        responses.create(ResponseRequest.builder("m")
                .input("x")
                .addInput(response.output())
                .addInput(InputMessage.user("go on"))
                .build());

        server.takeRequest();
        assertEquals(
                "{\"model\":\"m\",\"input\":[{\"type\":\"message\",\"role\":\"user\",\"content\":\"x\"}," + item
                        + ",{\"type\":\"message\",\"role\":\"user\",\"content\":\"go on\"}]}",
                server.takeRequest().getBody().utf8());
    }

    @Test
    void aRefusalAndACutAndAFailureAreTold() {
        answer("""
                {"id":"resp_1","status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},
                 "error":{"code":"server_error","message":"broke"},
                 "output":[{"type":"message","content":[{"type":"refusal","refusal":"I will not."}]}]}""");

        Response response =
                responses.create(ResponseRequest.builder("m").input("x").build());

        assertEquals("I will not.", response.refusal());
        assertEquals("", response.outputText());
        assertEquals(ResponseStatus.INCOMPLETE, response.status());
        assertEquals(
                IncompleteDetails.MAX_OUTPUT_TOKENS,
                response.incompleteDetails().reason());
        assertEquals("server_error", response.error().code());
        assertEquals("broke", response.error().message());
    }

    @Test
    void anAnswerThatIsNoResponseIsADecodeErrorWithoutTheKey() {
        for (String body : List.of(
                "{\"output\":\"" + KEY + "\"}",
                "{\"" + KEY + "\":}",
                "{\"output\":[",
                "[]",
                "{\"output\":[]} " + KEY)) {
            answer(body);

            DecodeException e = assertThrows(
                    DecodeException.class,
                    () -> responses.create(ResponseRequest.builder("m").build()),
                    body);

            assertEquals("req_1", e.requestId());
            assertFalse((e + e.text() + e.path() + e.getCause()).contains(KEY), e.getMessage());
        }
    }

    @Test
    void theTimeForACallIsBounded() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThrows(
                TransportException.class,
                () -> responses.create(ResponseRequest.builder("m").build(), Duration.ofMillis(100)));
    }

    @Test
    void aStoredResponseIsReadDeletedAndCancelled() throws Exception {
        answer("{\"id\":\"resp_1\",\"status\":\"in_progress\",\"output\":[]}");
        answer("{\"id\":\"resp_1\",\"status\":\"cancelled\",\"output\":[]}");
        answer("{\"id\":\"resp_1\",\"deleted\":true}");

        assertEquals(ResponseStatus.IN_PROGRESS, responses.retrieve("resp_1").status());
        assertEquals(ResponseStatus.CANCELLED, responses.cancel("resp_1").status());
        responses.delete("resp_1");

        for (String line : List.of(
                "GET /v1/responses/resp_1", "POST /v1/responses/resp_1/cancel", "DELETE /v1/responses/resp_1")) {
            RecordedRequest request = server.takeRequest();
            assertEquals(line, request.getMethod() + " " + request.getTarget());
        }
        assertThrows(IllegalArgumentException.class, () -> responses.retrieve(""));
    }

    @Test
    void aResponseIsReadFromAText() {
        Response response = Response.of(Json.parse("{\"id\":\"resp_1\",\"request_id\":\"forged\"}"));

        assertEquals("resp_1", response.id());
        assertNull(response.requestId());
        assertEquals("", response.model());
        assertEquals(new ResponseStatus(""), response.status());
        assertTrue(response.output().isEmpty());
        assertNull(response.usage());
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeader("x-request-id", "req_1")
                .body(body)
                .build());
    }
}
