package dev.makerai.cost;

/** How much a question asks of a model; a {@link ModelRouter} says which model that is. */
public enum ModelTier {
    /** Sorting, short answers, simple extraction: fast and cheap. */
    SIMPLE,
    /** Most questions. */
    STANDARD,
    /** Where a wrong answer is dear. */
    CRITICAL
}
