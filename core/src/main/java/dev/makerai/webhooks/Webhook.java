package dev.makerai.webhooks;

import java.time.Instant;
import java.util.Objects;

/**
 * A webhook that comes from the service.
 *
 * @param id the id of the delivery, the same where the service sends it again: what was done for an id before is not to be
 *     done again
 * @param sentAt when it was signed
 * @param event what it tells
 */
public record Webhook(String id, Instant sentAt, WebhookEvent event) {
    /** Needs all three. */
    public Webhook {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(sentAt, "sentAt");
        Objects.requireNonNull(event, "event");
    }
}
