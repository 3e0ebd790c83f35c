/** Voice sessions over the Realtime API with the same tools as text runs. Nothing is here yet. */
@NullMarked
package dev.makerai.realtime;

import org.jspecify.annotations.NullMarked;
