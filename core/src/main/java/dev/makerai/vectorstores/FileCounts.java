package dev.makerai.vectorstores;

/**
 * How many files a vector store or a batch has, by how far they have come.
 *
 * @param inProgress those that are being worked on
 * @param completed those that can be searched
 * @param failed those that went wrong
 * @param cancelled those that were stopped
 * @param total all of them
 */
public record FileCounts(long inProgress, long completed, long failed, long cancelled, long total) {}
