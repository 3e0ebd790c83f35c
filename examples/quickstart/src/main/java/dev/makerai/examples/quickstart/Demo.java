package dev.makerai.examples.quickstart;

import dev.makerai.MakerAi;
import dev.makerai.json.Json;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.testing.Turn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stands in for a model where there is no key. It decides nothing but which tools to call: every number of its answer is
 * taken from what they put out.
 */
final class Demo {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private Demo() {}

    static boolean isLive() {
        return isSet("OPENAI_API_KEY") || isSet("OPENAI_BASE_URL");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    static MakerAi scripted(String stl) {
        System.out.println("No OPENAI_API_KEY is set: a scripted model stands in. It calls the same tools over the same"
                + " code as a real one; only its choice of tools and its wording are fixed.\n");
        return new ScriptedModel()
                .then(turn -> turn.call("measure_mesh", Map.of("file", stl)))
                .then(turn -> turn.call("quote_print", quote(stl, "PETG")).call("quote_print", quote(stl, "PLA")))
                .then(Demo::answer)
                .ai();
    }

    private static Map<String, Object> quote(String stl, String material) {
        return arguments(
                "file",
                stl,
                "material",
                material,
                "infill_percent",
                null,
                "perimeters",
                null,
                "supports",
                null,
                "quantity",
                5);
    }

    private static void answer(Turn turn) {
        List<Json> quotes = turn.outputs("quote_print");
        if (quotes.get(0).get("total") == null) {
            turn.refuse("I cannot quote this part: " + quotes.get(0).string());
            return;
        }
        BigDecimal petg = number(quotes.get(0), "total");
        BigDecimal pla = number(quotes.get(1), "total");
        String difference = petg.subtract(pla).abs() + " " + text(quotes.get(0), "currency");
        turn.answer(arguments(
                "material",
                "PETG",
                "weight_grams",
                number(quotes.get(0), "weight_g"),
                "print_hours",
                hours(quotes.get(0)),
                "total",
                petg,
                "currency",
                text(quotes.get(0), "currency"),
                "advice",
                "In PLA all five would be " + difference + (pla.compareTo(petg) < 0 ? " cheaper." : " dearer.")));
    }

    private static BigDecimal hours(Json quote) {
        return number(quote, "print_time_s").divide(SECONDS_PER_HOUR, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal number(Json object, String member) {
        return object.get(member).number();
    }

    private static String text(Json object, String member) {
        return object.get(member).string();
    }

    /** Names and values in turn; a null leaves the choice to the tool. */
    private static Map<String, Object> arguments(Object... namesAndValues) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return arguments;
    }
}
