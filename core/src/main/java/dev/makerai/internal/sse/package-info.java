/** Reads server-sent events. */
@NullMarked
package dev.makerai.internal.sse;

import org.jspecify.annotations.NullMarked;
