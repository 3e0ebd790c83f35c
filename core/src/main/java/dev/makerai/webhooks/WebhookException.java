package dev.makerai.webhooks;

import dev.makerai.errors.MakerAiException;

/**
 * A request that is not taken for a webhook of the service. Answer it with a status of 400 and do nothing else. The
 * message holds neither a secret nor the signature that would have been right.
 */
public final class WebhookException extends MakerAiException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    WebhookException(Reason reason, String message) {
        super(message, null);
        this.reason = reason;
    }

    /** Why it is not taken. */
    public Reason reason() {
        return reason;
    }

    /** Why a request is not taken for a webhook. */
    public enum Reason {
        /** One of the three headers is missing or there twice: perhaps a proxy took it, perhaps it is no webhook. */
        HEADER,
        /** The time is not a number of seconds. */
        TIMESTAMP,
        /** It was signed too long ago: sent again by somebody, or the clock here is fast. */
        TOO_OLD,
        /** It was signed in the future: the clock here is slow. */
        TOO_NEW,
        /** No signature fits: the secret is another one, the body was changed on its way, or it is a forgery. */
        SIGNATURE
    }
}
