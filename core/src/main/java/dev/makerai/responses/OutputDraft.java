package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The items of a response as its events bring them, by where they stand in the output. */
final class OutputDraft {
    private static final Json TEXT = Json.parse("{\"type\":\"output_text\",\"text\":\"\",\"annotations\":[]}");
    private static final Json REFUSAL = Json.parse("{\"type\":\"refusal\",\"refusal\":\"\"}");
    private static final Json THOUGHT = Json.parse("{\"type\":\"reasoning_text\",\"text\":\"\"}");
    private static final Json SUMMARY = Json.parse("{\"type\":\"summary_text\",\"text\":\"\"}");

    private final JsonDraft.Room room;
    private final TreeMap<Integer, ItemDraft> items = new TreeMap<>();

    OutputDraft(JsonDraft.Room room) {
        this.room = room;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** All items as an array. */
    Json json() {
        StringBuilder array = new StringBuilder("[");
        for (ItemDraft item : items.values()) {
            array.append(array.length() == 1 ? "" : ",")
                    .append(item.json().json().text());
        }
        return Json.trusted(array.append(']').toString());
    }

    /** Takes what an event brings; most do not change an item. */
    void add(ResponseEvent event) {
        if (event instanceof OutputTextEvent text) {
            add(text);
        } else if (event instanceof OutputItemEvent item) {
            add(item);
        } else if (event instanceof ContentPartEvent part) {
            item(part.outputIndex(), part.itemId(), "message")
                    .member("content")
                    .element(part.contentIndex())
                    .set(ResponseEvents.CODECS.encode(part.part()));
        } else if (event instanceof FunctionCallEvent call) {
            add(call);
        } else if (event instanceof ReasoningEvent reasoning) {
            add(reasoning);
        } else if (event instanceof RefusalEvent refusal) {
            add(refusal);
        } else if (event instanceof CustomToolCallEvent call) {
            add(call);
        } else if (event instanceof HostedToolEvent call) {
            add(call);
        } else if (event instanceof ShellCallEvent call) {
            add(call);
        }
    }

    private void add(OutputItemEvent event) {
        int index = event.outputIndex();
        if (index < 0) {
            Integer known = indexOf(idOf(event.item()));
            index = known != null ? known : items.isEmpty() ? 0 : items.lastKey() + 1;
        }
        ItemDraft item = items.computeIfAbsent(index, absent -> new ItemDraft(idOf(event.item()), new JsonDraft(room)));
        item.json().set(event.item().toJson());
    }

    private void add(OutputTextEvent event) {
        JsonDraft part = part(item(event.outputIndex(), event.itemId(), "message"), event.contentIndex(), TEXT);
        if (event instanceof OutputTextEvent.Delta more) {
            part.member("text").append(more.delta());
        } else if (event instanceof OutputTextEvent.Done whole) {
            part.member("text").set(Json.string(whole.text()));
        } else if (event instanceof OutputTextEvent.AnnotationAdded added) {
            JsonDraft annotations = part.member("annotations");
            int index = added.annotationIndex();
            annotations
                    .element(index >= 0 ? index : annotations.size())
                    .set(ResponsesWire.CODECS.encode(added.annotation()));
        }
    }

    private void add(RefusalEvent event) {
        JsonDraft part = part(item(event.outputIndex(), event.itemId(), "message"), event.contentIndex(), REFUSAL);
        if (event instanceof RefusalEvent.Delta more) {
            part.member("refusal").append(more.delta());
        } else if (event instanceof RefusalEvent.Done whole) {
            part.member("refusal").set(Json.string(whole.refusal()));
        }
    }

    private void add(ReasoningEvent event) {
        JsonDraft item = item(event.outputIndex(), event.itemId(), "reasoning");
        if (event instanceof ReasoningEvent.TextDelta more) {
            part(item, more.contentIndex(), THOUGHT).member("text").append(more.delta());
        } else if (event instanceof ReasoningEvent.TextDone whole) {
            part(item, whole.contentIndex(), THOUGHT).member("text").set(Json.string(whole.text()));
        } else if (event instanceof ReasoningEvent.SummaryTextDelta more) {
            paragraph(item, more.summaryIndex()).member("text").append(more.delta());
        } else if (event instanceof ReasoningEvent.SummaryTextDone whole) {
            paragraph(item, whole.summaryIndex()).member("text").set(Json.string(whole.text()));
        } else if (event instanceof ReasoningEvent.SummaryPartAdded part) {
            paragraph(item, part.summaryIndex())
                    .member("text")
                    .set(Json.string(part.part().text()));
        } else if (event instanceof ReasoningEvent.SummaryPartDone part) {
            paragraph(item, part.summaryIndex())
                    .member("text")
                    .set(Json.string(part.part().text()));
        }
    }

    private void add(FunctionCallEvent event) {
        JsonDraft item = item(event.outputIndex(), event.itemId(), "function_call");
        if (event instanceof FunctionCallEvent.ArgumentsDelta more) {
            item.member("arguments").append(more.delta());
        } else if (event instanceof FunctionCallEvent.ArgumentsDone whole) {
            item.member("arguments").set(Json.string(whole.arguments()));
            if (whole.name() != null && !item.has("name")) {
                item.member("name").set(Json.string(whole.name()));
            }
        }
    }

    private void add(CustomToolCallEvent event) {
        JsonDraft input =
                item(event.outputIndex(), event.itemId(), "custom_tool_call").member("input");
        if (event instanceof CustomToolCallEvent.InputDelta more) {
            input.append(more.delta());
        } else if (event instanceof CustomToolCallEvent.InputDone whole) {
            input.set(Json.string(whole.input()));
        }
    }

    private void add(HostedToolEvent event) {
        int index = event.outputIndex();
        String id = event.itemId();
        if (event instanceof HostedToolEvent.McpArgumentsDelta more) {
            item(index, id, "mcp_call").member("arguments").append(more.delta());
        } else if (event instanceof HostedToolEvent.McpArgumentsDone whole) {
            item(index, id, "mcp_call").member("arguments").set(Json.string(whole.arguments()));
        } else if (event instanceof HostedToolEvent.CodeDelta more) {
            item(index, id, "code_interpreter_call").member("code").append(more.delta());
        } else if (event instanceof HostedToolEvent.CodeDone whole) {
            item(index, id, "code_interpreter_call").member("code").set(Json.string(whole.code()));
        } else if (event instanceof HostedToolEvent.Progress progress) {
            ItemDraft item = items.get(index >= 0 ? index : find(id));
            if (item != null && item.json().has("status")) {
                item.json().member("status").set(Json.string(progress.state().value()));
            }
        }
    }

    private void add(ShellCallEvent event) {
        int index = event.outputIndex();
        int command = event.commandIndex();
        if (event instanceof ShellCallEvent.CommandAdded added) {
            command(index, command).set(Json.string(added.command()));
        } else if (event instanceof ShellCallEvent.CommandDelta more) {
            command(index, command).append(more.delta());
        } else if (event instanceof ShellCallEvent.CommandDone whole) {
            command(index, command).set(Json.string(whole.command()));
        } else if (event instanceof ShellCallEvent.OutputDelta printed) {
            JsonDraft output = item(index, printed.itemId(), "shell_call_output")
                    .member("output")
                    .element(command);
            output.member("stdout")
                    .append(ResponseEvents.orEmpty(printed.delta().stdout()));
            output.member("stderr")
                    .append(ResponseEvents.orEmpty(printed.delta().stderr()));
        } else if (event instanceof ShellCallEvent.OutputDone whole
                && whole.output().size() == 1) {
            item(index, whole.itemId(), "shell_call_output")
                    .member("output")
                    .element(command)
                    .set(ResponseEvents.CODECS.encode(whole.output().get(0)));
        }
    }

    private JsonDraft command(int outputIndex, int commandIndex) {
        return item(outputIndex, "", "shell_call")
                .member("action")
                .member("commands")
                .element(commandIndex);
    }

    /**
     * The item that an event is about.
     *
     * @param outputIndex where it stands; -1 if the service does not say
     * @param id its id, or empty
     * @param type what it must be if no event has said that it begins
     */
    private JsonDraft item(int outputIndex, String id, String type) {
        int index = outputIndex >= 0 ? outputIndex : find(id);
        ItemDraft item = items.get(index);
        if (item == null) {
            item = new ItemDraft(id, new JsonDraft(room));
            item.json().set(begin(type, id));
            items.put(index, item);
        }
        return item.json();
    }

    /** An item by its id; the last one if none has it. */
    private int find(String id) {
        Integer known = indexOf(id);
        return known != null ? known : items.isEmpty() ? 0 : items.lastKey();
    }

    private @Nullable Integer indexOf(String id) {
        for (var entry : items.entrySet()) {
            if (!id.isEmpty() && entry.getValue().id().equals(id)) {
                return entry.getKey();
            }
        }
        return null;
    }

    private static JsonDraft part(JsonDraft item, int index, Json begin) {
        return begun(item.member("content").element(index), begin);
    }

    private static JsonDraft paragraph(JsonDraft item, int index) {
        return begun(item.member("summary").element(index), SUMMARY);
    }

    private static JsonDraft begun(JsonDraft part, Json begin) {
        if (part.isEmpty()) {
            part.set(begin);
        }
        return part;
    }

    private static Json begin(String type, String id) {
        String members = "{\"type\":" + Json.string(type).text() + ",\"id\":"
                + Json.string(id).text();
        return Json.trusted(
                type.equals("message") ? members + ",\"role\":\"assistant\",\"content\":[]}" : members + "}");
    }

    private static String idOf(OutputItem item) {
        Json id = item.toJson().get("id");
        String text = id == null ? null : id.string();
        return ResponseEvents.orEmpty(text);
    }

    private record ItemDraft(String id, JsonDraft json) {}
}
