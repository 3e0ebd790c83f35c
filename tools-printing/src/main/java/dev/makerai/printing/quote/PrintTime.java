package dev.makerai.printing.quote;

import java.util.List;

/**
 * How long one piece prints, as estimated.
 *
 * @param seconds the estimate
 * @param lowSeconds the least that it is likely to take
 * @param highSeconds the most that it is likely to take
 * @param method how the estimate was made, and for what it holds
 * @param warnings why it may be further off than its band says; empty if nothing is known
 */
public record PrintTime(double seconds, double lowSeconds, double highSeconds, String method, List<String> warnings) {
    /** Takes a copy of the warnings. */
    public PrintTime {
        warnings = List.copyOf(warnings);
    }

    /** The estimate in hours. */
    public double hours() {
        return seconds / 3600;
    }
}
