package dev.makerai.cost;

import dev.makerai.responses.Usage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one round of a run cost.
 *
 * @param at when it ended
 * @param runId the run
 * @param conversation the name that {@link CostLedger#forConversation} gave; empty if none
 * @param round counted from 1
 * @param model the model that answered
 * @param serviceTier the tier that was used; empty if the service does not say
 * @param tools the tools that the model called in it, by their names, one for each call
 * @param usage the tokens, or null if the service did not report them
 * @param cost what it cost
 */
public record CostEntry(
        Instant at,
        String runId,
        String conversation,
        int round,
        String model,
        String serviceTier,
        List<String> tools,
        @Nullable Usage usage,
        Cost cost) {
    /** Copies the list. */
    public CostEntry {
        tools = List.copyOf(tools);
    }
}
