package dev.makerai.history;

/** Who keeps what was said in a conversation. */
public enum HistoryMode {
    /** The service: each request goes on from the last response, which it keeps for 30 days. */
    PREVIOUS_RESPONSE,
    /** The service, in a conversation object, which it keeps until that is deleted. */
    CONVERSATION,
    /**
     * The program: nothing is stored by the service ({@code store=false}), and every request holds all that was said, with
     * the model's reasoning encrypted.
     */
    LOCAL
}
