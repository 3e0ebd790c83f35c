package dev.makerai.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
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
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Types with one value: each as the root, where it is wrapped. */
final class SimpleCases {
    private SimpleCases() {}

    enum Material {
        PLA,
        PETG,
        ABS {
            @Override
            boolean needsEnclosure() {
                return true;
            }
        };

        boolean needsEnclosure() {
            return false;
        }
    }

    static List<SchemaCase> all() {
        return List.of(
                SchemaCase.of("byte", byte.class, (byte) -128, "{\"value\":-128}"),
                SchemaCase.of("short", short.class, (short) 32767, "{\"value\":32767}"),
                SchemaCase.of("int", int.class, 3, "{\"value\":3.0}"),
                SchemaCase.of("long", long.class, Long.MAX_VALUE, "{\"value\":9223372036854775807}"),
                SchemaCase.of("float", float.class, 0.1f, "{\"value\":0.1}"),
                SchemaCase.of("double", double.class, 1e300, "{\"value\":1e300}"),
                SchemaCase.of("boolean", boolean.class, true, "{\"value\":true}"),
                SchemaCase.of("boxed-int", Integer.class, Integer.MIN_VALUE, "{\"value\":-2147483648}"),
                SchemaCase.of("boxed-double", Double.class, -0.5, "{\"value\":-5e-1}"),
                SchemaCase.of("boxed-boolean", Boolean.class, false, "{\"value\":false}"),
                SchemaCase.of("string", String.class, "a\"ü\n€🙂", "{\"value\":\"a\\\"\\u00fc\\n€🙂\"}"),
                SchemaCase.of(
                        "big-integer",
                        BigInteger.class,
                        new BigInteger("123456789012345678901234567890"),
                        "{\"value\":123456789012345678901234567890}"),
                SchemaCase.of("big-decimal", BigDecimal.class, new BigDecimal("0.10"), "{\"value\":0.10}"),
                SchemaCase.of("enum", Material.class, Material.ABS, "{\"value\":\"ABS\"}"),
                SchemaCase.of("day-of-week", DayOfWeek.class, DayOfWeek.SUNDAY, "{\"value\":\"SUNDAY\"}"),
                SchemaCase.of(
                        "instant",
                        Instant.class,
                        Instant.parse("2026-11-22T09:15:30.5Z"),
                        "{\"value\":\"2026-11-22T10:15:30.500+01:00\"}"),
                SchemaCase.of(
                        "offset-date-time",
                        OffsetDateTime.class,
                        OffsetDateTime.parse("2026-11-22T10:15:00+01:00"),
                        "{\"value\":\"2026-11-22T10:15:00+01:00\"}"),
                SchemaCase.of(
                        "zoned-date-time",
                        ZonedDateTime.class,
                        ZonedDateTime.parse("2026-11-22T10:15:30Z"),
                        "{\"value\":\"2026-11-22T10:15:30Z\"}"),
                SchemaCase.of("local-date", LocalDate.class, LocalDate.of(2024, 2, 29), "{\"value\":\"2024-02-29\"}"),
                SchemaCase.of("local-time", LocalTime.class, LocalTime.of(7, 5), "{\"value\":\"07:05:00\"}"),
                SchemaCase.of(
                        "local-date-time",
                        LocalDateTime.class,
                        LocalDateTime.parse("2026-11-22T10:15:30"),
                        "{\"value\":\"2026-11-22T10:15:30\"}"),
                SchemaCase.of(
                        "offset-time", OffsetTime.class, OffsetTime.parse("10:15:00Z"), "{\"value\":\"10:15:00Z\"}"),
                SchemaCase.of("duration", Duration.class, Duration.ofMinutes(90), "{\"value\":\"PT1H30M\"}"),
                SchemaCase.of("period", Period.class, Period.of(0, 1, 15), "{\"value\":\"P1M15D\"}"),
                SchemaCase.of("year", Year.class, Year.of(2026), "{\"value\":\"2026\"}"),
                SchemaCase.of("year-month", YearMonth.class, YearMonth.of(2026, 11), "{\"value\":\"2026-11\"}"),
                SchemaCase.of("month-day", MonthDay.class, MonthDay.of(11, 22), "{\"value\":\"--11-22\"}"),
                SchemaCase.of("zone-id", ZoneId.class, ZoneId.of("Europe/Berlin"), "{\"value\":\"Europe/Berlin\"}"),
                SchemaCase.of("zone-offset", ZoneOffset.class, ZoneOffset.ofHours(1), "{\"value\":\"+01:00\"}"),
                SchemaCase.of(
                        "uuid",
                        UUID.class,
                        UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
                        "{\"value\":\"123E4567-e89b-12d3-a456-426614174000\"}"),
                SchemaCase.of(
                        "uri",
                        URI.class,
                        URI.create("https://example.org/a?b=c"),
                        "{\"value\":\"https://example.org/a?b=c\"}"),
                SchemaCase.of("currency", Currency.class, Currency.getInstance("EUR"), "{\"value\":\"EUR\"}"),
                SchemaCase.of("locale", Locale.class, Locale.forLanguageTag("de-AT"), "{\"value\":\"de-AT\"}"),
                SchemaCase.of("optional-int", OptionalInt.class, OptionalInt.of(3), "{\"value\":3}"),
                SchemaCase.of(
                        "optional-string",
                        new SchemaCase.TypeOf<Optional<String>>() {},
                        Optional.empty(),
                        "{\"value\":null}"),
                SchemaCase.of(
                        "optional-enum",
                        new SchemaCase.TypeOf<Optional<Material>>() {},
                        Optional.of(Material.PLA),
                        "{\"value\":\"PLA\"}"));
    }
}
