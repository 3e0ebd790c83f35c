/** The automatic tool-call loop: what a run did, round by round, and how it ended. */
@NullMarked
package dev.makerai.run;

import org.jspecify.annotations.NullMarked;
