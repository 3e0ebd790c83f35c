package dev.makerai.tools;

import dev.makerai.internal.naming.Shown;
import dev.makerai.json.Json;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what a call would do. Whatever a model writes stays in one line and recognisable as its words. */
final class PreviewText {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");
    private static final int SHOWN_CHARACTERS = 200;

    private PreviewText() {}

    /** A place of the template that no argument fills, or null if there is none. */
    static @Nullable String unknownPlace(String template, Set<String> arguments) {
        Matcher places = PLACE.matcher(template);
        while (places.find()) {
            if (!arguments.contains(places.group(1))) {
                return places.group();
            }
        }
        return null;
    }

    static String of(String name, String template, Map<String, Json> arguments) {
        if (template.isEmpty()) {
            StringJoiner all = new StringJoiner(", ", name + "(", ")");
            arguments.forEach((argument, value) -> all.add(Shown.quoted(argument) + ": " + shown(value)));
            return all.toString();
        }
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(shown(arguments.get(place.group(1)))));
    }

    private static String shown(@Nullable Json value) {
        if (value == null) {
            return "(its default)";
        }
        if (value.kind() == Json.Kind.NULL) {
            return "(none)";
        }
        String string = value.string();
        if (string != null) {
            // A quote of the model's own must not end the quotation.
            return Shown.quoted(string.replace("\\", "\\\\").replace("\"", "\\\""));
        }
        String text = value.text();
        String cut = text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
        StringBuilder line = new StringBuilder();
        cut.codePoints()
                .forEach(it -> line.append(Shown.isVisible(it) ? Character.toString(it) : String.format("U+%04X", it)));
        return line.toString();
    }
}
