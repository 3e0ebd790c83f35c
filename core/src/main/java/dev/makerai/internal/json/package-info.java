/**
 * Reads and writes wire records: one record codec, one union codec, a reader that knows where in the document it is.
 * Reading is tolerant: a member that is missing, null or of the wrong type never fails a document by itself.
 */
@NullMarked
package dev.makerai.internal.json;

import org.jspecify.annotations.NullMarked;
