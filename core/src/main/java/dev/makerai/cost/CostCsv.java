package dev.makerai.cost;

import dev.makerai.responses.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes entries as CSV. */
final class CostCsv {
    private static final String HEADER = "at,run_id,conversation,round,model,service_tier,tools,input_tokens,"
            + "cached_tokens,cache_write_tokens,output_tokens,reasoning_tokens,input,cached_input,cache_writes,output,"
            + "tool_calls,total,currency,unknown";
    private static final String LINE_END = "\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CostCsv() {}

    static String of(List<CostEntry> entries) {
        StringBuilder csv = new StringBuilder(HEADER).append(LINE_END);
        for (CostEntry entry : entries) {
            csv.append(String.join(",", fields(entry))).append(LINE_END);
        }
        return csv.toString();
    }

    private static List<String> fields(CostEntry entry) {
        Cost cost = entry.cost();
        Usage usage = entry.usage();
        List<String> fields = new ArrayList<>();
        fields.add(entry.at().toString());
        fields.add(text(entry.runId()));
        fields.add(text(entry.conversation()));
        fields.add(String.valueOf(entry.round()));
        fields.add(text(entry.model()));
        fields.add(text(entry.serviceTier()));
        fields.add(text(String.join(" ", entry.tools())));
        fields.add(usage == null ? "" : String.valueOf(usage.inputTokens()));
        fields.add(usage == null ? "" : String.valueOf(usage.cachedTokens()));
        fields.add(usage == null ? "" : String.valueOf(usage.cacheWriteTokens()));
        fields.add(usage == null ? "" : String.valueOf(usage.outputTokens()));
        fields.add(usage == null ? "" : String.valueOf(usage.reasoningTokens()));
        fields.add(cost.input().toPlainString());
        fields.add(cost.cachedInput().toPlainString());
        fields.add(cost.cacheWrites().toPlainString());
        fields.add(cost.output().toPlainString());
        fields.add(cost.toolCalls().toPlainString());
        BigDecimal total = cost.total();
        fields.add(total == null ? "" : total.toPlainString());
        fields.add(cost.currency().getCurrencyCode());
        fields.add(text(String.join("; ", cost.unknown())));
        return fields;
    }

    private static String text(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
