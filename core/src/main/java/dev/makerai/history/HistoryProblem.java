package dev.makerai.history;

/**
 * Why a service would refuse a history.
 *
 * @param kind what is wrong
 * @param index where: the item's place among the items, from 0
 * @param message what is wrong, with the ids, as a sentence
 * @param repair what {@link HistoryCheck#repaired} does about it, as a sentence
 */
public record HistoryProblem(Kind kind, int index, String message, String repair) {
    /** What may be wrong. */
    public enum Kind {
        /** A call of a tool has no output. */
        CALL_WITHOUT_OUTPUT,
        /** An output answers a call that is not there. */
        OUTPUT_WITHOUT_CALL,
        /** An output stands before its call. */
        OUTPUT_BEFORE_CALL,
        /** Two calls have the same id. */
        DUPLICATE_CALL,
        /** A call is answered twice. */
        DUPLICATE_OUTPUT,
        /** Two items have the same id. */
        DUPLICATE_ITEM,
        /** Reasoning is not followed by what the model did after it. */
        REASONING_ALONE,
        /** Reasoning without encrypted content, which the service does not know when it stores nothing. */
        REASONING_UNKNOWN,
        /** A reference to an item, which the service does not know when it stores nothing. */
        REFERENCE_UNKNOWN,
        /** A message says nothing. */
        EMPTY_MESSAGE,
        /** An item is of no kind. */
        NO_KIND
    }

    /** The sentence, with the place. */
    @Override
    public String toString() {
        return "Item " + index + ": " + message + " Repair: " + repair;
    }
}
