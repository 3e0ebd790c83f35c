package dev.makerai.cost;

import dev.makerai.errors.ConfigurationException;
import dev.makerai.internal.naming.Shown;
import dev.makerai.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a price table. A member that it does not know is refused: a price that was misspelled would not count. */
final class PriceTableReader {
    private static final Set<String> MEMBERS =
            Set.of("about", "currency", "long_context", "service_tiers", "tool_calls", "models");
    private static final Set<String> PRICE_MEMBERS = Set.of(
            "model",
            "input",
            "cached_input",
            "cache_write",
            "cache_write_12h",
            "output",
            "shutdown",
            "source",
            "as_of");
    private static final int MAX_DIGITS = 30;

    private final Json table;

    PriceTableReader(Json table) {
        this.table = table;
    }

    PriceTable read() {
        requireMembers(table, MEMBERS, "the table");
        Json models = needed(table, "models", "the table");
        if (models.kind() != Json.Kind.ARRAY) {
            throw wrong("models of the table is no array");
        }
        Map<String, ModelPrice> prices = new LinkedHashMap<>();
        for (Json model : models.elements()) {
            ModelPrice price = price(model, prices.size());
            if (prices.put(price.model(), price) != null) {
                throw wrong("the model " + Shown.quoted(price.model()) + " is there twice");
            }
        }
        return new PriceTable(currency(), prices, tiers(), calls(), longContext());
    }

    private Currency currency() {
        String code = text(table, "currency", "the table");
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw wrong("currency is " + Shown.quoted(code) + ", which is no code of ISO 4217 such as USD");
        }
    }

    private static ModelPrice price(Json json, int index) {
        String number = "models[" + index + "]";
        requireMembers(json, PRICE_MEMBERS, number);
        String model = text(json, "model", number);
        String where = "the model " + Shown.quoted(model);
        if (model.isBlank()) {
            throw wrong("model of " + number + " is blank");
        }
        return new ModelPrice(
                model,
                amount(needed(json, "input", where), "input", where),
                optionalAmount(json, "cached_input", where),
                optionalAmount(json, "cache_write", where),
                optionalAmount(json, "cache_write_12h", where),
                amount(needed(json, "output", where), "output", where),
                json.get("shutdown") == null ? null : date(json, "shutdown", where),
                text(json, "source", where),
                date(json, "as_of", where));
    }

    private Map<String, List<TierFactor>> tiers() {
        Map<String, List<TierFactor>> tiers = new LinkedHashMap<>();
        members("service_tiers").forEach((tier, factors) -> {
            String where = "the service tier " + Shown.quoted(tier);
            if (factors.kind() != Json.Kind.ARRAY) {
                throw wrong(where + " is no array of factors");
            }
            List<TierFactor> all = new ArrayList<>();
            for (Json factor : factors.elements()) {
                requireMembers(factor, Set.of("until", "factor"), where);
                LocalDate until = factor.get("until") == null ? null : date(factor, "until", where);
                all.add(new TierFactor(until, amount(needed(factor, "factor", where), "factor", where)));
            }
            tiers.put(tier, List.copyOf(all));
        });
        return tiers;
    }

    private Map<String, BigDecimal> calls() {
        Map<String, BigDecimal> calls = new LinkedHashMap<>();
        members("tool_calls").forEach((type, price) -> calls.put(type, amount(price, type, "tool_calls")));
        return calls;
    }

    private @Nullable LongContext longContext() {
        Json json = table.get("long_context");
        if (json == null) {
            return null;
        }
        String where = "long_context";
        requireMembers(json, Set.of("above", "input", "output"), where);
        BigDecimal above = needed(json, "above", where).number();
        if (above == null || above.signum() < 0 || above.precision() > MAX_DIGITS / 2 || above.scale() != 0) {
            throw wrong("above of long_context is no whole number of tokens");
        }
        return new LongContext(
                above.longValueExact(),
                amount(needed(json, "input", where), "input", where),
                amount(needed(json, "output", where), "output", where));
    }

    private Map<String, Json> members(String name) {
        Json json = table.get(name);
        if (json == null) {
            return Map.of();
        }
        if (json.kind() != Json.Kind.OBJECT) {
            throw wrong(name + " is no object");
        }
        return json.members();
    }

    private static void requireMembers(Json json, Set<String> known, String where) {
        if (json.kind() != Json.Kind.OBJECT) {
            throw wrong(where + " is no object");
        }
        for (String member : json.members().keySet()) {
            if (!known.contains(member)) {
                throw wrong(where + " has the member " + Shown.quoted(member) + ", which means nothing here");
            }
        }
    }

    private static Json needed(Json json, String member, String where) {
        Json value = json.get(member);
        if (value == null) {
            throw wrong(where + " has no " + member);
        }
        return value;
    }

    private static String text(Json json, String member, String where) {
        String text = needed(json, member, where).string();
        if (text == null) {
            throw wrong(member + " of " + where + " is no string");
        }
        return text;
    }

    private static LocalDate date(Json json, String member, String where) {
        String text = text(json, member, where);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(
                    member + " of " + where + " is " + Shown.quoted(text) + ", which is no date such as 2026-11-22");
        }
    }

    private static @Nullable BigDecimal optionalAmount(Json json, String member, String where) {
        Json value = json.get(member);
        return value == null ? null : amount(value, member, where);
    }

    /** A decimal number, as a string or as a number. */
    private static BigDecimal amount(Json value, String member, String where) {
        String text = value.string();
        try {
            BigDecimal amount = text == null ? value.number() : new BigDecimal(text);
            if (amount != null
                    && amount.signum() >= 0
                    && amount.precision() <= MAX_DIGITS
                    && Math.abs(amount.scale()) <= MAX_DIGITS) {
                return amount;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw wrong(member + " of " + where + " is " + Shown.quoted(text == null ? value.text() : text)
                + ", which is no price: give a decimal number that is not negative");
    }

    private static ConfigurationException wrong(String what) {
        return new ConfigurationException("The price table cannot be used: " + what);
    }
}
