package dev.makerai.http;

/**
 * Is told how far a file has come on its way to the service or back.
 *
 * <p>It is called on the thread that moves the file, often; what it throws ends the transfer. A transfer that is tried
 * again begins at zero again.
 */
@FunctionalInterface
public interface TransferProgress {
    /** Does nothing. */
    TransferProgress NONE = (bytes, total) -> {};

    /**
     * Takes notice.
     *
     * @param bytes how much has been moved, the wrapping of an upload included
     * @param total how much there is in all; -1 if that is not known
     */
    void moved(long bytes, long total);
}
