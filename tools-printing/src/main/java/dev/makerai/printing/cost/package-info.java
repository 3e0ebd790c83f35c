/** What a print costs and what to charge for it. */
@NullMarked
package dev.makerai.printing.cost;

import org.jspecify.annotations.NullMarked;
