package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets the model make and change pictures.
 *
 * <pre>{@code
 * ImageGenerationTool.builder()
 *         .size("1024x1024")
 *         .background(ImageGenerationTool.Background.TRANSPARENT)
 *         .build()
 * }</pre>
 *
 * @param model the image model; null for the service's default
 * @param action whether a picture is made anew; null for the service's default
 * @param size such as {@code 1024x1536}; null for the service's default
 * @param quality how carefully it is made; null for the service's default
 * @param outputFormat the kind of file; null for the service's default
 * @param outputCompression how good a WebP or JPEG file is, 0 to 100; null for the service's default
 * @param background what is behind the motif; null for the service's default
 * @param inputFidelity how closely it keeps to the ones it is made out of; null for the service's default
 * @param inputImageMask which part of a picture is made anew; null for all of it
 * @param moderation how strictly the rules of the service are kept; null for its default
 * @param partialImages how many unfinished pictures a stream shows; null for the service's default
 * @param complexity how much is in a drawing; null for the service's default
 * @param frameCount how many pictures a moving one has; null for the service's default
 * @param frameDurationMs how long each of them is shown, in milliseconds; null for the service's default
 * @param svg how a drawing in lines is made; null for the service's default
 * @param source the exact text it was read from
 */
public record ImageGenerationTool(
        @Nullable String model,
        @Nullable Action action,
        @Nullable String size,
        @Nullable ImageLevel quality,
        @Nullable ImageFormat outputFormat,
        @Nullable Integer outputCompression,
        @Nullable Background background,
        @Nullable ImageLevel inputFidelity,
        @Nullable Mask inputImageMask,
        @Nullable ImageLevel moderation,
        @Nullable Integer partialImages,
        @Nullable ImageLevel complexity,
        @Nullable Integer frameCount,
        @Nullable Integer frameDurationMs,
        @Nullable Svg svg,
        SourceText source)
        implements ResponseTool {
    /** Needs the source. */
    public ImageGenerationTool {
        Objects.requireNonNull(source, "source");
    }

    /** Makes the tool with the service's own settings. */
    public static ImageGenerationTool of() {
        return builder().build();
    }

    /** Starts with the service's own settings. */
    public static Builder builder() {
        return new Builder();
    }

    /** Sets what is not to be left to the service; a null leaves it again. Not thread-safe. */
    public static final class Builder {
        private @Nullable String model;
        private @Nullable Action action;
        private @Nullable String size;
        private @Nullable ImageLevel quality;
        private @Nullable ImageFormat outputFormat;
        private @Nullable Integer outputCompression;
        private @Nullable Background background;
        private @Nullable ImageLevel inputFidelity;
        private @Nullable Mask inputImageMask;
        private @Nullable ImageLevel moderation;
        private @Nullable Integer partialImages;
        private @Nullable ImageLevel complexity;
        private @Nullable Integer frameCount;
        private @Nullable Integer frameDurationMs;
        private @Nullable Svg svg;

        private Builder() {}

        /**
         * Sets the image model.
         *
         * @param model such as {@code gpt-image-2}; null for the service's default
         */
        public Builder model(@Nullable String model) {
            this.model = model;
            return this;
        }

        /**
         * Sets whether a picture is made anew or out of another.
         *
         * @param action {@link Action#AUTO} by default
         */
        public Builder action(@Nullable Action action) {
            this.action = action;
            return this;
        }

        /**
         * Sets how large the picture is.
         *
         * @param size width and height in pixels such as {@code 1024x1536}, or {@code auto}; null for the service's default
         */
        public Builder size(@Nullable String size) {
            this.size = size;
            return this;
        }

        /**
         * Sets how carefully the picture is made.
         *
         * @param quality low to max, or {@link ImageLevel#AUTO}, which is the default
         */
        public Builder quality(@Nullable ImageLevel quality) {
            this.quality = quality;
            return this;
        }

        /**
         * Sets the kind of file.
         *
         * @param outputFormat {@link ImageFormat#PNG} by default
         */
        public Builder outputFormat(@Nullable ImageFormat outputFormat) {
            this.outputFormat = outputFormat;
            return this;
        }

        /**
         * Sets how good a WebP or JPEG file is.
         *
         * @param value 0 to 100, by default 100
         */
        public Builder outputCompression(int value) {
            this.outputCompression = between("output_compression", value, 0, 100);
            return this;
        }

        /**
         * Sets what is behind the motif.
         *
         * @param background {@link Background#AUTO} by default
         */
        public Builder background(@Nullable Background background) {
            this.background = background;
            return this;
        }

        /**
         * Sets how closely the picture keeps to the ones it is made out of.
         *
         * @param inputFidelity low or high
         */
        public Builder inputFidelity(@Nullable ImageLevel inputFidelity) {
            this.inputFidelity = inputFidelity;
            return this;
        }

        /**
         * Sets which part of a picture is made anew.
         *
         * @param inputImageMask where it is transparent; null for all of it
         */
        public Builder inputImageMask(@Nullable Mask inputImageMask) {
            this.inputImageMask = inputImageMask;
            return this;
        }

        /**
         * Sets how strictly pictures are held to the rules of the service.
         *
         * @param moderation {@link ImageLevel#AUTO} by default, or low
         */
        public Builder moderation(@Nullable ImageLevel moderation) {
            this.moderation = moderation;
            return this;
        }

        /**
         * Sets how many unfinished pictures a stream shows.
         *
         * @param value 0 to 3, by default 0
         */
        public Builder partialImages(int value) {
            this.partialImages = between("partial_images", value, 0, 3);
            return this;
        }

        /**
         * Sets how much is in a drawing.
         *
         * @param complexity low, medium or high
         */
        public Builder complexity(@Nullable ImageLevel complexity) {
            this.complexity = complexity;
            return this;
        }

        /**
         * Sets how many pictures a moving one has.
         *
         * @param value above 0; of use with {@link ImageFormat#GIF}
         */
        public Builder frameCount(int value) {
            this.frameCount = between("frame_count", value, 1, Integer.MAX_VALUE);
            return this;
        }

        /**
         * Sets how long each picture of a moving one is shown.
         *
         * @param value milliseconds, above 0
         */
        public Builder frameDurationMs(int value) {
            this.frameDurationMs = between("frame_duration_ms", value, 1, Integer.MAX_VALUE);
            return this;
        }

        /**
         * Sets how a drawing in lines is made.
         *
         * @param svg of use with {@link ImageFormat#SVG}
         */
        public Builder svg(@Nullable Svg svg) {
            this.svg = svg;
            return this;
        }

        /** Makes the tool. */
        public ImageGenerationTool build() {
            return new ImageGenerationTool(
                    model,
                    action,
                    size,
                    quality,
                    outputFormat,
                    outputCompression,
                    background,
                    inputFidelity,
                    inputImageMask,
                    moderation,
                    partialImages,
                    complexity,
                    frameCount,
                    frameDurationMs,
                    svg,
                    SourceText.NONE);
        }

        private static int between(String member, int value, int least, int most) {
            if (value < least || value > most) {
                throw new IllegalArgumentException(
                        member + " must be from " + least + " to " + most + ", but is " + value);
            }
            return value;
        }
    }

    /**
     * Whether a picture is made anew or out of another.
     *
     * @param value the name on the wire
     */
    public record Action(String value) {
        /** The model decides. */
        public static final Action AUTO = new Action("auto");

        /** Anew. */
        public static final Action GENERATE = new Action("generate");

        /** Out of a picture in the input. */
        public static final Action EDIT = new Action("edit");

        /** Takes any name: the service may know more than the constants here. */
        public Action {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * What is behind the motif.
     *
     * @param value the name on the wire
     */
    public record Background(String value) {
        /** The model decides. */
        public static final Background AUTO = new Background("auto");

        /** Nothing. */
        public static final Background TRANSPARENT = new Background("transparent");

        /** Something. */
        public static final Background OPAQUE = new Background("opaque");

        /** Takes any name: the service may know more than the constants here. */
        public Background {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * Which part of a picture is made anew: where this one is transparent.
     *
     * @param imageUrl a {@code data:} address that holds the picture; null with a file id
     * @param fileId the id of an uploaded file; null with an address
     */
    public record Mask(@Nullable String imageUrl, @Nullable String fileId) {
        /**
         * Takes an uploaded picture.
         *
         * @param fileId the uploaded file's id
         */
        public static Mask ofFileId(String fileId) {
            return new Mask(null, Objects.requireNonNull(fileId, "fileId"));
        }

        /**
         * Takes a picture as it is.
         *
         * @param image made of bytes or a file
         */
        public static Mask of(InputImage image) {
            return new Mask(image.imageUrl(), image.fileId());
        }

        /** The file id, or the length of the address. */
        @Override
        public String toString() {
            return "Mask[" + (imageUrl == null ? fileId : imageUrl.length() + " characters") + "]";
        }
    }

    /**
     * How a drawing in lines is made.
     *
     * @param model the model that writes it; null for the service's default
     * @param reasoning how much that model thinks; null for the service's default
     */
    public record Svg(@Nullable String model, @Nullable SvgReasoning reasoning) {
        /**
         * Sets both.
         *
         * @param model the model that writes it; null for the service's default
         * @param effort how much that model thinks; null for the service's default
         */
        public static Svg of(@Nullable String model, @Nullable ReasoningEffort effort) {
            return new Svg(model, effort == null ? null : new SvgReasoning(effort));
        }
    }

    /**
     * How much the model of a drawing thinks.
     *
     * @param effort how much; null for the service's default
     */
    public record SvgReasoning(@Nullable ReasoningEffort effort) {}
}
