package dev.makerai.vectorstores;

import dev.makerai.errors.MakerAiException;

/** A file, or a batch of files, that a vector store could not take in as a whole. */
public final class FileProcessingException extends MakerAiException {
    private static final long serialVersionUID = 1L;

    FileProcessingException(VectorStoreFile file) {
        super(message(file), null);
    }

    FileProcessingException(VectorStoreFileBatch batch) {
        super(
                "Not all files of the batch " + batch.id() + " can be searched: it is " + batch.status() + ", with "
                        + batch.fileCounts() + ". List its files with the status failed to see why",
                null);
    }

    private static String message(VectorStoreFile file) {
        VectorStoreFile.LastError error = file.lastError();
        return "The file " + file.id() + " cannot be searched in the vector store " + file.vectorStoreId()
                + ": it is " + file.status()
                + (error == null ? "" : " (" + error.code() + "): " + error.message());
    }
}
