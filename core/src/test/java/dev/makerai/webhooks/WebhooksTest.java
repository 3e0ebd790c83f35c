package dev.makerai.webhooks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.ConfigurationException;
import dev.makerai.errors.DecodeException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private static final String SECRET = "whsec_" + base64("a key of 24 bytes, say it".getBytes(UTF_8));
    private static final String OTHER = "whsec_" + base64("another key of 24 bytes..".getBytes(UTF_8));
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final byte[] BODY =
            "{\"id\":\"evt_1\",\"type\":\"response.completed\",\"data\":{\"id\":\"resp_ä\"}}".getBytes(UTF_8);

    private final Webhooks webhooks = Webhooks.of(SECRET).clock(() -> NOW);

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String sign(String secret, String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return "v1," + base64(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> signed(String secret, Instant at, byte[] body) {
        String timestamp = String.valueOf(at.getEpochSecond());
        Map<String, String> headers = new HashMap<>();
        headers.put("webhook-id", "wh_1");
        headers.put("webhook-timestamp", timestamp);
        headers.put("webhook-signature", sign(secret, "wh_1", timestamp, body));
        return headers;
    }

    private WebhookException refused(WebhookException.Reason reason, Map<String, String> headers, byte[] body) {
        WebhookException e = assertThrows(WebhookException.class, () -> webhooks.receive(headers::get, body));
        assertEquals(reason, e.reason(), e.getMessage());
        String wanted = sign(SECRET, "wh_1", headers.getOrDefault("webhook-timestamp", ""), body);
        assertFalse(e.toString().contains(wanted.substring(3)), "the right signature is shown");
        assertFalse(e.toString().contains(SECRET.substring(6)), "the secret is shown");
        return e;
    }

    /** From the Standard Webhooks' own description. */
    @Test
    void theExampleOfTheStandardIsTaken() {
        Map<String, String> headers = Map.of(
                "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "webhook-timestamp", "1614265330",
                "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

        Webhook webhook = Webhooks.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .clock(() -> Instant.ofEpochSecond(1614265330))
                .receive(headers::get, "{\"test\": 2432232314}".getBytes(UTF_8));

        assertEquals("msg_p5jXN8AQM9LWM0D4loKWxJek", webhook.id());
        assertEquals("{\"test\": 2432232314}", webhook.event().toJson().text());
    }

    @Test
    void aSignedWebhookIsTaken() {
        Webhook webhook = webhooks.receive(signed(SECRET, NOW, BODY)::get, BODY);

        assertEquals("wh_1", webhook.id());
        assertEquals(NOW, webhook.sentAt());
        WebhookEvent.ResponseEnded event = assertInstanceOf(WebhookEvent.ResponseEnded.class, webhook.event());
        assertEquals("resp_ä", event.data().id());
        assertEquals(WebhookType.RESPONSE_COMPLETED, event.type());
    }

    @Test
    void headersAreFoundInCapitalsOrNot() {
        Map<String, String> headers = signed(SECRET, NOW, BODY);
        for (UnaryOperator<String> form : List.<UnaryOperator<String>>of(
                it -> it,
                it -> it.toUpperCase(Locale.ROOT),
                it -> it.replace("webhook-i", "Webhook-I")
                        .replace("webhook-t", "Webhook-T")
                        .replace("webhook-s", "Webhook-S"))) {
            Map<String, String> formed = new HashMap<>();
            Map<String, List<String>> all = new HashMap<>();
            all.put(null, List.of("HTTP/1.1 200 OK"));
            headers.forEach((name, value) -> {
                formed.put(form.apply(name), value);
                all.put(form.apply(name), List.of(value));
            });

            assertEquals("wh_1", webhooks.receive(formed::get, BODY).id());
            assertEquals("wh_1", webhooks.receive(all, BODY).id());
        }
    }

    @Test
    void anyOfSeveralSignaturesWillDo() {
        Map<String, String> headers = signed(SECRET, NOW, BODY);
        String right = headers.get("webhook-signature");
        headers.put("webhook-signature", "v2,xyz v1,?? v1, v1,AAAA " + right + " v1a,AAAA");

        assertEquals("wh_1", webhooks.receive(headers::get, BODY).id());

        Map<String, List<String>> all = new TreeMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        all.put("webhook-signature", List.of("v1,AAAA", right));
        assertEquals("wh_1", webhooks.receive(all, BODY).id());
        all.put("webhook-signature", List.of("v1,AAAA, " + right + ",v1,AAAA"));
        assertEquals("wh_1", webhooks.receive(all, BODY).id());
    }

    @Test
    void whileASecretIsReplacedBothCount() {
        Webhooks both = Webhooks.of(OTHER, SECRET).clock(() -> NOW);

        assertEquals("wh_1", both.receive(signed(SECRET, NOW, BODY)::get, BODY).id());
        assertEquals("wh_1", both.receive(signed(OTHER, NOW, BODY)::get, BODY).id());
        refused(WebhookException.Reason.SIGNATURE, signed(OTHER, NOW, BODY), BODY);
    }

    @Test
    void forgeriesAreRefused() {
        byte[] changed = BODY.clone();
        changed[BODY.length - 3]++;
        refused(WebhookException.Reason.SIGNATURE, signed(SECRET, NOW, BODY), changed);
        refused(WebhookException.Reason.SIGNATURE, signed(SECRET, NOW, BODY), new byte[0]);

        Map<String, String> otherId = signed(SECRET, NOW, BODY);
        otherId.put("webhook-id", "wh_2");
        refused(WebhookException.Reason.SIGNATURE, otherId, BODY);

        Map<String, String> otherTime = signed(SECRET, NOW.minusSeconds(1000), BODY);
        otherTime.put("webhook-timestamp", String.valueOf(NOW.getEpochSecond()));
        refused(WebhookException.Reason.SIGNATURE, otherTime, BODY);

        for (String signature : List.of("v1,", "v1", "x", "v1,%%%", "v1 " + sign(SECRET, "wh_1", "0", BODY))) {
            Map<String, String> odd = signed(SECRET, NOW, BODY);
            odd.put("webhook-signature", signature);
            refused(WebhookException.Reason.SIGNATURE, odd, BODY);
        }
    }

    @Test
    void theSameWebhookAgainHasTheSameIdAndIsRefusedOnceItIsOld() {
        Map<String, String> headers = signed(SECRET, NOW, BODY);

        assertEquals(
                webhooks.receive(headers::get, BODY).id(),
                webhooks.receive(headers::get, BODY).id());
        WebhookException e = assertThrows(
                WebhookException.class,
                () -> webhooks.clock(() -> NOW.plusSeconds(301)).receive(headers::get, BODY));
        assertEquals(WebhookException.Reason.TOO_OLD, e.reason());
        assertTrue(e.getMessage().contains("301 s ago, more than the 300 s"), e.getMessage());
    }

    @Test
    void theClocksMayBeApartByTheToleranceAndNoMore() {
        for (int seconds : List.of(300, -300)) {
            assertEquals(
                    "wh_1",
                    webhooks.receive(signed(SECRET, NOW.plusSeconds(seconds), BODY)::get, BODY)
                            .id());
        }
        refused(WebhookException.Reason.TOO_OLD, signed(SECRET, NOW.minusSeconds(301), BODY), BODY);
        refused(WebhookException.Reason.TOO_NEW, signed(SECRET, NOW.plusSeconds(301), BODY), BODY);
        Webhooks strict = webhooks.tolerance(Duration.ZERO);
        assertEquals(
                "wh_1", strict.receive(signed(SECRET, NOW, BODY)::get, BODY).id());
        assertThrows(
                WebhookException.class, () -> strict.receive(signed(SECRET, NOW.minusSeconds(1), BODY)::get, BODY));
        assertThrows(IllegalArgumentException.class, () -> webhooks.tolerance(Duration.ofSeconds(-1)));
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        for (String time : List.of("yesterday", "1.5", "99999999999999999999", String.valueOf(Long.MAX_VALUE), "１２")) {
            Map<String, String> headers = signed(SECRET, NOW, BODY);
            headers.put("webhook-timestamp", time);
            headers.put("webhook-signature", sign(SECRET, "wh_1", time, BODY));

            WebhookException e = assertThrows(WebhookException.class, () -> webhooks.receive(headers::get, BODY), time);
            assertTrue(
                    e.reason() == WebhookException.Reason.TIMESTAMP || e.reason() == WebhookException.Reason.TOO_OLD);
        }
    }

    @Test
    void aMissingOrRepeatedHeaderIsNamed() {
        for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            Map<String, String> headers = signed(SECRET, NOW, BODY);
            headers.remove(name);
            assertTrue(refused(WebhookException.Reason.HEADER, headers, BODY)
                    .getMessage()
                    .contains(name));
            headers.put(name, " ");
            assertTrue(refused(WebhookException.Reason.HEADER, headers, BODY)
                    .getMessage()
                    .contains(name));
            assertThrows(WebhookException.class, () -> webhooks.receive(Map.of(), BODY));
            Map<String, List<String>> none = new HashMap<>();
            none.put(name, null);
            assertThrows(WebhookException.class, () -> webhooks.receive(none, BODY));
        }
        Map<String, List<String>> twice = new HashMap<>();
        signed(SECRET, NOW, BODY).forEach((name, value) -> twice.put(name, List.of(value)));
        twice.put("Webhook-Id", List.of("wh_2"));
        WebhookException e = assertThrows(WebhookException.class, () -> webhooks.receive(twice, BODY));
        assertTrue(e.getMessage().contains("webhook-id is there 2 times"), e.getMessage());
    }

    @Test
    void aBodyThatIsNoJsonIsRefusedEvenIfSigned() {
        for (byte[] body : List.of(
                "no json".getBytes(UTF_8), new byte[0], "{\"a\":\"ä\"}".getBytes(ISO_8859_1), "{}".getBytes(UTF_16))) {
            assertThrows(DecodeException.class, () -> webhooks.receive(signed(SECRET, NOW, body)::get, body));
        }
    }

    @Test
    void aSecretThatIsNoneIsRefusedAndNotShown() {
        for (String secret : List.of("", "whsec_", "whsec_AA==", "whsec_not base64", "sk-proj-Zm9v_YmFyYmF6")) {
            ConfigurationException e = assertThrows(ConfigurationException.class, () -> Webhooks.of(secret));
            assertTrue(secret.length() <= 6 || !e.toString().contains(secret.substring(6)), e.toString());
        }
        assertThrows(ConfigurationException.class, () -> Webhooks.of(null));
        assertThrows(ConfigurationException.class, () -> Webhooks.of(SECRET, ""));
        assertThrows(ConfigurationException.class, () -> Webhooks.of(SECRET, (String) null));
        assertEquals(
                "wh_1",
                Webhooks.of(" " + SECRET.substring(6) + "\n")
                        .clock(() -> NOW)
                        .receive(signed(SECRET, NOW, BODY)::get, BODY)
                        .id());
        assertEquals("Webhooks[1 secrets, tolerance PT5M]", webhooks.toString());
    }
}
