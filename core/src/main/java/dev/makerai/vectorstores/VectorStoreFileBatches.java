package dev.makerai.vectorstores;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.errors.WaitTimeoutException;
import dev.makerai.internal.rest.Polling;
import dev.makerai.internal.rest.Resource;
import dev.makerai.pages.ListOptions;
import dev.makerai.pages.Pages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * The batches of files of one vector store: many files attached together.
 *
 * <p>Every method works on the calling thread; interrupting the thread cancels the request. Thread-safe. Unless said
 * otherwise each throws an {@link ApiException} if the service refuses the request, a {@link TransportException} if no
 * whole answer comes or the thread is interrupted, and a {@link DecodeException} if the answer is not what it should be.
 */
public final class VectorStoreFileBatches {
    private static final int MOST_FILES = 2000;

    private final Resource resource;
    private final Polling polling;
    private final String storeId;

    VectorStoreFileBatches(Resource resource, Polling polling, String storeId) {
        this.resource = resource;
        this.polling = polling;
        this.storeId = storeId;
    }

    /**
     * Attaches files, each with its own attributes and way to be cut.
     *
     * @param files 1 to 2000
     * @throws IllegalArgumentException if there are too few or too many
     */
    public VectorStoreFileBatch create(List<AttachRequest> files) {
        if (files.isEmpty() || files.size() > MOST_FILES) {
            throw new IllegalArgumentException(
                    "A batch attaches 1 to " + MOST_FILES + " files, but these are " + files.size());
        }
        return resource.post(VectorStoreFileBatch.class, url(), Map.of("files", List.copyOf(files)));
    }

    /**
     * Asks how far a batch has come.
     *
     * @param batchId the {@link VectorStoreFileBatch#id}
     */
    public VectorStoreFileBatch retrieve(String batchId) {
        return resource.get(VectorStoreFileBatch.class, url(batchId));
    }

    /**
     * Stops a batch; the files that were read by then stay.
     *
     * @param batchId the {@link VectorStoreFileBatch#id}
     */
    public VectorStoreFileBatch cancel(String batchId) {
        return resource.post(
                VectorStoreFileBatch.class, resource.url("vector_stores", storeId, "file_batches", batchId, "cancel"));
    }

    /**
     * The files of a batch, the newest first.
     *
     * @param batchId the {@link VectorStoreFileBatch#id}
     */
    public Pages<VectorStoreFile> files(String batchId) {
        return resource.list(VectorStoreFile.class, filesUrl(batchId), ListOptions.DEFAULT);
    }

    /**
     * The files of a batch that have come so far.
     *
     * @param batchId the {@link VectorStoreFileBatch#id}
     * @param status how far
     * @param options the limit of a page is at most 100
     */
    public Pages<VectorStoreFile> files(String batchId, VectorStoreStatus status, ListOptions options) {
        return resource.list(VectorStoreFile.class, VectorStoreFiles.filtered(filesUrl(batchId), status), options);
    }

    /**
     * Waits on the calling thread until all files of a batch have been worked on, well or not. A few failed requests do
     * not end the waiting.
     *
     * @param batchId the {@link VectorStoreFileBatch#id}
     * @param within how long at most
     * @return the batch, of which files may have failed: see {@link VectorStoreFileBatch#requireCompleted}
     * @throws WaitTimeoutException if they have not by then; they go on at the service
     */
    public VectorStoreFileBatch await(String batchId, Duration within) {
        return polling.until(
                within,
                left -> resource.get(VectorStoreFileBatch.class, url(batchId), left),
                it -> it.status().isEnd(),
                it -> new WaitTimeoutException(
                        "The batch of files", batchId, it.status().value(), within));
    }

    /** The store. */
    @Override
    public String toString() {
        return "VectorStoreFileBatches[" + storeId + "]";
    }

    private HttpUrl url() {
        return resource.url("vector_stores", storeId, "file_batches");
    }

    private HttpUrl url(String batchId) {
        return resource.url("vector_stores", storeId, "file_batches", batchId);
    }

    private HttpUrl filesUrl(String batchId) {
        return resource.url("vector_stores", storeId, "file_batches", batchId, "files");
    }
}
