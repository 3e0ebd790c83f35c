/** JSON schemas that others wrote: what strict mode refuses in one, one that it takes instead, and which values fit. */
@NullMarked
package dev.makerai.strict;

import org.jspecify.annotations.NullMarked;
