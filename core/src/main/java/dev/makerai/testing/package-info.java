/** Models that play a script, for tests and demonstrations without a key and without a network. */
@NullMarked
package dev.makerai.testing;

import org.jspecify.annotations.NullMarked;
