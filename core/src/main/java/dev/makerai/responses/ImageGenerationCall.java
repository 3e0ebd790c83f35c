package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture that the service made.
 *
 * <pre>{@code
 * for (ImageGenerationCall call : response.items(ImageGenerationCall.class)) {
 *     Files.write(Path.of(call.id() + "." + call.outputFormat()), call.bytes());
 * }
 * }</pre>
 *
 * @param id the service's id of the item, or null if it gave none
 * @param result the picture in base64, or null while there is none
 * @param revisedPrompt the words that it was made from, or null if the service does not say
 * @param action {@code generate} or {@code edit}, or null if the service does not say
 * @param background {@code transparent} or {@code opaque}, or null if the service does not say
 * @param outputFormat such as {@code png}, or null if the service does not say
 * @param quality such as {@code high}, or null if the service does not say
 * @param size width and height in pixels, such as {@code 1024x1024}, or null if the service does not say
 * @param error why there is no picture, or null
 * @param svgUsage the tokens that a drawing in SVG took, or null if it is none
 * @param status how far the item has come, or null
 * @param source the exact text it was read from
 */
public record ImageGenerationCall(
        @Nullable String id,
        @Nullable String result,
        @Nullable String revisedPrompt,
        @Nullable String action,
        @Nullable String background,
        @Nullable String outputFormat,
        @Nullable String quality,
        @Nullable String size,
        @Nullable Failure error,
        @Nullable SvgUsage svgUsage,
        @Nullable ItemStatus status,
        SourceText source)
        implements OutputItem {
    private static final int SHOWN_CHARACTERS = 40;

    /** Keeps all as it is. */
    public ImageGenerationCall {
        Objects.requireNonNull(source, "source");
    }

    /**
     * The picture itself.
     *
     * @throws IllegalStateException if there is none yet, or it failed
     * @throws IllegalArgumentException if the service sent something that is not base64
     */
    public byte[] bytes() {
        if (result == null) {
            throw new IllegalStateException("The image generation call " + id + " has no picture: its status is "
                    + status + (error == null ? "" : " and its error " + error.message()));
        }
        return Base64.getDecoder().decode(result.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The members, with the picture cut. */
    @Override
    public String toString() {
        String shown = result != null && result.length() > SHOWN_CHARACTERS
                ? result.substring(0, SHOWN_CHARACTERS) + "… (" + result.length() + " characters)"
                : result;
        return "ImageGenerationCall[id=" + id + ", status=" + status + ", outputFormat=" + outputFormat + ", size="
                + size + ", revisedPrompt=" + revisedPrompt + ", error=" + error + ", result=" + shown + "]";
    }

    /**
     * Why there is no picture.
     *
     * @param type the service's class of error, or null
     * @param code the service's short code, or null
     * @param message the service's own words, or null
     * @param param the request's member that is to blame, or null
     * @param moderationDetails what a filter found, or null if none did
     */
    public record Failure(
            @Nullable String type,
            @Nullable String code,
            @Nullable String message,
            @Nullable String param,
            @Nullable ModerationDetails moderationDetails) {}

    /**
     * What a filter found.
     *
     * @param categories the kinds of content that are not allowed
     * @param moderationStage where it was found: {@code input} or {@code output}; null if the service does not say
     */
    public record ModerationDetails(
            List<String> categories, @Nullable String moderationStage) {
        /** Takes missing categories as none. */
        public ModerationDetails {
            categories = List.copyOf(categories);
        }
    }

    /**
     * The tokens that a drawing in SVG took.
     *
     * @param model the model that drew, or null if the service does not say
     * @param inputTokens all tokens of the input
     * @param outputTokens all tokens of the output, those for reasoning included
     * @param reasoningTokens those of them that went into reasoning
     * @param totalTokens input and output together
     */
    public record SvgUsage(
            @Nullable String model, long inputTokens, long outputTokens, long reasoningTokens, long totalTokens) {}
}
