/** What other clients cost for the same work. */
@NullMarked
package dev.makerai.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
