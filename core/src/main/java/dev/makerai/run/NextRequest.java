package dev.makerai.run;

import dev.makerai.responses.FunctionCall;
import dev.makerai.responses.FunctionCallOutput;
import dev.makerai.responses.Include;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.InputMessage;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.ToolChoice;
import dev.makerai.tools.ToolResult;
import java.util.ArrayList;
import java.util.List;

/** Makes the request that answers the tool calls of a response. */
final class NextRequest {
    private NextRequest() {}

    /** The first request, with what a history that the service does not keep needs. */
    static ResponseRequest first(ResponseRequest request) {
        if (!keepsHistoryHere(request) || request.include().contains(Include.REASONING_ENCRYPTED_CONTENT)) {
            return request;
        }
        List<Include> include = new ArrayList<>(request.include());
        include.add(Include.REASONING_ENCRYPTED_CONTENT);
        return request.toBuilder().include(include).build();
    }

    /**
     * The next request.
     *
     * @param closing whether the model may not call tools any more
     */
    static ResponseRequest after(ResponseRequest request, Response response, List<ToolCall> calls, boolean closing) {
        List<InputItem> input = new ArrayList<>();
        ResponseRequest.Builder next = request.toBuilder();
        // A server that keeps nothing gives its responses no id either.
        if (keepsHistoryHere(request) || response.id().isEmpty()) {
            input.addAll(request.input());
            input.addAll(CallItems.sendable(response));
        } else if (request.conversation() == null) {
            // A conversation has the last response in it already.
            next.previousResponseId(response.id());
        }
        for (ToolCall call : calls) {
            if (!ToolCalls.isDuplicate(call)) {
                input.add(output(call));
            }
        }
        next.input(input);
        if (closing) {
            next.toolChoice(ToolChoice.NONE);
        } else if (request.toolChoice() != null) {
            // A forced call would be forced again in every round, without end.
            next.toolChoice(request.toolChoice().unforced());
        }
        return next.build();
    }

    /**
     * The request that asks for a response once more, since the first one is no answer. In a conversation, which has that
     * one in it already, the model is told to go on.
     */
    static ResponseRequest again(ResponseRequest request, Response response) {
        if (request.conversation() == null) {
            return request;
        }
        List<InputItem> input = new ArrayList<>();
        for (FunctionCall call : CallItems.of(response)) {
            input.add(FunctionCallOutput.of(
                    call.callId(), "The call was cut off before it was whole, so it was not run."));
        }
        input.add(InputMessage.user("Your last message was not the whole answer. Go on, and give the whole answer."));
        return request.toBuilder().input(input).build();
    }

    /** The output of a call, as the model gets it. */
    static FunctionCallOutput output(ToolCall call) {
        return call.result() instanceof ToolResult.Success success
                        && !success.parts().isEmpty()
                ? FunctionCallOutput.of(call.id(), success.parts())
                : FunctionCallOutput.of(call.id(), call.result().output());
    }

    private static boolean keepsHistoryHere(ResponseRequest request) {
        return Boolean.FALSE.equals(request.store());
    }
}
