package dev.makerai.batches;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of the requests of a batch, in the order of the requests: one result for each, whatever became of it. Of a
 * batch that expired or was cancelled there are the results of what was done.
 *
 * <p>They lie in a temporary file, so that a batch may be larger than the memory; close it when you are done.
 * Thread-safe.
 */
public final class BatchResults implements Iterable<BatchResult>, AutoCloseable {
    private final Batch batch;
    private final List<String> customIds;
    private final Set<String> wanted;
    private final ResultStore store = new ResultStore();
    private final List<OddLine> oddLines = new ArrayList<>();

    BatchResults(Batch batch, List<String> customIds) {
        this.batch = batch;
        this.wanted = new LinkedHashSet<>(customIds);
        this.customIds = List.copyOf(wanted);
    }

    /** Takes the lines of a file. */
    void add(String fileId, BatchOutput output) {
        for (BatchOutput.Line line : output) {
            if (line instanceof BatchOutput.Read read) {
                add(fileId, read);
            } else if (line instanceof BatchOutput.Broken broken) {
                oddLines.add(new OddLine(
                        fileId, broken.number(), null, broken.problem().getMessage()));
            }
        }
    }

    private void add(String fileId, BatchOutput.Read line) {
        String customId = line.result().customId();
        if (!wanted.contains(customId)) {
            oddLines.add(new OddLine(fileId, line.number(), customId, "No request of the batch has this custom id"));
        } else if (store.has(customId)) {
            oddLines.add(new OddLine(
                    fileId, line.number(), customId, "There is a result for this custom id before, which counts"));
        } else {
            store.add(line.result());
        }
    }

    /** The batch as it ended. */
    public Batch batch() {
        return batch;
    }

    /** The ids of the requests, in their order. */
    public List<String> customIds() {
        return customIds;
    }

    /**
     * What became of a request.
     *
     * @param customId one's own id of it
     * @throws IllegalArgumentException if the batch has no such request
     * @throws java.io.UncheckedIOException if this has been closed
     */
    public BatchResult get(String customId) {
        if (!wanted.contains(customId)) {
            throw new IllegalArgumentException("The batch " + batch.id() + " has no request \"" + customId + "\"");
        }
        BatchResult result = store.get(customId);
        return result == null ? BatchResult.missing(customId) : result;
    }

    /** The ids of the requests that the files do not name, in their order; empty if all is well. */
    public List<String> missing() {
        return customIds.stream().filter(it -> !store.has(it)).toList();
    }

    /** The lines that belong to no request, or to one that has its result already; empty if all is well. */
    public List<OddLine> oddLines() {
        return List.copyOf(oddLines);
    }

    /** The results in the order of the requests, each read when it is reached. */
    @Override
    public Iterator<BatchResult> iterator() {
        return customIds.stream().map(this::get).iterator();
    }

    /** Deletes the temporary file. */
    @Override
    public void close() {
        store.close();
    }

    /**
     * A line that cannot be matched with a request.
     *
     * @param fileId the file
     * @param number which line it is, counted from 1
     * @param customId the id that it names; null if it cannot be read
     * @param problem what is wrong with it
     */
    public record OddLine(
            String fileId, long number, @Nullable String customId, String problem) {}
}
