package dev.makerai.run;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.MakerAiException;
import dev.makerai.json.Json;
import dev.makerai.responses.FunctionCall;
import dev.makerai.responses.InputContent;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.tools.Effect;
import dev.makerai.tools.ToolPolicy;
import dev.makerai.tools.ToolResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RunRecords} wrote, by going through all that happened once more. */
final class SavedRunReader {
    private @Nullable RunState state;

    /** What the request would be if the next record does not say otherwise. */
    private @Nullable Json record;

    private String place = "";

    private SavedRunReader() {}

    /**
     * Reads a saved run or a journal.
     *
     * @throws DecodeException if it is neither
     */
    static RunState read(String text) {
        SavedRunReader reader = new SavedRunReader();
        if (text.stripLeading().startsWith("{\"maker_ai_run\"")) {
            reader.readObject(Json.parse(text));
        } else {
            reader.readLines(text);
        }
        if (reader.state == null) {
            throw new DecodeException(
                    "There is no run in it: is this a saved run or a journal?", "$", text, null, null);
        }
        settle(reader.state);
        return reader.state;
    }

    /** Ends the last round if nothing of it is left to do. */
    private static void settle(RunState state) {
        if (state.hasAsyncCalls()) {
            // A record of its own says when such a round has ended.
            return;
        }
        Response last = state.open;
        List<FunctionCall> asked = last == null || state.closing != null ? List.of() : CallItems.executable(last);
        List<ToolCall> calls = ToolCalls.inOrder(asked, state.ended);
        if (last != null && !asked.isEmpty() && calls.size() == asked.size()) {
            state.steps.add(new Step(state.steps.size() + 1, state.request, last, calls, state.answerTime));
            state.close(calls, null);
        }
    }

    private void readObject(Json saved) {
        Json format = saved.get("maker_ai_run");
        requireFormat(format);
        Json records = saved.get("records");
        int number = 0;
        for (Json each : records == null ? List.<Json>of() : records.elements()) {
            place = "record " + ++number;
            read(each);
        }
    }

    private void readLines(String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            place = "line " + (i + 1);
            boolean isLast = i == lines.length - 1;
            if (lines[i].isBlank() && isLast) {
                return;
            }
            Json parsed;
            try {
                parsed = Json.parse(lines[i]);
                String withLineEnds = parsed.string();
                if (withLineEnds != null) {
                    parsed = Json.parse(withLineEnds);
                }
            } catch (DecodeException e) {
                if (isLast && state != null) {
                    // It was being written when the program stopped, so nothing that it speaks of had begun.
                    return;
                }
                throw new DecodeException(
                        "The journal is damaged in " + place + ": " + e.problem(), e.path(), lines[i], null, e);
            }
            read(parsed);
        }
    }

    private void read(Json next) {
        record = next;
        String kind = text("record");
        try {
            if (kind.equals("run")) {
                begin();
            } else {
                read(kind, run());
            }
        } catch (DecodeException e) {
            throw e;
        } catch (MakerAiException | IllegalArgumentException | IllegalStateException e) {
            throw damaged("does not fit what comes before it: " + e.getMessage());
        }
    }

    private void begin() {
        if (state != null) {
            throw damaged("begins a second run");
        }
        requireFormat(member("format"));
        state = new RunState(text("id"), ResponseRequest.of(member("request")));
    }

    private void read(String kind, RunState run) {
        switch (kind) {
            case "response" -> respond(run);
            case "broke_off" ->
                run.steps.add(new Step(
                        run.steps.size() + 1, run.request, Response.of(member("response")), List.of(), nanos()));
            case "begins" -> run.begin(text("call_id"), effect());
            case "call" -> run.end(call());
            case "pending" -> addPending(run);
            case "closed" -> closed(run);
            case "next" -> run.goOnWith(ResponseRequest.of(member("request")));
            case "end" -> run.lastEnd = text("how");
            case "resumed" -> run.takeUp();
            default -> throw damaged("is of the kind \"" + kind + "\", which this version does not know");
        }
    }

    private void respond(RunState run) {
        close(run, closing());
        Json changed = optional("request");
        if (changed != null) {
            run.goOnWith(ResponseRequest.of(changed));
        }
        run.open = Response.of(member("response"));
        run.answerTime = nanos();
    }

    private RunEnd.@Nullable LimitReached closing() {
        String limit = textOrNull("closing_limit");
        String explanation = textOrNull("closing_explanation");
        return limit == null
                ? null
                : new RunEnd.LimitReached(Limit.valueOf(limit), explanation == null ? "" : explanation);
    }

    /** A round with calls that the model does not wait for has ended. */
    private void closed(RunState run) {
        Response before = run.open;
        if (before == null) {
            throw damaged("ends a round that has not begun");
        }
        Set<String> delivered = new HashSet<>();
        for (Json id : member("outputs").elements()) {
            delivered.add(String.valueOf(id.string()));
        }
        List<ToolCall> calls = ToolCalls.inOrder(run.asked(CallItems.of(before)), run.ended).stream()
                .filter(call -> delivered.remove(call.id()))
                .toList();
        if (!delivered.isEmpty()) {
            throw damaged("speaks of outputs that did not come: " + delivered);
        }
        run.steps.add(new Step(run.steps.size() + 1, run.request, before, calls, run.answerTime));
        run.close(calls, closing());
    }

    /** A round ends, without a word, where the next one has an answer. */
    private void close(RunState run, RunEnd.@Nullable LimitReached closing) {
        Response before = run.open;
        if (before == null) {
            return;
        }
        List<ToolCall> calls = ToolCalls.inOrder(CallItems.of(before), run.ended);
        if (calls.size() < CallItems.of(before).size()) {
            throw damaged("comes before all calls of the response before it have a result");
        }
        run.steps.add(new Step(run.steps.size() + 1, run.request, before, calls, run.answerTime));
        run.close(calls, closing);
    }

    private ToolCall call() {
        String failure = textOrNull("failure");
        List<InputContent> parts = new ArrayList<>();
        Json given = optional("parts");
        for (Json part : given == null ? List.<Json>of() : given.elements()) {
            parts.add(InputContent.of(part));
        }
        ToolResult result = failure == null
                ? new ToolResult.Success(text("output"), parts)
                : new ToolResult.Failure(ToolResult.Kind.valueOf(failure), text("output"), null);
        return new ToolCall(text("call_id"), text("name"), text("arguments"), result, nanos());
    }

    private Duration nanos() {
        BigDecimal nanos = member("nanos").number();
        if (nanos == null) {
            throw damaged("has no number of nanos");
        }
        return Duration.ofNanos(nanos.longValue());
    }

    private void addPending(RunState run) {
        List<PendingCall> all = new ArrayList<>(run.pending);
        Map<String, Json> arguments = member("arguments").members();
        all.add(new PendingCall(
                run.id, text("call_id"), text("tool"), ToolPolicy.of(effect()), arguments, text("preview")));
        run.pending = List.copyOf(all);
    }

    private Effect effect() {
        return Effect.valueOf(text("effect"));
    }

    private void requireFormat(@Nullable Json format) {
        if (format == null || !format.text().equals(String.valueOf(RunRecords.FORMAT))) {
            throw new DecodeException(
                    "This version reads saved runs of the format " + RunRecords.FORMAT + ", but this one has " + format,
                    "$",
                    "",
                    null,
                    null);
        }
    }

    private RunState run() {
        if (state == null) {
            throw damaged("comes before the one that begins the run: is this a saved run or a journal?");
        }
        return state;
    }

    private @Nullable Json optional(String name) {
        return record == null ? null : record.get(name);
    }

    private Json member(String name) {
        Json value = optional(name);
        if (value == null) {
            throw damaged("has no member \"" + name + "\"");
        }
        return value;
    }

    private @Nullable String textOrNull(String name) {
        Json value = optional(name);
        return value == null ? null : value.string();
    }

    private String text(String name) {
        String value = member(name).string();
        if (value == null) {
            throw damaged("has no text in its member \"" + name + "\"");
        }
        return value;
    }

    private DecodeException damaged(String problem) {
        return new DecodeException(
                "The saved run cannot be read, since its " + place + " " + problem,
                "$",
                record == null ? "" : record.text(),
                null,
                null);
    }
}
