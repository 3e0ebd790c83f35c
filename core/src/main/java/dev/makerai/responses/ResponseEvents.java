package dev.makerai.responses;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.json.Codecs;
import dev.makerai.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names the events of a stream and reads them. */
final class ResponseEvents {
    /** What a tool's call goes through, by the tool. */
    private static final Map<String, List<String>> STATES = Map.of(
            "file_search_call", List.of("in_progress", "searching", "completed"),
            "web_search_call", List.of("in_progress", "searching", "completed"),
            "code_interpreter_call", List.of("in_progress", "interpreting", "completed"),
            "image_generation_call", List.of("in_progress", "generating", "completed"),
            "mcp_call", List.of("in_progress", "completed", "failed"),
            "mcp_list_tools", List.of("in_progress", "completed", "failed"),
            "compaction", List.of("compacting"));

    static final Map<String, Class<? extends ResponseEvent>> TABLE = table();

    static final Codecs CODECS = builder().factory(new ReadEvents()).build();

    private ResponseEvents() {}

    /** The unions, with all records left to reflection. */
    static Codecs.Builder builder() {
        return ResponsesWire.builder().union(ResponseEvent.class, ResponseEvent.Unknown.class, TABLE);
    }

    static ResponseEvent of(Json json) {
        return read(json.text().getBytes(StandardCharsets.UTF_8), false, null);
    }

    /**
     * Reads an event.
     *
     * @param document the event's data, which must not change afterwards
     * @param isError whether the stream, beside the data, calls the event an error
     * @param requestId for the error, or null
     * @throws DecodeException if this is not JSON, or ends the stream without saying how
     */
    static ResponseEvent read(byte[] document, boolean isError, @Nullable String requestId) {
        ResponseEvent event = CODECS.decode(ResponseEvent.class, document, requestId);
        if (event instanceof ResponseEvent.StreamError error) {
            return inWords(error, error.source().json());
        }
        if (!(event instanceof ResponseEvent.Unknown unknown)) {
            return event;
        }
        if (unknown.type().isEmpty() && (holdsError(unknown.raw()) || isError)) {
            // Some services send their usual error body, which has no type, in place of an event.
            return inWords(CODECS.decode(ResponseEvent.StreamError.class, document, requestId), unknown.raw());
        }
        Class<? extends ResponseEvent> known = TABLE.get(unknown.type());
        return known == null ? unknown : withoutOddMembers(known, unknown, document, requestId);
    }

    /** One odd member, perhaps deep inside a response, must not cost the text or the end of a stream. */
    private static ResponseEvent withoutOddMembers(
            Class<? extends ResponseEvent> known,
            ResponseEvent.Unknown unknown,
            byte[] document,
            @Nullable String requestId) {
        try {
            return CODECS.decode(known, document, requestId);
        } catch (DecodeException e) {
            if (known != ResponseEvent.Ended.class) {
                return unknown;
            }
            // Were it taken for some new kind, a whole stream would seem to be cut off.
            throw new DecodeException(
                    "The event " + unknown.type() + " holds no response that can be read (" + e.problem() + ")",
                    e.path(),
                    e.text(),
                    requestId,
                    e);
        }
    }

    /** The number of an event that is kept as it is; -1 if it has none. */
    static long sequenceNumber(Json event) {
        Json number = event.get("sequence_number");
        BigDecimal value = number == null ? null : number.number();
        try {
            return value == null ? -1 : value.longValueExact();
        } catch (ArithmeticException e) {
            return -1;
        }
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Decodes a member. */
    static byte[] base64(String path, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new DecodeException("This is not base64", path, text, null, e);
        }
    }

    private static boolean holdsError(Json event) {
        Json error = event.get("error");
        return error != null && (error.kind() == Json.Kind.OBJECT || error.kind() == Json.Kind.STRING);
    }

    /** Some services give the reason as a mere text. */
    private static ResponseEvent.StreamError inWords(ResponseEvent.StreamError error, @Nullable Json event) {
        Json words = event == null ? null : event.get("error");
        return error.message() != null || words == null || words.string() == null
                ? error
                : new ResponseEvent.StreamError(
                        error.code(),
                        words.string(),
                        error.param(),
                        error.error(),
                        error.status(),
                        error.sequenceNumber(),
                        error.source());
    }

    private static Map<String, Class<? extends ResponseEvent>> table() {
        Map<String, Class<? extends ResponseEvent>> table = new LinkedHashMap<>();
        // The order is that in which a lookup goes, so what comes often stands first.
        table.put(OutputTextEvent.Delta.TYPE, OutputTextEvent.Delta.class);
        table.put(FunctionCallEvent.ArgumentsDelta.TYPE, FunctionCallEvent.ArgumentsDelta.class);
        table.put(ReasoningEvent.SummaryTextDelta.TYPE, ReasoningEvent.SummaryTextDelta.class);
        table.put(ReasoningEvent.TextDelta.TYPE, ReasoningEvent.TextDelta.class);
        table.put("response.created", ResponseEvent.Progress.class);
        table.put("response.queued", ResponseEvent.Progress.class);
        table.put("response.in_progress", ResponseEvent.Progress.class);
        table.put(ResponseEvent.Ended.COMPLETED, ResponseEvent.Ended.class);
        table.put(ResponseEvent.Ended.INCOMPLETE, ResponseEvent.Ended.class);
        table.put(ResponseEvent.Ended.FAILED, ResponseEvent.Ended.class);
        table.put(ResponseEvent.StreamError.TYPE, ResponseEvent.StreamError.class);
        table.put(OutputItemEvent.Added.TYPE, OutputItemEvent.Added.class);
        table.put(OutputItemEvent.Done.TYPE, OutputItemEvent.Done.class);
        table.put(ContentPartEvent.Added.TYPE, ContentPartEvent.Added.class);
        table.put(ContentPartEvent.Done.TYPE, ContentPartEvent.Done.class);
        table.put(OutputTextEvent.Done.TYPE, OutputTextEvent.Done.class);
        table.put(OutputTextEvent.AnnotationAdded.TYPE, OutputTextEvent.AnnotationAdded.class);
        table.put(FunctionCallEvent.ArgumentsDone.TYPE, FunctionCallEvent.ArgumentsDone.class);
        table.put(ReasoningEvent.TextDone.TYPE, ReasoningEvent.TextDone.class);
        table.put(ReasoningEvent.SummaryPartAdded.TYPE, ReasoningEvent.SummaryPartAdded.class);
        table.put(ReasoningEvent.SummaryPartDone.TYPE, ReasoningEvent.SummaryPartDone.class);
        table.put(ReasoningEvent.SummaryTextDone.TYPE, ReasoningEvent.SummaryTextDone.class);
        table.put(RefusalEvent.Delta.TYPE, RefusalEvent.Delta.class);
        table.put(RefusalEvent.Done.TYPE, RefusalEvent.Done.class);
        table.put(CustomToolCallEvent.InputDelta.TYPE, CustomToolCallEvent.InputDelta.class);
        table.put(CustomToolCallEvent.InputDone.TYPE, CustomToolCallEvent.InputDone.class);
        table.put(HostedToolEvent.McpArgumentsDelta.TYPE, HostedToolEvent.McpArgumentsDelta.class);
        table.put(HostedToolEvent.McpArgumentsDone.TYPE, HostedToolEvent.McpArgumentsDone.class);
        table.put(HostedToolEvent.CodeDelta.TYPE, HostedToolEvent.CodeDelta.class);
        table.put(HostedToolEvent.CodeDone.TYPE, HostedToolEvent.CodeDone.class);
        table.put(HostedToolEvent.PartialImage.TYPE, HostedToolEvent.PartialImage.class);
        table.put(ShellCallEvent.CommandAdded.TYPE, ShellCallEvent.CommandAdded.class);
        table.put(ShellCallEvent.CommandDelta.TYPE, ShellCallEvent.CommandDelta.class);
        table.put(ShellCallEvent.CommandDone.TYPE, ShellCallEvent.CommandDone.class);
        table.put(ShellCallEvent.OutputDelta.TYPE, ShellCallEvent.OutputDelta.class);
        table.put(ShellCallEvent.OutputDone.TYPE, ShellCallEvent.OutputDone.class);
        table.put(AudioEvent.Delta.TYPE, AudioEvent.Delta.class);
        table.put(AudioEvent.Done.TYPE, AudioEvent.Done.class);
        table.put(AudioEvent.TranscriptDelta.TYPE, AudioEvent.TranscriptDelta.class);
        table.put(AudioEvent.TranscriptDone.TYPE, AudioEvent.TranscriptDone.class);
        table.put(SteerEvent.Accepted.TYPE, SteerEvent.Accepted.class);
        table.put(SteerEvent.Pending.TYPE, SteerEvent.Pending.class);
        table.put(SteerEvent.Failed.TYPE, SteerEvent.Failed.class);
        STATES.forEach((tool, states) ->
                states.forEach(state -> table.put("response." + tool + "." + state, HostedToolEvent.Progress.class)));
        return Collections.unmodifiableMap(table);
    }
}
