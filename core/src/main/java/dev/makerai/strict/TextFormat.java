package dev.makerai.strict;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks the formats of strings that have one plain form; a format that is not known here is taken for a remark, as
 * JSON Schema has it.
 */
final class TextFormat {
    private static final String DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    private static final String TIME =
            "([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]{1,30})?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])";
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final int DATE_CHARACTERS = 10;
    private static final int MAX_CHARACTERS = 2_000;

    /** RFC 3339 for dates and times, RFC 4122 for UUIDs; of an address only that it has two sides. */
    private static final Map<String, Pattern> FORMS = Map.of(
            "date", Pattern.compile(DATE),
            "time", Pattern.compile(TIME),
            "date-time", Pattern.compile(DATE + "[Tt]" + TIME),
            "uuid", Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
            "ipv4", Pattern.compile(BYTE + "(\\." + BYTE + "){3}"),
            "email", Pattern.compile("[^@\\s][^\\s]*@[^@\\s]+"));

    private TextFormat() {}

    static boolean fits(String format, String text) {
        Pattern form = FORMS.get(format);
        if (form == null) {
            return true;
        }
        if (text.length() > MAX_CHARACTERS || !form.matcher(text).matches()) {
            return false;
        }
        return !format.startsWith("date") || isDate(text.substring(0, DATE_CHARACTERS));
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
