package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.http.TransportConfig;
import dev.makerai.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the bytes that the calling thread allocates: unlike times they hardly change from run to run. */
class AllocationTest {
    private static final int WARM_UP = 600;
    private static final int COUNTED = 200;

    @Test
    void oneCallAllocatesLittle() throws IOException {
        try (RawServer server = new RawServer(List.of(response(message())));
                Transport transport = transport(server)) {
            Responses responses = new Responses(transport);
            double bytes = bytesPerRound(() -> assertEquals(
                    "PETG", responses.create(request("Which filament?").build()).outputText()));
            assertTrue(bytes < 20_000, () -> "one call allocates " + bytes + " bytes");
        }
    }

    @Test
    void threeTurnsWithTwoToolCallsAllocateLittle() throws IOException {
        try (RawServer server = new RawServer(
                        List.of(response(call("call_1")), response(call("call_2")), response(message())));
                Transport transport = transport(server)) {
            Responses responses = new Responses(transport);
            double bytes = bytesPerRound(() -> assertEquals("PETG", loop(responses)));
            assertTrue(bytes < 60_000, () -> "three turns allocate " + bytes + " bytes");
        }
    }

    private static String loop(Responses responses) {
        List<ResponseTool> tools = List.of(
                FunctionTool.of("price_per_kilogram", "Looks a price up", SCHEMA),
                FunctionTool.of("calculate_print_cost", "Calculates what a print costs", SCHEMA));
        ResponseRequest request =
                request("What does this bracket cost in PETG?").tools(tools).build();
        Response response = responses.create(request);
        while (!response.functionCalls().isEmpty()) {
            List<InputItem> outputs = new ArrayList<>();
            for (FunctionCall call : response.functionCalls()) {
                outputs.add(FunctionCallOutput.of(call.callId(), "{\"cost\":\"4.20\"}"));
            }
            request = request.toBuilder()
                    .input(outputs)
                    .previousResponseId(response.id())
                    .build();
            response = responses.create(request);
        }
        return response.outputText();
    }

    private static double bytesPerRound(Runnable round) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        for (int i = 0; i < WARM_UP; i++) {
            round.run();
        }
        long before = threads.getThreadAllocatedBytes(id);
        for (int i = 0; i < COUNTED; i++) {
            round.run();
        }
        return (threads.getThreadAllocatedBytes(id) - before) / (double) COUNTED;
    }

    private static Transport transport(RawServer server) {
        return new Transport(TransportConfig.builder()
                .baseUrl(server.baseUrl())
                .apiKey("sk-test-0123456789")
                .build());
    }

    private static ResponseRequest.Builder request(String text) {
        return ResponseRequest.builder("gpt-6.1-sol")
                .instructions("You help makers with 3D printing.")
                .input(text);
    }

    private static final Json SCHEMA = Json.parse("""
            {"type":"object","properties":{"material":{"type":"string","enum":["PLA","PETG"]},\
            "weight_grams":{"type":"number","description":"Filament weight in grams"},\
            "print_hours":{"type":"number"},"include_electricity":{"type":["boolean","null"]}},\
            "required":["material","weight_grams","print_hours","include_electricity"],"additionalProperties":false}""");

    private static String message() {
        return """
        {"type":"message","id":"msg_67ccd3acc8d48190a77525dc6de64b4104becb25c45c1d41","status":"completed",\
        "role":"assistant","content":[{"type":"output_text","text":"PETG","annotations":[]}]}""";
    }

    private static String call(String callId) {
        return """
        {"type":"function_call","id":"fc_67ca09c6bedc8190a7abfec07b1a1332096610f474011cc0","call_id":"%s",\
        "name":"calculate_print_cost","arguments":"{\\"material\\":\\"PETG\\",\\"weight_grams\\":42}",\
        "status":"completed"}""".formatted(callId);
    }

    private static String response(String item) {
        return """
        {"id":"resp_67ccd3a9da748190baa7f1570fe91ac604becb25c45c1d41","object":"response","created_at":1741476777,\
        "status":"completed","completed_at":1741476778,"error":null,"incomplete_details":null,"instructions":null,\
        "max_output_tokens":null,"model":"gpt-6.1-sol","output":[%s],"parallel_tool_calls":true,\
        "previous_response_id":null,"reasoning":{"effort":null,"summary":null},"store":true,"temperature":1.0,\
        "text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[{"type":"function","name":"a","strict":true}],\
        "top_p":1.0,"truncation":"disabled","usage":{"input_tokens":328,"input_tokens_details":{"cached_tokens":0,\
        "cache_write_tokens":0},"output_tokens":52,"output_tokens_details":{"reasoning_tokens":0},\
        "total_tokens":380},"user":null,"metadata":{}}""".formatted(item);
    }
}
