/**
 * The Responses API as it is on the wire: requests, items, tools and the service.
 *
 * <p>Items and content parts are sealed interfaces, and each has an {@code Unknown} case with the exact JSON of what
 * this version does not model: always keep a default branch. Sets of names that the service extends, such as
 * {@link dev.makerai.responses.ResponseStatus}, are records over a string with constants for the known ones. The
 * canonical constructors and record patterns of the records here grow with the wire and are not stable; factories and
 * builders are.
 */
@NullMarked
package dev.makerai.responses;

import org.jspecify.annotations.NullMarked;
