/**
 * The client: {@link dev.makerai.MakerAi} and the {@link dev.makerai.Prompt}s that it makes. Most programs need nothing
 * else of this module but {@link dev.makerai.tools.Tool}.
 */
@NullMarked
package dev.makerai;

import org.jspecify.annotations.NullMarked;
