package dev.makerai.webhooks;

import java.util.Objects;

/**
 * What a webhook tells of.
 *
 * @param value the name on the wire, such as {@code response.completed}
 */
public record WebhookType(String value) {
    /** A response in the background is whole. */
    public static final WebhookType RESPONSE_COMPLETED = new WebhookType("response.completed");

    /** A response in the background went wrong. */
    public static final WebhookType RESPONSE_FAILED = new WebhookType("response.failed");

    /** A response in the background was cut off. */
    public static final WebhookType RESPONSE_INCOMPLETE = new WebhookType("response.incomplete");

    /** A response in the background was stopped. */
    public static final WebhookType RESPONSE_CANCELLED = new WebhookType("response.cancelled");

    /** The results of a batch are there. */
    public static final WebhookType BATCH_COMPLETED = new WebhookType("batch.completed");

    /** The file of a batch was refused. */
    public static final WebhookType BATCH_FAILED = new WebhookType("batch.failed");

    /** The time of a batch was over. */
    public static final WebhookType BATCH_EXPIRED = new WebhookType("batch.expired");

    /** A batch was stopped. */
    public static final WebhookType BATCH_CANCELLED = new WebhookType("batch.cancelled");

    /** Somebody calls, to be answered by a realtime session. */
    public static final WebhookType REALTIME_CALL_INCOMING = new WebhookType("realtime.call.incoming");

    /** Somebody calls, to be answered by a live session. */
    public static final WebhookType LIVE_CALL_INCOMING = new WebhookType("live.call.incoming");

    /** Takes any name: the service may know more than the constants here. */
    public WebhookType {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
