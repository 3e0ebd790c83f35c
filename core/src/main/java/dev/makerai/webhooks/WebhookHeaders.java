package dev.makerai.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a webhook is checked by.
 *
 * @param id of the delivery
 * @param timestamp seconds since 1970, as they were sent
 * @param signatures one or several, with spaces between them
 */
record WebhookHeaders(String id, String timestamp, String signatures) {
    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";

    static WebhookHeaders of(Function<String, ? extends @Nullable String> header) {
        return new WebhookHeaders(
                require(ID, find(header, ID)),
                require(TIMESTAMP, find(header, TIMESTAMP)),
                require(SIGNATURE, find(header, SIGNATURE)));
    }

    static WebhookHeaders of(Map<String, ? extends List<String>> headers) {
        return new WebhookHeaders(
                single(ID, all(headers, ID)),
                single(TIMESTAMP, all(headers, TIMESTAMP)),
                require(SIGNATURE, String.join(" ", all(headers, SIGNATURE))));
    }

    /** The function may be that of a map whose keys are as they were sent. */
    private static @Nullable String find(Function<String, ? extends @Nullable String> header, String name) {
        String value = header.apply(name);
        if (value == null) {
            value = header.apply(capitalised(name));
        }
        return value == null ? header.apply(name.toUpperCase(Locale.ROOT)) : value;
    }

    private static List<String> all(Map<String, ? extends List<String>> headers, String name) {
        List<String> values = new ArrayList<>();
        headers.forEach((key, value) -> {
            // Some HTTP libraries keep the status line under null.
            if (name.equalsIgnoreCase(key) && value != null) {
                values.addAll(value);
            }
        });
        return values;
    }

    private static String single(String name, List<String> values) {
        if (values.size() > 1) {
            throw new WebhookException(
                    WebhookException.Reason.HEADER, "The header " + name + " is there " + values.size() + " times");
        }
        return require(name, values.isEmpty() ? null : values.get(0));
    }

    private static String require(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new WebhookException(
                    WebhookException.Reason.HEADER,
                    "The header " + name + " is missing: the request is no webhook, or a proxy took it out");
        }
        return value;
    }

    private static String capitalised(String name) {
        StringBuilder text = new StringBuilder(name);
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i - 1) == '-') {
                text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
            }
        }
        return text.toString();
    }
}
