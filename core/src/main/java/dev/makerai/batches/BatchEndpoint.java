package dev.makerai.batches;

import java.util.Objects;

/**
 * Which service the requests of a batch are for.
 *
 * @param value the path, with the version
 */
public record BatchEndpoint(String value) {
    /** A model's answers, which {@link BatchResult#response} reads. */
    public static final BatchEndpoint RESPONSES = new BatchEndpoint("/v1/responses");

    /** The older service for answers. */
    public static final BatchEndpoint CHAT_COMPLETIONS = new BatchEndpoint("/v1/chat/completions");

    /** Texts as vectors. */
    public static final BatchEndpoint EMBEDDINGS = new BatchEndpoint("/v1/embeddings");

    /** The oldest service for answers. */
    public static final BatchEndpoint COMPLETIONS = new BatchEndpoint("/v1/completions");

    /** Whether texts and images do harm. */
    public static final BatchEndpoint MODERATIONS = new BatchEndpoint("/v1/moderations");

    /** New images. */
    public static final BatchEndpoint IMAGES_GENERATIONS = new BatchEndpoint("/v1/images/generations");

    /** Changed images. */
    public static final BatchEndpoint IMAGES_EDITS = new BatchEndpoint("/v1/images/edits");

    /** Videos. */
    public static final BatchEndpoint VIDEOS = new BatchEndpoint("/v1/videos");

    /** Takes any path: the service may know more than the constants here. */
    public BatchEndpoint {
        Objects.requireNonNull(value, "value");
    }

    /** The path. */
    @Override
    public String toString() {
        return value;
    }
}
