package dev.makerai.batches;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.TransportException;
import dev.makerai.errors.WaitTimeoutException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch at the service, to be waited for. Nothing is lost when the program ends: a later one
 * {@linkplain Batches#resume resumes} it by its id. Thread-safe.
 */
public final class BatchJob {
    private final Batches batches;
    private final String id;
    private final @Nullable List<String> customIds;

    BatchJob(Batches batches, String id, @Nullable List<String> customIds) {
        this.batches = batches;
        this.id = id;
        this.customIds = customIds == null ? null : List.copyOf(customIds);
    }

    /** The service's id of the batch, to keep where a restart will find it. */
    public String id() {
        return id;
    }

    /**
     * Asks how far it has come.
     *
     * @throws ApiException if the service refuses the request
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     */
    public Batch retrieve() {
        return batches.retrieve(id);
    }

    /**
     * Asks the service to stop it; what was done by then is paid for and has results.
     *
     * @throws ApiException if the service refuses the request, as for a batch that has ended
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     */
    public Batch cancel() {
        return batches.cancel(id);
    }

    /**
     * Waits on the calling thread until the batch has ended, well or not. A few failed requests do not end the waiting.
     *
     * @param within how long at most; the service itself gives up after a day
     * @return the batch, which may be completed, failed, expired or cancelled
     * @throws WaitTimeoutException if it has not ended by then; it goes on at the service
     * @throws ApiException if the service refuses the request
     * @throws TransportException if the service cannot be reached for a long time, or the thread is interrupted
     */
    public Batch await(Duration within) {
        return batches.await(id, within);
    }

    /**
     * Waits until the batch has ended, and downloads its results.
     *
     * @param within how long to wait at most; the download is not counted
     * @return one result for each request, also where the batch expired or was cancelled; to be closed
     * @throws BatchFailedException if the service refused the file, so that there are none
     * @throws WaitTimeoutException if it has not ended by then; it goes on at the service
     * @throws ApiException if the service refuses a request, as for a file that has been deleted
     * @throws TransportException if the service cannot be reached for a long time, a download breaks off, or the thread
     *     is interrupted
     */
    public BatchResults results(Duration within) {
        Batch batch = await(within);
        if (batch.status().equals(BatchStatus.FAILED)) {
            throw new BatchFailedException(batch);
        }
        return batches.results(batch, customIds == null ? batches.customIds(batch) : customIds);
    }

    /** The id. */
    @Override
    public String toString() {
        return "BatchJob[" + id + "]";
    }
}
