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
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * The files of one vector store.
 *
 * <p>Every method works on the calling thread; interrupting the thread cancels the request. Thread-safe. Unless said
 * otherwise each throws an {@link ApiException} if the service refuses the request, a {@link TransportException} if no
 * whole answer comes or the thread is interrupted, and a {@link DecodeException} if the answer is not what it should be.
 */
public final class VectorStoreFiles {
    private final Resource resource;
    private final Polling polling;
    private final String storeId;

    VectorStoreFiles(Resource resource, Polling polling, String storeId) {
        this.resource = resource;
        this.polling = polling;
        this.storeId = storeId;
    }

    /**
     * Attaches a file, which is then worked on for a while: see {@link #await}. The service takes 300 of these a minute;
     * attach many together as a {@linkplain VectorStores#fileBatches batch}.
     */
    public VectorStoreFile attach(AttachRequest request) {
        return resource.post(VectorStoreFile.class, url(), request);
    }

    /**
     * Asks how far a file has come.
     *
     * @param fileId the {@link VectorStoreFile#id}
     */
    public VectorStoreFile retrieve(String fileId) {
        return resource.get(VectorStoreFile.class, url(fileId));
    }

    /** All files, the newest first. */
    public Pages<VectorStoreFile> list() {
        return list(ListOptions.DEFAULT);
    }

    /**
     * Some files.
     *
     * @param options the limit of a page is at most 100
     */
    public Pages<VectorStoreFile> list(ListOptions options) {
        return resource.list(VectorStoreFile.class, url(), options);
    }

    /**
     * The files that have come so far.
     *
     * @param status how far
     * @param options the limit of a page is at most 100
     */
    public Pages<VectorStoreFile> list(VectorStoreStatus status, ListOptions options) {
        return resource.list(VectorStoreFile.class, filtered(url(), status), options);
    }

    /**
     * Gives a file other attributes, in place of those it had.
     *
     * @param fileId the {@link VectorStoreFile#id}
     */
    public VectorStoreFile update(String fileId, Attributes attributes) {
        return resource.post(VectorStoreFile.class, url(fileId), Map.of("attributes", attributes));
    }

    /**
     * Takes a file out of the store; the file itself stays.
     *
     * @param fileId the {@link VectorStoreFile#id}
     */
    public void detach(String fileId) {
        resource.delete(url(fileId));
    }

    /**
     * Reads the text of a file as the store has read it.
     *
     * @param fileId the {@link VectorStoreFile#id}
     */
    public FileContent content(String fileId) {
        return resource.get(FileContent.class, resource.url("vector_stores", storeId, "files", fileId, "content"));
    }

    /**
     * Waits on the calling thread until a file has been worked on, well or not. A few failed requests do not end the
     * waiting.
     *
     * @param fileId the {@link VectorStoreFile#id}
     * @param within how long at most
     * @return the file, which may also have failed: see {@link VectorStoreFile#requireCompleted}
     * @throws WaitTimeoutException if it has not by then; it goes on at the service
     */
    public VectorStoreFile await(String fileId, Duration within) {
        return polling.until(
                within,
                left -> resource.get(VectorStoreFile.class, url(fileId), left),
                it -> it.status().isEnd(),
                it -> new WaitTimeoutException("The file", fileId, it.status().value(), within));
    }

    /** The store. */
    @Override
    public String toString() {
        return "VectorStoreFiles[" + storeId + "]";
    }

    static HttpUrl filtered(HttpUrl url, VectorStoreStatus status) {
        return url.newBuilder().addQueryParameter("filter", status.value()).build();
    }

    private HttpUrl url() {
        return resource.url("vector_stores", storeId, "files");
    }

    private HttpUrl url(String fileId) {
        return resource.url("vector_stores", storeId, "files", fileId);
    }
}
