package dev.makerai.strict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a schema says that strict mode does not take, in words for its description. */
final class Remarks {
    private final List<String> sentences = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    private Remarks() {}

    /**
     * Looks at all keywords but those that are kept.
     *
     * @param kept which of them the strict schema says itself
     */
    static Remarks of(Map<String, Object> schema, Set<String> kept) {
        Remarks remarks = new Remarks();
        schema.forEach((keyword, value) -> {
            if (!kept.contains(keyword)) {
                remarks.add(keyword, value);
            }
        });
        return remarks;
    }

    /** The schema's description with everything behind it. */
    String description(Map<String, Object> schema) {
        List<String> all = new ArrayList<>();
        if (schema.get("description") instanceof String text && !text.isBlank()) {
            all.add(text.strip());
        }
        all.addAll(sentences);
        return String.join(" ", all);
    }

    /** The keywords that only the code checks now. */
    List<String> unchecked() {
        return unchecked;
    }

    private void add(String keyword, Object value) {
        String text = Words.shortened(value);
        switch (keyword) {
            case "default" -> sentences.add("Default: " + text + ".");
            case "examples", "example" -> sentences.add("For example " + list(value) + ".");
            case "deprecated" -> {
                if (Boolean.TRUE.equals(value)) {
                    sentences.add("Deprecated.");
                }
            }
            case "minLength" -> say(keyword, "At least " + text + " characters.");
            case "maxLength" -> say(keyword, "At most " + text + " characters.");
            case "minProperties" -> say(keyword, "At least " + text + " members.");
            case "maxProperties" -> say(keyword, "At most " + text + " members.");
            case "format" -> say(keyword, "In the format " + value + ".");
            case "pattern" -> say(keyword, "Matches the regular expression " + value + " .");
            case "not" -> say(keyword, "Not what fits " + text + ".");
            case "if" -> say(keyword, "If it fits " + text + ", more rules hold.");
            case "then" -> say(keyword, "Then it has to fit " + text + ".");
            case "else" -> say(keyword, "Otherwise it has to fit " + text + ".");
            case "contains" -> say(keyword, "It has to contain an element that fits " + text + ".");
            case "uniqueItems" -> {
                if (Boolean.TRUE.equals(value)) {
                    say(keyword, "No element twice.");
                }
            }
            default -> {
                boolean isAssertion = Keywords.OF_TYPE.containsKey(keyword)
                        || (Keywords.REFUSED.containsKey(keyword) && !Keywords.ANNOTATIONS.contains(keyword))
                        || keyword.equals("anyOf");
                // Content is described, not checked, and so are keywords of others; a nullable type says so itself.
                if (isAssertion && !keyword.startsWith("content") && !keyword.equals("nullable")) {
                    say(keyword, "Rule " + keyword + ": " + text + ".");
                } else if (keyword.startsWith("content")) {
                    sentences.add(keyword + ": " + text + ".");
                }
            }
        }
    }

    private void say(String keyword, String sentence) {
        unchecked.add(keyword);
        sentences.add(sentence);
    }

    private static String list(Object value) {
        List<Object> values = value instanceof List ? Tree.elements(value) : List.of(value);
        return values.stream().map(Words::shortened).collect(Collectors.joining(", "));
    }
}
