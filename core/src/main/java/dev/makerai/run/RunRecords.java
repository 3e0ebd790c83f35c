package dev.makerai.run;

import dev.makerai.internal.json.Codecs;
import dev.makerai.json.Json;
import dev.makerai.responses.FunctionCallOutput;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.tools.Effect;
import dev.makerai.tools.ToolResult;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a run has to remember, one JSON object for each thing that happened. Tools are never written: they may
 * hold secrets, and whoever resumes a run has to bring them anyway.
 */
final class RunRecords {
    static final String COMPLETED = "completed";
    static final String REFUSED = "refused";
    static final long FORMAT = 1;

    private static final Codecs CODECS = Codecs.builder().build();

    private RunRecords() {}

    static Json run(String id, ResponseRequest first) {
        return record("run", "format", FORMAT, "id", id, "request", written(first));
    }

    /**
     * A response came.
     *
     * @param changed its request where that is not the one that follows from what came before, else null
     */
    static Json response(
            @Nullable ResponseRequest changed,
            Response response,
            Duration answerTime,
            RunEnd.@Nullable LimitReached closing) {
        return record(
                "response",
                "request",
                changed == null ? null : written(changed),
                "closing_limit",
                closing == null ? null : closing.limit().name(),
                "closing_explanation",
                closing == null ? null : closing.explanation(),
                "nanos",
                answerTime.toNanos(),
                "response",
                without("tools", response.toJson()));
    }

    /** A round has ended with the outputs of these calls; said only where that does not follow from what came before. */
    static Json closed(List<ToolCall> calls, RunEnd.@Nullable LimitReached closing) {
        return record(
                "closed",
                "outputs",
                calls.stream().map(ToolCall::id).distinct().toList(),
                "closing_limit",
                closing == null ? null : closing.limit().name(),
                "closing_explanation",
                closing == null ? null : closing.explanation());
    }

    static Json brokeOff(Response response, Duration answerTime) {
        return record("broke_off", "nanos", answerTime.toNanos(), "response", without("tools", response.toJson()));
    }

    static Json begins(String callId, Effect effect) {
        return record("begins", "call_id", callId, "effect", effect.name());
    }

    static Json call(ToolCall call) {
        ToolResult result = call.result();
        return record(
                "call",
                "call_id",
                call.id(),
                "name",
                call.name(),
                "arguments",
                call.arguments(),
                "failure",
                result instanceof ToolResult.Failure failure ? failure.kind().name() : null,
                "output",
                result.output(),
                "parts",
                result instanceof ToolResult.Success success && !success.parts().isEmpty()
                        ? FunctionCallOutput.of(call.id(), success.parts())
                                .toJson()
                                .get("output")
                        : null,
                "nanos",
                call.duration().toNanos());
    }

    static Json pending(PendingCall call) {
        return record(
                "pending",
                "call_id",
                call.callId(),
                "tool",
                call.tool(),
                "effect",
                call.policy().effect().name(),
                "arguments",
                call.arguments(),
                "preview",
                call.preview());
    }

    /** The next request, where it is not the one that follows from what came before. */
    static Json next(ResponseRequest request) {
        return record("next", "request", written(request));
    }

    static Json end(String how) {
        return record("end", "how", how);
    }

    static Json resumed() {
        return record("resumed");
    }

    static String kind(RunEnd end) {
        // Such as limit_reached; the name of a record, so it stays with it.
        return end.getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    static Json written(ResponseRequest request) {
        return request.toBuilder().tools(List.of()).extra("tools", null).build().toJson();
    }

    private static Json without(String member, Json object) {
        if (object.get(member) == null) {
            return object;
        }
        Map<String, Object> members = new LinkedHashMap<>(object.members());
        members.remove(member);
        return CODECS.encode(members);
    }

    private static Json record(String kind, @Nullable Object... members) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("record", kind);
        all.put("at", Instant.now().toString());
        for (int i = 0; i < members.length; i += 2) {
            Object value = members[i + 1];
            if (value != null) {
                all.put((String) members[i], value);
            }
        }
        return CODECS.encode(all);
    }
}
