package dev.makerai.webhooks;

import dev.makerai.errors.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret of a webhook endpoint, by the Standard Webhooks: HMAC with SHA-256. Never shown. */
final class SigningKey {
    private static final String PREFIX = "whsec_";
    /** The Standard Webhooks want 24 bytes; what is much shorter was cut while it was copied. */
    private static final int SHORTEST = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private SigningKey(SecretKeySpec key) {
        this.key = key;
    }

    static SigningKey of(String secret) {
        String text = secret.strip();
        String base64 = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // The message of the cause may quote the secret.
            throw new ConfigurationException(
                    "The webhook secret is not whsec_ and base64: copy it again from where the" + " endpoint was made");
        }
        if (bytes.length < SHORTEST) {
            throw new ConfigurationException("The webhook secret is " + (bytes.length == 0 ? "empty" : "too short")
                    + ": copy it from where the endpoint was made, such as into an"
                    + " environment variable OPENAI_WEBHOOK_SECRET");
        }
        return new SigningKey(new SecretKeySpec(bytes, ALGORITHM));
    }

    /** The signature of a message, not yet in base64. */
    byte[] sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "SigningKey";
    }
}
