/** Looks at the bytes of a JSON document around its reader: for bounds before, and for places after an error. */
@NullMarked
package dev.makerai.internal.scan;

import org.jspecify.annotations.NullMarked;
