/**
 * Batches: many requests in one file, worked on within a day at half the price, and their results by the requests' own
 * ids.
 */
@NullMarked
package dev.makerai.batches;

import org.jspecify.annotations.NullMarked;
