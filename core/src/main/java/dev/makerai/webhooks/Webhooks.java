package dev.makerai.webhooks;

import dev.makerai.errors.ConfigurationException;
import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes webhooks and makes sure that they come from the service. It needs no client and no network.
 *
 * <pre>{@code
 * Webhooks webhooks = Webhooks.of(secret);
 * Webhook webhook = webhooks.receive(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes());
 * if (webhook.event() instanceof WebhookEvent.BatchEnded ended) {
 *     queue.add(ended.data().id());
 * }
 * }</pre>
 *
 * <p>Answer with a status of 2xx within seconds, or the service sends it again; do the work afterwards, once for each
 * {@link Webhook#id}. A webhook that somebody else recorded and sends again is refused once it is older than the
 * tolerance; within that time its id tells. Immutable and thread-safe.
 */
public final class Webhooks {
    /** How far the clocks may be apart unless told otherwise: five minutes. */
    public static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(5);

    private static final String VERSION = "v1,";

    private final List<SigningKey> keys;
    private final Duration tolerance;
    private final InstantSource clock;

    private Webhooks(List<SigningKey> keys, Duration tolerance, InstantSource clock) {
        this.keys = keys;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /**
     * Takes webhooks of an endpoint.
     *
     * @param secret the endpoint's secret: {@code whsec_} and base64
     * @param others further secrets that count as well, for the time in which one takes the place of another
     * @throws ConfigurationException if a secret is none; the message does not show it
     */
    public static Webhooks of(@Nullable String secret, String... others) {
        if (secret == null || Arrays.asList(others).contains(null)) {
            throw new ConfigurationException("There is no webhook secret: set the environment variable that it is read"
                    + " from, such as OPENAI_WEBHOOK_SECRET");
        }
        List<SigningKey> keys = new ArrayList<>();
        keys.add(SigningKey.of(secret));
        for (String other : others) {
            keys.add(SigningKey.of(other));
        }
        return new Webhooks(List.copyOf(keys), DEFAULT_TOLERANCE, InstantSource.system());
    }

    /**
     * With another tolerance.
     *
     * @param tolerance how old, or how far in the future, a webhook may be; not negative
     */
    public Webhooks tolerance(Duration tolerance) {
        if (tolerance.isNegative()) {
            throw new IllegalArgumentException("The tolerance cannot be negative, but is " + tolerance);
        }
        return new Webhooks(keys, tolerance, clock);
    }

    /** With a clock of one's own, for tests. */
    public Webhooks clock(InstantSource clock) {
        return new Webhooks(keys, tolerance, Objects.requireNonNull(clock, "clock"));
    }

    /**
     * Takes a webhook.
     *
     * @param header gives a header's value by its name, or null; such as {@code request::getHeader}
     * @param body the body of the request, byte for byte as it came
     * @throws WebhookException if it does not come from the service, or is too old
     * @throws DecodeException if it does, but is not JSON
     */
    public Webhook receive(Function<String, ? extends @Nullable String> header, byte[] body) {
        return receive(WebhookHeaders.of(header), body);
    }

    /**
     * Takes a webhook.
     *
     * @param headers all values by name, in capitals or not
     * @param body the body of the request, byte for byte as it came
     * @throws WebhookException if it does not come from the service, or is too old
     * @throws DecodeException if it does, but is not JSON
     */
    public Webhook receive(Map<String, ? extends List<String>> headers, byte[] body) {
        return receive(WebhookHeaders.of(headers), body);
    }

    /** How many secrets, never which. */
    @Override
    public String toString() {
        return "Webhooks[" + keys.size() + " secrets, tolerance " + tolerance + "]";
    }

    private Webhook receive(WebhookHeaders headers, byte[] body) {
        Instant sentAt = instant(headers.timestamp());
        requireSignature(headers, body);
        // Only now is the time the service's own word.
        requireTime(sentAt);
        return new Webhook(headers.id(), sentAt, WebhookEvent.of(Json.parse(text(body))));
    }

    private static Instant instant(String timestamp) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(timestamp));
        } catch (NumberFormatException | DateTimeException e) {
            throw new WebhookException(
                    WebhookException.Reason.TIMESTAMP, "The header webhook-timestamp is not a number of seconds");
        }
    }

    private void requireSignature(WebhookHeaders headers, byte[] body) {
        List<byte[]> given = signatures(headers.signatures());
        boolean fits = false;
        for (SigningKey key : keys) {
            byte[] wanted = key.sign(headers.id(), headers.timestamp(), body);
            for (byte[] signature : given) {
                // Not && and no early end: how long it takes tells nothing.
                fits |= MessageDigest.isEqual(wanted, signature);
            }
        }
        if (!fits) {
            throw new WebhookException(
                    WebhookException.Reason.SIGNATURE,
                    "None of the " + given.size() + " signatures fits the body of " + body.length
                            + " bytes: check that the secret is that of this endpoint, and that the body is taken byte"
                            + " for byte before anything reads it as JSON; otherwise it is a forgery");
        }
    }

    private static List<byte[]> signatures(String header) {
        List<byte[]> signatures = new ArrayList<>();
        // Some proxies join the values of a header with commas.
        for (String signature : header.strip().split("\\s+|,\\s*(?=" + VERSION + ")")) {
            if (signature.startsWith(VERSION)) {
                try {
                    signatures.add(Base64.getDecoder().decode(signature.substring(VERSION.length())));
                } catch (IllegalArgumentException e) {
                    // Not base64, so it fits nothing; the others may.
                    continue;
                }
            }
        }
        return signatures;
    }

    private void requireTime(Instant sentAt) {
        Duration age = Duration.between(sentAt, clock.instant());
        if (age.compareTo(tolerance) > 0) {
            throw new WebhookException(
                    WebhookException.Reason.TOO_OLD,
                    "The webhook was signed " + age.toSeconds() + " s ago, more than the " + tolerance.toSeconds()
                            + " s that are tolerated: somebody sends it again, or the clock here is fast");
        }
        if (age.negated().compareTo(tolerance) > 0) {
            throw new WebhookException(
                    WebhookException.Reason.TOO_NEW,
                    "The webhook was signed " + age.negated().toSeconds() + " s in the future, more than the "
                            + tolerance.toSeconds() + " s that are tolerated: the clock here is slow");
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DecodeException("The webhook is not in UTF-8", "$", "", null, e);
        }
    }
}
