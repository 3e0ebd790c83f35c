package dev.makerai.audio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/**
 * Speech to be written down.
 *
 * <pre>{@code
 * TranscriptionRequest request = TranscriptionRequest.of(recording)
 *         .language("de")
 *         .prompt("A note of a 3D printing shop: PETG, ASA, brim, first layer.");
 * }</pre>
 *
 * <p>What is not set is not sent, so the service's own default holds. Immutable.
 */
public final class TranscriptionRequest {
    /** The model that listens unless another is named: {@value}. */
    public static final String DEFAULT_MODEL = "gpt-transcribe";

    private final RequestBody audio;
    private final String fileName;
    private final List<Field> fields;

    private record Field(String name, String value) {}

    private TranscriptionRequest(RequestBody audio, String fileName, List<Field> fields) {
        this.audio = audio;
        this.fileName = fileName;
        this.fields = List.copyOf(fields);
    }

    /**
     * Takes speech from a file, which is read while it is sent.
     *
     * @param file flac, m4a, mp3, mp4, mpeg, mpga, ogg, wav or webm, of at most 25 MB; the service goes by the end of
     *     its name
     * @throws IllegalArgumentException if there is no such file
     */
    public static TranscriptionRequest of(Path file) {
        Path name = file.getFileName();
        if (name == null || !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + file);
        }
        return begin(RequestBody.create(file.toFile(), AudioTypes.of(name.toString())), name.toString());
    }

    /**
     * Takes speech from memory.
     *
     * @param audio the bytes of a file, at most 25 MB, which must not change until they have been sent
     * @param fileName any name with the right end, such as {@code note.wav}
     */
    public static TranscriptionRequest of(byte[] audio, String fileName) {
        return begin(RequestBody.create(audio, AudioTypes.of(fileName)), fileName);
    }

    private static TranscriptionRequest begin(RequestBody audio, String fileName) {
        return new TranscriptionRequest(audio, fileName, List.of(new Field("model", DEFAULT_MODEL)));
    }

    /**
     * With another model.
     *
     * @param model the model's id
     */
    public TranscriptionRequest model(String model) {
        return with("model", model);
    }

    /**
     * With the language that is spoken, which helps.
     *
     * @param language a code of ISO 639-1, such as {@code de}
     */
    public TranscriptionRequest language(String language) {
        return with("language", language);
    }

    /**
     * With words on what it is about, or what was said before, in the language of the speech.
     *
     * @param prompt such as names and terms to expect
     */
    public TranscriptionRequest prompt(String prompt) {
        return with("prompt", prompt);
    }

    /**
     * In another form.
     *
     * @param format {@link Format#JSON} by default
     */
    public TranscriptionRequest format(Format format) {
        return with("response_format", format.value());
    }

    /**
     * With more or less freedom.
     *
     * @param temperature 0 to 1, by default 0
     */
    public TranscriptionRequest temperature(double temperature) {
        if (!(temperature >= 0 && temperature <= 1)) {
            throw new IllegalArgumentException("The temperature must be from 0 to 1, but is " + temperature);
        }
        return with("temperature", String.valueOf(temperature));
    }

    /**
     * With a field that this version does not model, such as {@code chunking_strategy}, or {@code keywords[]} once for
     * each keyword.
     *
     * @param name the name on the wire; one that ends with {@code []} may be added several times, any other takes the
     *     place of what was set before
     * @param value as it goes into the form
     */
    public TranscriptionRequest field(String name, String value) {
        return with(name, value);
    }

    /** Whether the answer is JSON; the service's other forms are bare text. */
    boolean wantsJson() {
        return fields.stream()
                .filter(it -> it.name().equals("response_format"))
                .allMatch(it -> it.value().endsWith("json"));
    }

    /** The form that is sent. */
    RequestBody form() {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        for (Field field : fields) {
            form.addFormDataPart(field.name(), field.value());
        }
        return form.addFormDataPart("file", fileName, audio).build();
    }

    /** The name of the file and the fields. */
    @Override
    public String toString() {
        return "TranscriptionRequest[" + fileName + ", " + fields + "]";
    }

    private TranscriptionRequest with(String name, String value) {
        List<Field> all = new ArrayList<>(fields);
        if (!name.endsWith("[]")) {
            all.removeIf(it -> it.name().equals(name));
        }
        all.add(new Field(name, value));
        return new TranscriptionRequest(audio, fileName, all);
    }

    /**
     * In which form a transcript comes.
     *
     * @param value the name on the wire
     */
    public record Format(String value) {
        /** The text and what it took, which is the service's default. */
        public static final Format JSON = new Format("json");

        /** The text alone. */
        public static final Format TEXT = new Format("text");

        /** Subtitles as SubRip; of older models. */
        public static final Format SRT = new Format("srt");

        /** Subtitles as WebVTT; of older models. */
        public static final Format VTT = new Format("vtt");

        /** With times of segments and words; of older models. */
        public static final Format VERBOSE_JSON = new Format("verbose_json");

        /** With who says what; of models that tell speakers apart. */
        public static final Format DIARIZED_JSON = new Format("diarized_json");

        /** Takes any name: the service may know more than the constants here. */
        public Format {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }
}
