/** What the tokens of responses cost: dated prices, costs with their parts, ledgers and budgets. */
@NullMarked
package dev.makerai.cost;

import org.jspecify.annotations.NullMarked;
