/** A quote for a part: its estimated weight and printing time, turned into a price. */
@NullMarked
package dev.makerai.printing.quote;

import org.jspecify.annotations.NullMarked;
