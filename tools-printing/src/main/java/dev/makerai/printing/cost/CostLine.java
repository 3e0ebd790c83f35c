package dev.makerai.printing.cost;

import java.math.BigDecimal;

/**
 * One line of a breakdown.
 *
 * @param code what it stands for
 * @param text what it is, in words; it names the unit of the quantity where that is not pieces
 * @param quantity how much of it, rounded to at most 4 decimals
 * @param amount what it adds, rounded; below zero for what is taken off
 */
public record CostLine(LineCode code, String text, BigDecimal quantity, Money amount) {}
