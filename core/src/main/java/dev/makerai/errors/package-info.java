/** What can go wrong, as unchecked exceptions: each says what was wrong, where, and what to do. */
@NullMarked
package dev.makerai.errors;

import org.jspecify.annotations.NullMarked;
