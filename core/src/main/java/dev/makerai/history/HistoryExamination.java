package dev.makerai.history;

import dev.makerai.history.HistoryProblem.Kind;
import dev.makerai.internal.json.Codecs;
import dev.makerai.internal.naming.Shown;
import dev.makerai.json.Json;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.InputMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through a history item by item. */
final class HistoryExamination {
    /** The calls that the program answers, with an item of the type that has {@code _output} behind it. */
    private static final Set<String> ANSWERED_HERE = Set.of(
            "function_call", "custom_tool_call", "computer_call", "local_shell_call", "shell_call", "apply_patch_call");

    private static final String OUTPUT = "_output";
    private static final Codecs CODECS = Codecs.builder().build();

    private final List<Json> items;
    private final List<InputItem> originals;
    private final boolean isStored;
    private final List<HistoryProblem> problems = new ArrayList<>();
    private final List<Kept> repaired = new ArrayList<>();

    /** Where each call stands, by its id. */
    private final Map<String, Integer> calls = new HashMap<>();

    /** The first output of each call, by the call's id. */
    private final Map<String, Integer> outputs = new HashMap<>();

    private final Set<String> ids = new HashSet<>();

    /**
     * An item of the repaired history.
     *
     * @param index where it stood, or where what it belongs to stood
     */
    private record Kept(int index, InputItem item) {}

    HistoryExamination(List<? extends InputItem> items, boolean isStored) {
        this.originals = List.copyOf(items);
        this.items = originals.stream().map(InputItem::toJson).toList();
        this.isStored = isStored;
    }

    HistoryCheck result() {
        for (int i = 0; i < items.size(); i++) {
            String type = typeOf(i);
            if (ANSWERED_HERE.contains(type)) {
                calls.putIfAbsent(callId(i), i);
            } else if (isOutput(type)) {
                outputs.putIfAbsent(callId(i), i);
            }
        }
        for (int i = 0; i < items.size(); i++) {
            examine(i, typeOf(i));
        }
        leaveLoneReasoningOut();
        problems.sort(Comparator.comparingInt(HistoryProblem::index));
        return new HistoryCheck(problems, repaired.stream().map(Kept::item).toList());
    }

    private void examine(int index, String type) {
        String id = text(index, "id");
        if (type.isEmpty()) {
            problem(Kind.NO_KIND, index, "It has no type, role or id.", "It is left out.");
        } else if (!id.isEmpty() && !type.equals("item_reference") && !isOutput(type) && !ids.add(id)) {
            problem(Kind.DUPLICATE_ITEM, index, "The item " + quoted(id) + " was there before.", "It is left out.");
        } else if (ANSWERED_HERE.contains(type)) {
            call(index, type);
        } else if (isOutput(type)) {
            output(index);
        } else if (type.equals("reasoning")) {
            reasoning(index);
        } else if (type.equals("item_reference") && !isStored) {
            problem(
                    Kind.REFERENCE_UNKNOWN,
                    index,
                    "It refers to the item " + quoted(id) + ", but nothing is stored.",
                    "None: put the item itself there.");
            repaired.add(new Kept(index, originals.get(index)));
        } else if (originals.get(index) instanceof InputMessage message
                && message.content().isEmpty()) {
            problem(Kind.EMPTY_MESSAGE, index, "The message says nothing.", "It is left out.");
        } else {
            repaired.add(new Kept(index, originals.get(index)));
        }
    }

    private void call(int index, String type) {
        String callId = callId(index);
        if (calls.getOrDefault(callId, index) != index) {
            problem(
                    Kind.DUPLICATE_CALL,
                    index,
                    "Another call before it has the id " + quoted(callId) + " too.",
                    "It is left out.");
            return;
        }
        repaired.add(new Kept(index, originals.get(index)));
        Integer output = outputs.get(callId);
        if (output == null && Boolean.TRUE.equals(truth(index, "async"))) {
            // The model did not wait for it, and any later request may still bring it.
            return;
        }
        if (output == null) {
            boolean canAnswer = type.equals("function_call") || type.equals("custom_tool_call");
            problem(
                    Kind.CALL_WITHOUT_OUTPUT,
                    index,
                    "No output answers the call " + quoted(callId) + ".",
                    canAnswer ? "An output that says so is added." : "The call is left out.");
            if (canAnswer) {
                repaired.add(new Kept(index, missingOutput(type, callId)));
            } else {
                repaired.remove(repaired.size() - 1);
            }
        } else if (output < index) {
            repaired.add(new Kept(index, originals.get(output)));
        }
    }

    private void output(int index) {
        String callId = callId(index);
        Integer call = calls.get(callId);
        if (call == null) {
            problem(
                    Kind.OUTPUT_WITHOUT_CALL,
                    index,
                    "It answers the call " + quoted(callId) + ", which is not there.",
                    "It is left out.");
        } else if (outputs.getOrDefault(callId, index) != index) {
            problem(
                    Kind.DUPLICATE_OUTPUT,
                    index,
                    "The call " + quoted(callId) + " was answered before.",
                    "It is left out.");
        } else if (call > index) {
            problem(
                    Kind.OUTPUT_BEFORE_CALL,
                    index,
                    "It answers the call " + quoted(callId) + ", which comes later.",
                    "It is moved behind the call.");
        } else {
            repaired.add(new Kept(index, originals.get(index)));
        }
    }

    private void reasoning(int index) {
        Json encrypted = items.get(index).get("encrypted_content");
        String id = quoted(text(index, "id"));
        if (!isStored && (encrypted == null || encrypted.string() == null)) {
            problem(
                    Kind.REASONING_UNKNOWN,
                    index,
                    "The reasoning " + id + " has no encrypted content, and nothing is stored: ask for it with"
                            + " Include.REASONING_ENCRYPTED_CONTENT.",
                    "It is left out.");
        } else {
            repaired.add(new Kept(index, originals.get(index)));
        }
    }

    /** Reasoning that is not followed by the model's own next item is refused, also where that item was left out. */
    private void leaveLoneReasoningOut() {
        boolean isFollowed = false;
        for (int i = repaired.size() - 1; i >= 0; i--) {
            Kept kept = repaired.get(i);
            Json item = kept.item().toJson();
            String type = typeOf(item);
            if (!type.equals("reasoning")) {
                isFollowed = !isOutput(type) && !(kept.item() instanceof InputMessage message && !isOfModel(message));
            } else if (!isFollowed) {
                repaired.remove(i);
                problem(
                        Kind.REASONING_ALONE,
                        kept.index(),
                        "The reasoning " + quoted(text(item, "id"))
                                + " is not followed by what the model did after it.",
                        "It is left out.");
            }
        }
    }

    private static boolean isOfModel(InputMessage message) {
        return message.role().value().equals("assistant");
    }

    private static InputItem missingOutput(String type, String callId) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("type", type + OUTPUT);
        output.put("call_id", callId);
        output.put("output", "There is no output: what answers this call was lost.");
        return InputItem.of(CODECS.encode(output));
    }

    private static boolean isOutput(String type) {
        return type.endsWith(OUTPUT) && ANSWERED_HERE.contains(type.substring(0, type.length() - OUTPUT.length()));
    }

    private String typeOf(int index) {
        return typeOf(items.get(index));
    }

    /** The type; of those that may go without one, what they are taken for. */
    private static String typeOf(Json item) {
        String type = text(item, "type");
        if (!type.isEmpty()) {
            return type;
        }
        if (!text(item, "role").isEmpty()) {
            return "message";
        }
        return text(item, "id").isEmpty() ? "" : "item_reference";
    }

    /** The output of a local shell has the id of its call as its own. */
    private String callId(int index) {
        String callId = text(index, "call_id");
        return callId.isEmpty() ? text(index, "id") : callId;
    }

    private @Nullable Boolean truth(int index, String member) {
        Json value = items.get(index).get(member);
        return value == null ? null : value.bool();
    }

    private String text(int index, String member) {
        return text(items.get(index), member);
    }

    private static String text(Json item, String member) {
        Json value = item.get(member);
        @Nullable String text = value == null ? null : value.string();
        return text == null ? "" : text;
    }

    private static String quoted(String id) {
        return Shown.quoted(id);
    }

    private void problem(Kind kind, int index, String message, String repair) {
        problems.add(new HistoryProblem(kind, index, message, repair));
    }
}
