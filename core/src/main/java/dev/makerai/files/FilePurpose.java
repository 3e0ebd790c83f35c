package dev.makerai.files;

import java.util.Objects;

/**
 * What a file is for.
 *
 * @param value the name on the wire
 */
public record FilePurpose(String value) {
    /** Input of a model: documents and pictures in messages. The one to choose if in doubt. */
    public static final FilePurpose USER_DATA = new FilePurpose("user_data");

    /** Pictures to fine-tune a model's sight with. */
    public static final FilePurpose VISION = new FilePurpose("vision");

    /** The requests of a batch. */
    public static final FilePurpose BATCH = new FilePurpose("batch");

    /** Documents for vector stores and code. */
    public static final FilePurpose ASSISTANTS = new FilePurpose("assistants");

    /** Examples to fine-tune a model with. */
    public static final FilePurpose FINE_TUNE = new FilePurpose("fine-tune");

    /** Data to judge a model with. */
    public static final FilePurpose EVALS = new FilePurpose("evals");

    /** The answers of a batch; only the service makes such files. */
    public static final FilePurpose BATCH_OUTPUT = new FilePurpose("batch_output");

    /** Files that a model made; only the service makes such files. */
    public static final FilePurpose ASSISTANTS_OUTPUT = new FilePurpose("assistants_output");

    /** How a fine-tuning went; only the service makes such files. */
    public static final FilePurpose FINE_TUNE_RESULTS = new FilePurpose("fine-tune-results");

    /** Takes any name: the service may know more than the constants here. */
    public FilePurpose {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
