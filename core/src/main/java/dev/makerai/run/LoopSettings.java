package dev.makerai.run;

import dev.makerai.cost.Budget;
import dev.makerai.cost.CostLedger;
import dev.makerai.cost.PriceTable;
import dev.makerai.http.Cancellation;
import dev.makerai.tools.Toolset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a loop may do. Not changed any more once {@link #with} has returned it. */
final class LoopSettings {
    Toolset tools = Toolset.of();
    int maxRounds = ToolLoop.DEFAULT_MAX_ROUNDS;
    int maxRepeats = ToolLoop.DEFAULT_MAX_REPEATS;

    /** How long a tool may take that does not say so itself; null for the default, which does not force a thread. */
    @Nullable
    Duration toolTimeout;

    @Nullable
    Duration deadline;

    @Nullable
    Cancellation cancellation;

    @Nullable
    Approver approver;

    @Nullable
    Object toolData;

    @Nullable
    RunListener listener;

    @Nullable
    SavedRun saved;

    @Nullable
    Path journal;

    @Nullable
    RunFrame frame;

    @Nullable
    Budget budget;

    @Nullable
    CostLedger ledger;

    /** Null for the built-in ones, which are read when they are first needed. */
    @Nullable
    PriceTable prices;

    ContextCarrier carrier = ContextCarrier.NONE;

    PriceTable prices() {
        return prices == null ? PriceTable.builtIn() : prices;
    }

    /** A copy with a change. */
    LoopSettings with(Consumer<LoopSettings> change) {
        LoopSettings copy = new LoopSettings();
        copy.tools = tools;
        copy.maxRounds = maxRounds;
        copy.maxRepeats = maxRepeats;
        copy.toolTimeout = toolTimeout;
        copy.deadline = deadline;
        copy.cancellation = cancellation;
        copy.approver = approver;
        copy.toolData = toolData;
        copy.carrier = carrier;
        copy.listener = listener;
        copy.saved = saved;
        copy.journal = journal;
        copy.frame = frame;
        copy.budget = budget;
        copy.ledger = ledger;
        copy.prices = prices;
        change.accept(copy);
        return copy;
    }
}
