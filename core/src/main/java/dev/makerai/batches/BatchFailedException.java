package dev.makerai.batches;

import dev.makerai.errors.MakerAiException;

/** A batch whose file the service refused, so that nothing was done. */
public final class BatchFailedException extends MakerAiException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 3;

    private final transient Batch batch;

    BatchFailedException(Batch batch) {
        super(message(batch), null);
        this.batch = batch;
    }

    /** The batch; {@link Batch#errors} has all that is wrong with its file. */
    public Batch batch() {
        return batch;
    }

    private static String message(Batch batch) {
        StringBuilder text = new StringBuilder("The file of the batch ")
                .append(batch.id())
                .append(" was refused, so nothing was done. Mend it and submit a new batch");
        Batch.Errors errors = batch.errors();
        if (errors == null || errors.data().isEmpty()) {
            return text.append("; the service does not say why").toString();
        }
        String separator = ": ";
        for (Batch.Problem problem :
                errors.data().subList(0, Math.min(SHOWN, errors.data().size()))) {
            text.append(separator);
            if (problem.line() != null) {
                text.append("line ").append(problem.line()).append(": ");
            }
            text.append(problem.message() == null ? problem.code() : problem.message());
            separator = "; ";
        }
        int more = errors.data().size() - SHOWN;
        return more > 0 ? text.append("; and ").append(more).append(" more").toString() : text.toString();
    }
}
