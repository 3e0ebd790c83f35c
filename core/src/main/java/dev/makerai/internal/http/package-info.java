/** Speaks HTTP with the service: one request with its retries, and every way it can fail as a typed error. */
@NullMarked
package dev.makerai.internal.http;

import org.jspecify.annotations.NullMarked;
