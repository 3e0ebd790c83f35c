package dev.makerai.run;

/** What a run can come up against. */
public enum Limit {
    /** The model asked for tools in more rounds than it may; see {@link ToolLoop#maxRounds}. */
    ROUNDS,
    /** The time for the whole run is over; see {@link ToolLoop#deadline}. */
    DEADLINE,
    /** The model made the same call with the same outcome again and again; see {@link ToolLoop#maxRepeats}. */
    REPEATED_CALLS,
    /** What is left of the money or the tokens is too little for the next request; see {@link ToolLoop#budget}. */
    BUDGET
}
