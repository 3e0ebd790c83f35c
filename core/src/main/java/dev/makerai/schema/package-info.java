/** Java types as strict JSON schemas, and JSON values read into them and written from them. */
@NullMarked
package dev.makerai.schema;

import org.jspecify.annotations.NullMarked;
