/** Conversations that the service keeps. */
@NullMarked
package dev.makerai.conversations;

import org.jspecify.annotations.NullMarked;
