/** Printing materials: density, temperatures and prices, with the source of each figure. */
@NullMarked
package dev.makerai.printing.material;

import org.jspecify.annotations.NullMarked;
