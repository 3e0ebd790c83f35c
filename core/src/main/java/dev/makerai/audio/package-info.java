/**
 * Speech as text and text as speech, a file at a time. For conversations see the realtime module.
 *
 * <p>The service describes these two in words only; what is here are their well-known members, and others can be set by
 * name.
 */
@NullMarked
package dev.makerai.audio;

import org.jspecify.annotations.NullMarked;
