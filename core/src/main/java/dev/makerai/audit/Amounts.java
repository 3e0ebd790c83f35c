package dev.makerai.audit;

import dev.makerai.json.Json;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** Numbers, times and JSON as people read them. */
final class Amounts {
    private static final long MILLIS_PER_SECOND = 1000;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long MINUTES_PER_HOUR = 60;
    private static final int MAX_DEPTH = 20;
    private static final int FLAT_CHARACTERS = 70;

    private Amounts() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    static String time(Duration time) {
        long millis = time.toMillis();
        if (millis < MILLIS_PER_SECOND) {
            return millis == 0 ? "< 1 ms" : millis + " ms";
        }
        if (time.toSeconds() < SECONDS_PER_MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", Math.floor(millis / 100.0) / 10);
        }
        return time.toMinutes() < MINUTES_PER_HOUR
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }

    /** JSON with each member in a line of its own; what is short stands in one. */
    static String spread(Json json) {
        StringBuilder out = new StringBuilder();
        spread(json, "\n", 0, out);
        return out.toString();
    }

    private static void spread(Json json, String lineStart, int depth, StringBuilder out) {
        boolean isFlat = json.text().length() <= FLAT_CHARACTERS || depth == MAX_DEPTH;
        if (isFlat || json.kind() != Json.Kind.OBJECT && json.kind() != Json.Kind.ARRAY) {
            out.append(json.text());
            return;
        }
        boolean isObject = json.kind() == Json.Kind.OBJECT;
        String inner = lineStart + "  ";
        out.append(isObject ? '{' : '[');
        if (isObject) {
            Iterator<Map.Entry<String, Json>> members =
                    json.members().entrySet().iterator();
            while (members.hasNext()) {
                Map.Entry<String, Json> member = members.next();
                out.append(inner).append(Json.string(member.getKey()).text()).append(": ");
                spread(member.getValue(), inner, depth + 1, out);
                out.append(members.hasNext() ? "," : "");
            }
        } else {
            Iterator<Json> elements = json.elements().iterator();
            while (elements.hasNext()) {
                out.append(inner);
                spread(elements.next(), inner, depth + 1, out);
                out.append(elements.hasNext() ? "," : "");
            }
        }
        out.append(lineStart).append(isObject ? '}' : ']');
    }
}
