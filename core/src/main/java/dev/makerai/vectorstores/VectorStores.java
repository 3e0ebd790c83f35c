package dev.makerai.vectorstores;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.errors.WaitTimeoutException;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.rest.Polling;
import dev.makerai.internal.rest.Resource;
import dev.makerai.pages.ListOptions;
import dev.makerai.pages.Pages;
import java.time.Duration;

/**
 * The service {@code /vector_stores}: files that can be searched by meaning.
 *
 * <pre>{@code
 * VectorStore store = ai.vectorStores().create(VectorStoreRequest.named("Filament data sheets"));
 * VectorStoreFiles files = ai.vectorStores().files(store.id());
 * files.attach(AttachRequest.of("file-1"));
 * files.await("file-1", Duration.ofMinutes(5)).requireCompleted();
 * SearchResults results = ai.vectorStores().search(store.id(), SearchRequest.of("How hot may PETG get?"));
 * }</pre>
 *
 * <p>Every method works on the calling thread; interrupting the thread cancels the request. Thread-safe. Unless said
 * otherwise each throws an {@link ApiException} if the service refuses the request, a {@link TransportException} if no
 * whole answer comes or the thread is interrupted, and a {@link DecodeException} if the answer is not what it should be.
 */
public final class VectorStores {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final String PATH = "vector_stores";

    private final Resource resource;
    private final Polling polling;

    /**
     * For the client itself, which hands its services out.
     *
     * @param transport speaks with the service
     */
    public VectorStores(Transport transport) {
        this(transport, new Polling(FIRST_PAUSE, LONGEST_PAUSE));
    }

    VectorStores(Transport transport, Polling polling) {
        this.resource = new Resource(transport, VectorStoresWire.CODECS);
        this.polling = polling;
    }

    /** Makes a store; its files are then worked on for a while. */
    public VectorStore create(VectorStoreRequest request) {
        return resource.post(VectorStore.class, resource.url(PATH), request.forCreation());
    }

    /**
     * Reads a store.
     *
     * @param id the {@link VectorStore#id}
     */
    public VectorStore retrieve(String id) {
        return resource.get(VectorStore.class, resource.url(PATH, id));
    }

    /** All stores, the newest first. */
    public Pages<VectorStore> list() {
        return list(ListOptions.DEFAULT);
    }

    /**
     * Some stores.
     *
     * @param options the limit of a page is at most 100
     */
    public Pages<VectorStore> list(ListOptions options) {
        return resource.list(VectorStore.class, resource.url(PATH), options);
    }

    /**
     * Changes a store's name, end or marks.
     *
     * @param id the {@link VectorStore#id}
     * @throws IllegalArgumentException if the request is to change anything else
     */
    public VectorStore update(String id, VectorStoreRequest request) {
        return resource.post(VectorStore.class, resource.url(PATH, id), request.forChange());
    }

    /**
     * Deletes a store; its files stay.
     *
     * @param id the {@link VectorStore#id}
     */
    public void delete(String id) {
        resource.delete(resource.url(PATH, id));
    }

    /**
     * Looks for what fits a question.
     *
     * @param id the {@link VectorStore#id}
     */
    public SearchResults search(String id, SearchRequest request) {
        return resource.post(SearchResults.class, resource.url(PATH, id, "search"), request.members());
    }

    /**
     * Waits on the calling thread until a store has read its files, well or not.
     *
     * @param id the {@link VectorStore#id}
     * @param within how long at most
     * @throws WaitTimeoutException if it has not by then; it goes on at the service
     */
    public VectorStore await(String id, Duration within) {
        return polling.until(
                within,
                left -> resource.get(VectorStore.class, resource.url(PATH, id), left),
                it -> it.status().isEnd(),
                it -> new WaitTimeoutException(
                        "The vector store", id, it.status().value(), within));
    }

    /**
     * The files of a store; nothing is asked yet.
     *
     * @param id the {@link VectorStore#id}
     */
    public VectorStoreFiles files(String id) {
        return new VectorStoreFiles(resource, polling, id);
    }

    /**
     * The batches of files of a store; nothing is asked yet.
     *
     * @param id the {@link VectorStore#id}
     */
    public VectorStoreFileBatches fileBatches(String id) {
        return new VectorStoreFileBatches(resource, polling, id);
    }

    /** Where it connects to; never the key. */
    @Override
    public String toString() {
        return "VectorStores[" + resource + "]";
    }
}
