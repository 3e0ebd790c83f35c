package dev.makerai.cost;

import java.math.BigDecimal;

/**
 * What a long input changes: above the threshold the whole request is dearer.
 *
 * @param above how many input tokens are not long yet
 * @param input what the prices of input and cache are multiplied by
 * @param output what the price of output is multiplied by
 */
record LongContext(long above, BigDecimal input, BigDecimal output) {}
