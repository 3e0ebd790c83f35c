package dev.makerai.run;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.naming.Shown;
import dev.makerai.json.Json;
import dev.makerai.responses.OutputContent;
import dev.makerai.responses.OutputItem;
import dev.makerai.responses.OutputMessage;
import dev.makerai.responses.OutputText;
import dev.makerai.responses.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells an answer of no words, which a model may give, from a response that holds no answer that can be read. */
final class Wordless {
    /** An item that is an answer without a word. */
    private static final String PICTURE = "image_generation_call";

    /** Parts and items that should have held words. */
    private static final Set<String> WORDS = Set.of("message", "output_text", "refusal", "");

    private static final int LISTED_KINDS = 5;

    private Wordless() {}

    /**
     * Looks for the answer.
     *
     * @param last the response that ends a run
     * @return null if it holds one: text, also empty, a refusal or a picture; else what to say of it
     */
    static @Nullable DecodeException problem(Response last) {
        if (!last.outputText().isEmpty() || last.refusal() != null) {
            return null;
        }
        Map<String, Integer> found = new LinkedHashMap<>();
        boolean isAnswer = false;
        boolean isBroken = false;
        for (OutputItem item : last.output()) {
            if (item instanceof OutputMessage message) {
                for (OutputContent part : message.content()) {
                    isAnswer |= part instanceof OutputText;
                    isBroken |= part instanceof OutputContent.Unknown unknown && WORDS.contains(unknown.type());
                    found.merge(kind(part), 1, Integer::sum);
                }
                if (message.content().isEmpty()) {
                    found.merge("message without content", 1, Integer::sum);
                }
            } else {
                isAnswer |= typeOf(item).equals(PICTURE);
                isBroken |= item instanceof OutputItem.Unknown unknown && WORDS.contains(unknown.type());
                found.merge(kind(item), 1, Integer::sum);
            }
        }
        return isAnswer && !isBroken ? null : problem(last, found);
    }

    private static DecodeException problem(Response last, Map<String, Integer> found) {
        int more = found.size() - LISTED_KINDS;
        String kinds = found.entrySet().stream()
                .limit(LISTED_KINDS)
                .map(kind -> kind.getValue() + " x " + kind.getKey())
                .collect(Collectors.joining(", "));
        String problem = found.isEmpty()
                ? "The response holds no output at all"
                : "The response holds no text, refusal or tool call that can be read, only " + kinds
                        + (more > 0 ? " and " + more + " more kinds" : "") + "; Run.lastResponse() has all of it";
        return new DecodeException(
                problem + ". Does this server speak the Responses API? Found",
                "$.output",
                last.toJson().text(),
                last.requestId(),
                null);
    }

    private static String kind(OutputContent part) {
        if (part instanceof OutputContent.Unknown unknown) {
            return kind(unknown.type(), "part")
                    + (WORDS.contains(unknown.type()) ? " that does not have its form" : "");
        }
        return "output_text";
    }

    private static String kind(OutputItem item) {
        return kind(typeOf(item), "item") + (WORDS.contains(typeOf(item)) ? " that does not have its form" : "");
    }

    private static String kind(String type, String what) {
        String quoted = Shown.quoted(type);
        return type.isEmpty() ? what + " without a type" : quoted.substring(1, quoted.length() - 1);
    }

    private static String typeOf(OutputItem item) {
        if (item instanceof OutputItem.Unknown unknown) {
            return unknown.type();
        }
        Json type = item.toJson().get("type");
        String label = type == null ? null : type.string();
        return label == null ? "" : label;
    }
}
