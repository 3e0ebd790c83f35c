/** JSON as an exact, immutable value. */
@NullMarked
package dev.makerai.json;

import org.jspecify.annotations.NullMarked;
