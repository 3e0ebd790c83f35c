/** Java methods that a model may call. */
@NullMarked
package dev.makerai.tools;

import org.jspecify.annotations.NullMarked;
