package dev.makerai.audit;

import dev.makerai.cost.Cost;
import dev.makerai.cost.PriceTable;
import dev.makerai.internal.json.Codecs;
import dev.makerai.json.Json;
import dev.makerai.responses.Response;
import dev.makerai.responses.Usage;
import dev.makerai.run.Approval;
import dev.makerai.run.PendingCall;
import dev.makerai.run.RunEnd;
import dev.makerai.run.RunEvent;
import dev.makerai.run.Step;
import dev.makerai.run.ToolCall;
import dev.makerai.tools.ToolResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the entries of an audit log. */
final class AuditEntries {
    private static final Codecs CODECS = Codecs.builder().build();

    private final boolean hasTexts;
    private final PriceTable prices;
    private final Clock clock;

    AuditEntries(boolean hasTexts, PriceTable prices, Clock clock) {
        this.hasTexts = hasTexts;
        this.prices = prices;
        this.clock = clock;
    }

    /** An entry; null for an event that is not noted, such as a piece of text. */
    @Nullable
    Json of(String runId, RunEvent event) {
        if (event instanceof RunEvent.RoundStarted started) {
            return new Entry(runId, "round_started")
                    .with("round", started.round())
                    .with("model", started.request().model())
                    .json();
        } else if (event instanceof RunEvent.ApprovalDecided decided) {
            return approval(new Entry(runId, "approval"), decided.call(), decided.approval());
        } else if (event instanceof RunEvent.ToolStarted started) {
            return call(new Entry(runId, "tool_started"), started.callId(), started.tool(), started.arguments())
                    .json();
        } else if (event instanceof RunEvent.ToolFinished finished) {
            return finished(new Entry(runId, "tool_finished"), finished.call());
        } else if (event instanceof RunEvent.RoundFinished finished) {
            return round(new Entry(runId, "round_finished"), finished.step());
        } else if (event instanceof RunEvent.Ended ended) {
            return end(new Entry(runId, "run_ended"), ended.end());
        }
        return null;
    }

    private Json approval(Entry entry, PendingCall call, Approval approval) {
        entry.with("call", call.callId())
                .with("tool", call.tool())
                .with("effect", call.policy().effect().name());
        if (approval instanceof Approval.Approved approved) {
            entry.with("decision", "approved").with("by", approved.by());
        } else if (approval instanceof Approval.Denied denied) {
            entry.with("decision", "denied").with("by", denied.by()).with("reason", hasTexts ? denied.reason() : null);
        } else {
            entry.with("decision", "later");
        }
        return entry.with("preview", hasTexts ? call.preview() : null).json();
    }

    private Entry call(Entry entry, String callId, String tool, String arguments) {
        return entry.with("call", callId)
                .with("tool", tool)
                .with("arguments_sha256", sha256(arguments))
                .with("arguments", hasTexts ? arguments : null);
    }

    private Json finished(Entry entry, ToolCall call) {
        ToolResult result = call.result();
        call(entry, call.id(), call.name(), call.arguments())
                .with("outcome", result instanceof ToolResult.Failure failure ? name(failure.kind()) : "success")
                .with("milliseconds", call.duration().toMillis())
                .with("output_sha256", sha256(result.output()))
                .with("output", hasTexts ? result.output() : null);
        Throwable cause = result instanceof ToolResult.Failure failure ? failure.cause() : null;
        if (cause != null) {
            entry.with("cause", cause.getClass().getName()).with("trace", hasTexts ? trace(cause) : null);
        }
        return entry.json();
    }

    private Json round(Entry entry, Step step) {
        Response response = step.response();
        Usage usage = response.usage();
        Cost cost = prices.cost(step.request(), response);
        entry.with("round", step.round())
                .with("response", response.id())
                .with("model", response.model().isEmpty() ? step.request().model() : response.model())
                .with("milliseconds", step.answerTime().toMillis());
        if (usage != null) {
            entry.with("input_tokens", usage.inputTokens()).with("output_tokens", usage.outputTokens());
        }
        return entry.with("cost", cost.known().stripTrailingZeros().toPlainString())
                .with("currency", cost.currency().getCurrencyCode())
                .with("unknown_cost", cost.isKnown() ? null : String.join(", ", cost.unknown()))
                .json();
    }

    private Json end(Entry entry, RunEnd end) {
        entry.with("outcome", RunWords.outcome(end));
        if (end instanceof RunEnd.LimitReached limit) {
            entry.with("limit", name(limit.limit())).with("explanation", limit.explanation());
        } else if (end instanceof RunEnd.Failed failed) {
            entry.with("cause", failed.cause().getClass().getName())
                    .with("trace", hasTexts ? trace(failed.cause()) : null);
        }
        return entry.json();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String trace(Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** One line of the log. */
    private final class Entry {
        private final Map<String, Object> members = new LinkedHashMap<>();

        Entry(String runId, String event) {
            with("at", clock.instant().toString()).with("run", runId).with("event", event);
        }

        Entry with(String name, @Nullable Object value) {
            if (value != null) {
                members.put(name, value);
            }
            return this;
        }

        Json json() {
            return CODECS.encode(members);
        }
    }
}
