package dev.makerai.printing.cost;

import java.util.Locale;

/** What a line stands for; its text is the name in lower case, such as {@code quantity_break}. */
public enum LineCode {
    /** Filament with supports, brim, purge and waste; quantity in g. */
    MATERIAL,
    /** Energy to heat up and print; quantity in kWh. */
    ELECTRICITY,
    /** Depreciation, maintenance, nozzle wear and space; quantity in hours. */
    MACHINE,
    /** Work of people; quantity in minutes. */
    LABOUR,
    /** What failed prints add; quantity in failed plates, as expected. */
    FAILURE,
    /** Setting up, once per order. */
    SETUP,
    /** Preparing a model, once for each. */
    PROGRAMMING,
    /** Designing a model, once for each. */
    DESIGN,
    /** Glue, cleaner and the like; quantity in jobs. */
    CONSUMABLES,
    /** Inserts, magnets and screws; quantity in pieces. */
    HARDWARE,
    /** Boxes and padding, once per order. */
    PACKAGING,
    /** What the shop costs apart from its orders. */
    OVERHEAD,
    /** What the shop earns: margin or markup. Never in a client's lines. */
    PROFIT,
    /** Printing and finishing as the client sees it; quantity in pieces. */
    PRINT,
    /** What a larger quantity takes off. */
    QUANTITY_BREAK,
    /** What a hurry adds. */
    RUSH,
    /** What is missing up to the smallest price per piece or order. */
    MINIMUM,
    /** What the client is let off. */
    DISCOUNT,
    /** Delivery. */
    SHIPPING,
    /** What the market place keeps. */
    CHANNEL_FEE,
    /** Tax on all of it. */
    TAX,
    /** Rounding of the amount to pay, as in cash. */
    ROUNDING;

    /** The code as it is written, such as {@code quantity_break}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
