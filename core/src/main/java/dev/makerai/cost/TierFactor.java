package dev.makerai.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a service tier multiplies prices by.
 *
 * @param until the last day that it holds, or null if it holds on
 * @param factor above 0
 */
record TierFactor(@Nullable LocalDate until, BigDecimal factor) {}
