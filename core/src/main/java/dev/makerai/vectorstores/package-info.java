/** Vector stores: files cut into chunks that can be searched by meaning, by a model or by the application itself. */
@NullMarked
package dev.makerai.vectorstores;

import org.jspecify.annotations.NullMarked;
