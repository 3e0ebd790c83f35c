/** How things are named and told apart: wire names, the nearest known name, and where a refused type stands. */
@NullMarked
package dev.makerai.internal.naming;

import org.jspecify.annotations.NullMarked;
