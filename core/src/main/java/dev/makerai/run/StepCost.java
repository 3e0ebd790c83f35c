package dev.makerai.run;

import dev.makerai.cost.CostEntry;
import dev.makerai.cost.PriceTable;
import dev.makerai.responses.Response;
import dev.makerai.responses.ServiceTier;
import java.time.Instant;

/** What a round cost, as a ledger has it. */
final class StepCost {
    private StepCost() {}

    static CostEntry entry(String runId, Step step, PriceTable prices) {
        Response response = step.response();
        ServiceTier tier = response.serviceTier();
        return new CostEntry(
                Instant.now(),
                runId,
                "",
                step.round(),
                Story.model(step),
                tier == null ? "" : tier.value(),
                step.calls().stream().map(ToolCall::name).toList(),
                response.usage(),
                prices.cost(step.request(), response));
    }
}
