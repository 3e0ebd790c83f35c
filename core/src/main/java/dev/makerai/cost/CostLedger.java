package dev.makerai.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Notes what the rounds of runs cost, and adds it up by run, conversation, model, day and tool.
 *
 * <pre>{@code
 * CostLedger ledger = new CostLedger();
 * ai.prompt("What does PETG cost?").ledger(ledger).run();
 * System.out.println(ledger.total());
 * Files.writeString(Path.of("costs.csv"), ledger.csv());
 * }</pre>
 *
 * <p>It holds every entry until {@link #drain} takes them out. Thread-safe: one ledger can be given to any number of runs.
 */
public final class CostLedger {
    /** The name in {@link #byTool} of rounds in which no tool was called. */
    public static final String ANSWER = "answer";

    private static final int SHARE_PLACES = 15;

    private final List<CostEntry> entries;
    private final String conversation;

    /** Makes an empty ledger. */
    public CostLedger() {
        this(new ArrayList<>(), "");
    }

    private CostLedger(List<CostEntry> entries, String conversation) {
        this.entries = entries;
        this.conversation = conversation;
    }

    /**
     * The same ledger, which notes what comes through this view as belonging to a conversation.
     *
     * @param name any name, such as that of the conversation in its store
     */
    public CostLedger forConversation(String name) {
        return new CostLedger(entries, Objects.requireNonNull(name, "name"));
    }

    /** Notes an entry; if it names no conversation, it gets that of this view. */
    public void add(CostEntry entry) {
        CostEntry named = entry.conversation().isEmpty() && !conversation.isEmpty()
                ? new CostEntry(
                        entry.at(),
                        entry.runId(),
                        conversation,
                        entry.round(),
                        entry.model(),
                        entry.serviceTier(),
                        entry.tools(),
                        entry.usage(),
                        entry.cost())
                : entry;
        synchronized (entries) {
            entries.add(named);
        }
    }

    /** All entries in the order in which they came. */
    public List<CostEntry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /** Takes all entries out, in the order in which they came. */
    public List<CostEntry> drain() {
        synchronized (entries) {
            List<CostEntry> all = List.copyOf(entries);
            entries.clear();
            return all;
        }
    }

    /**
     * All of it.
     *
     * @return nothing, in US dollars, if there are no entries
     * @throws IllegalArgumentException if entries are in several currencies
     */
    public Cost total() {
        return entries().stream()
                .map(CostEntry::cost)
                .reduce(Cost::plus)
                .orElseGet(() -> Cost.none(Currency.getInstance("USD")));
    }

    /** What each run cost, by its id, in the order in which they began. */
    public Map<String, Cost> byRun() {
        return by(CostEntry::runId);
    }

    /** What each conversation cost, by its name; what belongs to none is under the empty name. */
    public Map<String, Cost> byConversation() {
        return by(CostEntry::conversation);
    }

    /** What each model cost, by the id with which it answered. */
    public Map<String, Cost> byModel() {
        return by(CostEntry::model);
    }

    /** What each day cost, by its date in UTC, such as {@code 2026-11-27}. */
    public Map<String, Cost> byDay() {
        return by(entry -> entry.at().atZone(ZoneOffset.UTC).toLocalDate().toString());
    }

    /**
     * What each tool cost, by its name: a round counts for the tools that were called in it, each call with an equal share.
     * Rounds without calls are under {@value #ANSWER}.
     */
    public Map<String, Cost> byTool() {
        Map<String, Cost> sums = new LinkedHashMap<>();
        for (CostEntry entry : entries()) {
            int calls = entry.tools().size();
            if (calls == 0) {
                sums.merge(ANSWER, entry.cost(), Cost::plus);
                continue;
            }
            Cost share = share(entry.cost(), calls);
            for (int i = 0; i < calls; i++) {
                sums.merge(entry.tools().get(i), share, Cost::plus);
            }
        }
        return sums;
    }

    private static Cost share(Cost cost, int parts) {
        return new Cost(
                cost.currency(),
                share(cost.input(), parts),
                share(cost.cachedInput(), parts),
                share(cost.cacheWrites(), parts),
                share(cost.output(), parts),
                share(cost.toolCalls(), parts),
                cost.unknown());
    }

    private static BigDecimal share(BigDecimal amount, int parts) {
        return amount.divide(BigDecimal.valueOf(parts), SHARE_PLACES, RoundingMode.HALF_UP);
    }

    private Map<String, Cost> by(Function<CostEntry, String> key) {
        Map<String, Cost> sums = new LinkedHashMap<>();
        for (CostEntry entry : entries()) {
            sums.merge(key.apply(entry), entry.cost(), Cost::plus);
        }
        return sums;
    }

    /** All entries as CSV (RFC 4180), with a header; a text that a spreadsheet would take for a formula begins with '. */
    public String csv() {
        return CostCsv.of(entries());
    }

    /** How many entries there are and their total. */
    @Override
    public String toString() {
        return "CostLedger[" + entries().size() + " entries]";
    }
}
