/** Containers in which the service runs code for a model, and the files in them. */
@NullMarked
package dev.makerai.containers;

import org.jspecify.annotations.NullMarked;
