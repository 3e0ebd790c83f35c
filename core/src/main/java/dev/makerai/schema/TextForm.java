package dev.makerai.schema;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a type is written as text.
 *
 * @param typeName the Java type
 * @param format the keyword of JSON Schema; empty for none
 * @param pattern a regular expression where no format fits; empty for none
 * @param expected what the text is, with an example
 */
record TextForm(String typeName, String format, String pattern, String expected) {
    private static final int MAX_CHARACTERS = 2_000;
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?";
    /** RFC 3339, which the formats follow; a leap second is left to the parser. */
    private static final String FULL_TIME =
            "([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])";

    private static final Pattern DATE_FORMAT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME_FORMAT = Pattern.compile(FULL_TIME);
    private static final Pattern DATE_TIME_FORMAT = Pattern.compile(DATE_FORMAT + "[Tt]" + FULL_TIME);
    private static final String MONTH = "(0[1-9]|1[0-2])";
    private static final String DAY = "(0[1-9]|[12][0-9]|3[01])";

    /** The form of a type; null if it has none. */
    static @Nullable TextForm of(Class<?> type) {
        // By name, so that no class is loaded that the program does not use.
        return switch (type.getName()) {
            case "java.time.Instant", "java.time.OffsetDateTime", "java.time.ZonedDateTime" ->
                format(type, "date-time", "a date and time with offset such as 2026-11-22T10:15:30Z");
            case "java.time.LocalDate" -> format(type, "date", "a date such as 2026-11-22");
            case "java.time.OffsetTime" -> format(type, "time", "a time with offset such as 10:15:30Z");
            case "java.time.Duration" ->
                format(type, "duration", "a duration in days, hours, minutes and seconds such as PT1H30M");
            case "java.time.Period" ->
                format(type, "duration", "a period in years, months, weeks and days such as P1M15D");
            case "java.util.UUID" -> format(type, "uuid", "a UUID such as 123e4567-e89b-12d3-a456-426614174000");
            // The format "time" asks for an offset, which a local time has not.
            case "java.time.LocalTime" -> pattern(type, TIME, "a time such as 10:15:30");
            case "java.time.LocalDateTime" ->
                pattern(
                        type,
                        "[0-9]{4}-" + MONTH + "-" + DAY + "T" + TIME,
                        "a date and time without offset such as 2026-11-22T10:15:30");
            case "java.time.Year" -> pattern(type, "[0-9]{4}", "a year such as 2026");
            case "java.time.YearMonth" -> pattern(type, "[0-9]{4}-" + MONTH, "a month such as 2026-11");
            case "java.time.MonthDay" -> pattern(type, "--" + MONTH + "-" + DAY, "a day of the year such as --11-22");
            case "java.time.ZoneOffset" ->
                pattern(type, "(Z|[+-](0[0-9]|1[0-8]):[0-5][0-9])", "an offset such as +01:00 or Z");
            case "java.time.ZoneId" -> pattern(type, "", "a time zone such as Europe/Berlin");
            case "java.util.Currency" -> pattern(type, "[A-Z]{3}", "an ISO 4217 currency code such as EUR");
            case "java.util.Locale" -> pattern(type, "", "a language tag such as de-AT");
            case "java.net.URI" -> pattern(type, "", "a URI such as https://example.org/part");
            default -> null;
        };
    }

    private static TextForm format(Class<?> type, String format, String expected) {
        return new TextForm(type.getName(), format, "", expected);
    }

    private static TextForm pattern(Class<?> type, String pattern, String expected) {
        return new TextForm(type.getName(), "", pattern.isEmpty() ? "" : "^" + pattern + "$", expected);
    }

    /** The value that a text stands for; null if it stands for none. */
    @Nullable
    Object parse(String text) {
        if (text.length() > MAX_CHARACTERS || !isOfFormat(text)) {
            return null;
        }
        try {
            return switch (typeName) {
                case "java.time.Instant" -> Instant.parse(text);
                case "java.time.OffsetDateTime" -> OffsetDateTime.parse(text);
                case "java.time.ZonedDateTime" -> ZonedDateTime.parse(text);
                case "java.time.LocalDate" -> LocalDate.parse(text);
                case "java.time.OffsetTime" -> OffsetTime.parse(text);
                case "java.time.Duration" -> Duration.parse(text);
                case "java.time.Period" -> Period.parse(text);
                case "java.util.UUID" -> uuid(text);
                case "java.time.LocalTime" -> LocalTime.parse(text);
                case "java.time.LocalDateTime" -> LocalDateTime.parse(text);
                case "java.time.Year" -> Year.parse(text);
                case "java.time.YearMonth" -> YearMonth.parse(text);
                case "java.time.MonthDay" -> MonthDay.parse(text);
                case "java.time.ZoneOffset" -> ZoneOffset.of(text);
                case "java.time.ZoneId" -> ZoneId.of(text);
                case "java.util.Currency" -> Currency.getInstance(text);
                case "java.util.Locale" ->
                    new Locale.Builder().setLanguageTag(text).build();
                case "java.net.URI" -> URI.create(text);
                default -> throw new IllegalStateException("No parser for " + typeName);
            };
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException | IllformedLocaleException e) {
            return null;
        }
    }

    /** Java's parsers take more than the formats allow, such as 24:00 and years of nine digits. */
    boolean isOfFormat(String text) {
        return switch (format) {
            case "date" -> DATE_FORMAT.matcher(text).matches();
            case "time" -> TIME_FORMAT.matcher(text).matches();
            case "date-time" -> DATE_TIME_FORMAT.matcher(text).matches();
            default -> true;
        };
    }

    /** The text of a value whose type has a form; its {@code toString} for most. */
    static String text(Object value) {
        if (value instanceof ZonedDateTime zoned) {
            // The format date-time has no place for a region.
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(zoned);
        }
        if (value instanceof OffsetDateTime time) {
            // Unlike toString, this always writes the seconds, as the format demands.
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        }
        if (value instanceof OffsetTime time) {
            return DateTimeFormatter.ISO_OFFSET_TIME.format(time);
        }
        if (value instanceof Year year) {
            return DateTimeFormatter.ofPattern("uuuu", Locale.ROOT).format(year);
        }
        return value instanceof Locale locale ? locale.toLanguageTag() : value.toString();
    }

    private static @Nullable UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        // The parser also takes parts that are too short.
        return uuid.toString().equalsIgnoreCase(text) ? uuid : null;
    }
}
