package dev.makerai.audit;

import dev.makerai.cost.Cost;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cost as people read it. */
final class CostWords {
    private final Cost cost;

    CostWords(Cost cost) {
        this.cost = cost;
    }

    /** What is known of it. */
    String amount() {
        return amount(cost.known());
    }

    private String amount(BigDecimal amount) {
        BigDecimal none = BigDecimal.ZERO;
        return new Cost(cost.currency(), amount, none, none, none, none, List.of()).toString();
    }

    /** Its parts that are not nothing, and the sum. */
    Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        add(rows, "Input", cost.input());
        add(rows, "Input from the cache", cost.cachedInput());
        add(rows, "Input written into the cache", cost.cacheWrites());
        add(rows, "Output, reasoning included", cost.output());
        add(rows, "Tools that the service runs", cost.toolCalls());
        rows.put(cost.isKnown() ? "All" : "At least", amount());
        return rows;
    }

    private void add(Map<String, String> rows, String name, BigDecimal part) {
        if (part.signum() != 0) {
            rows.put(name, amount(part));
        }
    }
}
