package dev.makerai.batches;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.errors.WaitTimeoutException;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.rest.Polling;
import dev.makerai.internal.rest.Resource;
import dev.makerai.pages.ListOptions;
import dev.makerai.pages.Pages;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.TextFormat;
import dev.makerai.schema.Schema;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The service {@code /batches}: many requests at half the price, answered within a day.
 *
 * <pre>{@code
 * BatchJob job = ai.batches().submit(requests);
 * try (BatchResults results = job.results(Duration.ofHours(25))) {
 *     for (BatchResult result : results) {
 *         texts.add(result.isOk() ? result.response().outputText() : "failed: " + result.customId());
 *     }
 * }
 * }</pre>
 *
 * <p>Every method works on the calling thread; interrupting the thread cancels the request. Thread-safe.
 */
public final class Batches {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Resource resource;
    private final BatchFiles files;
    private final Polling polling;

    /**
     * For the client itself, which hands its services out.
     *
     * @param transport speaks with the service
     */
    public Batches(Transport transport) {
        this(transport, new Polling(FIRST_PAUSE, LONGEST_PAUSE));
    }

    Batches(Transport transport, Polling polling) {
        this.resource = new Resource(transport, BatchWire.CODECS);
        this.files = new BatchFiles(resource);
        this.polling = polling;
    }

    /**
     * Submits requests; their ids are their places, counted from 1.
     *
     * @param requests what to ask, at least one, all of the same model
     * @return the batch, to be waited for
     * @throws IllegalArgumentException if there are too many; the message names the bound
     * @throws ApiException if the service refuses the file or the batch
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     * @throws UncheckedIOException if the file cannot be put together in the temporary folder
     */
    public BatchJob submit(List<ResponseRequest> requests) {
        Map<String, ResponseRequest> numbered = new LinkedHashMap<>();
        for (ResponseRequest request : requests) {
            numbered.put(String.valueOf(numbered.size() + 1), request);
        }
        return submit(numbered);
    }

    /**
     * Submits requests whose answers are values of a Java type, which {@link BatchResult#value} reads.
     *
     * @param requests what to ask, at least one, all of the same model
     * @param type a record, or any other type that {@link Schema} supports
     * @return the batch, to be waited for
     * @throws IllegalArgumentException if the type has no strict schema, or there are too many
     * @see #submit(List)
     */
    public BatchJob submit(List<ResponseRequest> requests, Class<?> type) {
        Schema<?> schema = Schema.of(type);
        TextFormat format = TextFormat.jsonSchema(schema.name(), schema.json());
        return submit(requests.stream()
                .map(it -> it.toBuilder().textFormat(format).build())
                .toList());
    }

    /**
     * Submits requests by one's own ids.
     *
     * @param requests what to ask, at least one, all of the same model; the order of the map is that of the results
     * @return the batch, to be waited for
     * @see #submit(List)
     */
    public BatchJob submit(Map<String, ResponseRequest> requests) {
        // A line is made when it is written, so that they are not all in memory a second time.
        Iterable<BatchLine> lines = () -> requests.entrySet().stream()
                .map(it -> BatchLine.of(it.getKey(), it.getValue()))
                .iterator();
        return submitLines(lines, request -> request);
    }

    /**
     * Submits requests of any kind.
     *
     * @param lines at least one; they are gone through once, so that they need not be in memory together
     * @param options changes what the batch is begun with, such as its marks
     * @return the batch, to be waited for
     * @see #submit(List)
     */
    public BatchJob submitLines(Iterable<BatchLine> lines, UnaryOperator<BatchRequest> options) {
        BatchFiles.Uploaded file = files.upload(lines);
        Batch batch = create(options.apply(BatchRequest.of(file.id(), file.endpoint())));
        return new BatchJob(this, batch.id(), file.customIds());
    }

    /**
     * A batch that was begun before, perhaps by another program. Nothing is asked yet. The order of its requests is read
     * from its file when the results are.
     *
     * @param id the {@link Batch#id}
     */
    public BatchJob resume(String id) {
        return new BatchJob(this, id, null);
    }

    /**
     * A batch that was begun before, whose file need not be there any more.
     *
     * @param id the {@link Batch#id}
     * @param customIds one's own ids of its requests, in their order
     */
    public BatchJob resume(String id, List<String> customIds) {
        return new BatchJob(this, id, customIds);
    }

    /**
     * Begins a batch from a file that has been uploaded.
     *
     * @throws ApiException if the service refuses the request
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     * @throws DecodeException if the answer is not a batch
     */
    public Batch create(BatchRequest request) {
        return resource.post(Batch.class, resource.url("batches"), request.members());
    }

    /**
     * Asks how far a batch has come.
     *
     * @param id the {@link Batch#id}
     * @throws ApiException if the service refuses the request, as for an unknown id
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     * @throws DecodeException if the answer is not a batch
     */
    public Batch retrieve(String id) {
        return resource.get(Batch.class, resource.url("batches", id));
    }

    /** All batches, the newest first. */
    public Pages<Batch> list() {
        return list(ListOptions.DEFAULT);
    }

    /**
     * Some batches.
     *
     * @param options the limit of a page is at most 100; the service knows no order here
     */
    public Pages<Batch> list(ListOptions options) {
        return resource.list(Batch.class, resource.url("batches"), options);
    }

    /**
     * Asks the service to stop a batch, which takes up to ten minutes; what was done by then has results.
     *
     * @param id the {@link Batch#id}
     * @throws ApiException if the service refuses the request, as for a batch that has ended
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     * @throws DecodeException if the answer is not a batch
     */
    public Batch cancel(String id) {
        return resource.post(Batch.class, resource.url("batches", id, "cancel"));
    }

    /**
     * Opens an output or error file.
     *
     * @param fileId the {@link Batch#outputFileId} or {@link Batch#errorFileId}
     * @return its lines as they come, to be closed
     * @throws ApiException if the service refuses the request, as for a file that has been deleted
     * @throws TransportException if no answer comes, or the thread is interrupted
     */
    public BatchOutput output(String fileId) {
        return files.open(fileId);
    }

    /** Where it connects to; never the key. */
    @Override
    public String toString() {
        return "Batches[" + resource + "]";
    }

    Batch await(String id, Duration within) {
        return polling.until(
                within,
                left -> resource.get(Batch.class, resource.url("batches", id), left),
                it -> it.status().isEnd(),
                it -> new WaitTimeoutException("The batch", id, it.status().value(), within));
    }

    List<String> customIds(Batch batch) {
        String fileId = batch.inputFileId();
        return fileId == null ? List.of() : files.customIds(fileId);
    }

    BatchResults results(Batch batch, List<String> customIds) {
        BatchResults results = new BatchResults(batch, customIds);
        try {
            add(results, batch.outputFileId());
            add(results, batch.errorFileId());
            return results;
        } catch (RuntimeException | java.lang.Error e) {
            results.close();
            throw e;
        }
    }

    private void add(BatchResults results, @Nullable String fileId) {
        if (fileId != null) {
            try (BatchOutput output = output(fileId)) {
                results.add(fileId, output);
            }
        }
    }
}
