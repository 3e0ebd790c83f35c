/** What the library costs. */
@NullMarked
package dev.makerai.benchmarks;

import org.jspecify.annotations.NullMarked;
