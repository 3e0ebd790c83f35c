package dev.makerai.responses;

import org.jspecify.annotations.Nullable;

/**
 * Why a response failed.
 *
 * @param code the service's short code, such as {@code server_error} or {@code invalid_image}, or null
 * @param message the service's own words, or null
 * @param type the service's class of error, or null
 * @param param the request's member that is to blame, or null
 * @param misalignment what the model was stopped from doing, with code {@code misalignment_policy_violation}; or null
 */
public record ResponseError(
        @Nullable String code,
        @Nullable String message,
        @Nullable String type,
        @Nullable String param,
        @Nullable Misalignment misalignment) {
    /**
     * What a model was stopped from doing.
     *
     * @param errorType what kind of thing, or null if the service does not say
     * @param detailedExplanation the same in words, or null if the service does not say
     * @param reviewTarget what a person should look at, or null if the service does not say
     * @param steer how to bring it back on its way, or null if the service does not say
     */
    public record Misalignment(
            @Nullable String errorType,
            @Nullable String detailedExplanation,
            @Nullable String reviewTarget,
            @Nullable Steer steer) {}

    /**
     * How to bring a model back on its way.
     *
     * @param message what to tell it, or null if the service does not say
     */
    public record Steer(@Nullable String message) {}
}
