package dev.makerai.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.responses.Usage;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Tool;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CostLedgerTest {
    private static final Currency USD = Currency.getInstance("USD");

    static final class Shop {
        @Tool("Says what a material costs")
        int price(String material) {
            return 24;
        }
    }

    private static Cost cost(String output) {
        return new Cost(
                USD,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal(output),
                BigDecimal.ZERO,
                List.of());
    }

    private static CostEntry entry(String run, String model, List<String> tools, String amount) {
        return new CostEntry(
                Instant.parse("2026-11-27T23:59:59Z"),
                run,
                "",
                1,
                model,
                "default",
                tools,
                Usage.of(10, 5, 0, 7, 3),
                cost(amount));
    }

    @Test
    void costsAreAddedUpByAnything() {
        CostLedger ledger = new CostLedger();
        ledger.add(entry("run_1", "a", List.of("slice", "price", "slice"), "0.03"));
        ledger.forConversation("customer").add(entry("run_1", "a", List.of(), "0.01"));
        ledger.add(entry("run_2", "b", List.of("price"), "0.02"));
        assertEquals("0.06 USD", ledger.total().toString());
        assertEquals("{run_1=0.04 USD, run_2=0.02 USD}", ledger.byRun().toString());
        assertEquals("{a=0.04 USD, b=0.02 USD}", ledger.byModel().toString());
        assertEquals("{2026-11-27=0.06 USD}", ledger.byDay().toString());
        assertEquals("{=0.05 USD, customer=0.01 USD}", ledger.byConversation().toString());
        assertEquals(
                "{slice=0.02 USD, price=0.03 USD, answer=0.01 USD}",
                ledger.byTool().toString());
        assertEquals(3, ledger.drain().size());
        assertEquals("0.00 USD", ledger.total().toString());
        assertThrows(IllegalArgumentException.class, () -> cost("1").plus(Cost.none(Currency.getInstance("EUR"))));
    }

    @Test
    void aSpreadsheetReadsTheCsvAndRunsNothing() {
        CostLedger ledger = new CostLedger();
        ledger.forConversation("=HYPERLINK(\"http://evil\")").add(entry("run_1", "a,b", List.of("x"), "0.03"));
        String[] lines = ledger.csv().split("\r\n");
        assertTrue(lines[0].startsWith("at,run_id,conversation,round,model"));
        assertEquals(
                "2026-11-27T23:59:59Z,run_1,\"'=HYPERLINK(\"\"http://evil\"\")\",1,\"a,b\",default,x,10,5,0,7,3,0,0,0,0.03,0,"
                        + "0.03,USD,",
                lines[1]);
    }

    @Test
    void aThousandRunsAtOnceAreAllNoted() throws Exception {
        CostLedger ledger = new CostLedger();
        int runs = 1_000;
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                all.add(threads.submit(() -> {
                    MakerAi ai = new ScriptedModel()
                                    .then(turn -> turn.call("price", Map.of("material", "PLA"))
                                            .usage(Usage.of(10, 0, 0, 5, 0)))
                                    .then(turn -> turn.say("24 euro.").usage(Usage.of(20, 0, 0, 5, 0)))
                                    .ai()
                                    .toBuilder()
                                    .prices(PriceTable.builtIn().with(ModelPrice.of("scripted-model", "1", "1")))
                                    .build();
                    return ai.prompt("What does PLA cost?")
                            .tools(new Shop())
                            .ledger(ledger.forConversation("chat"))
                            .run()
                            .id();
                }));
            }
            Set<String> ids = new java.util.HashSet<>();
            for (Future<String> run : all) {
                ids.add(run.get());
            }
            assertEquals(runs, ids.size());
            assertEquals(ids, ledger.byRun().keySet());
        } finally {
            threads.shutdownNow();
        }
        assertEquals(2 * runs, ledger.entries().size());
        assertEquals("0.04 USD", ledger.total().toString());
        assertEquals(Set.of("chat"), ledger.byConversation().keySet());
        assertEquals(Set.of("price", "answer"), ledger.byTool().keySet());
    }

    @Test
    void aTierIsTheModelThatTheRouterNames() {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.say("a")).then(turn -> turn.say("b"));
        MakerAi ai = model.ai().toBuilder()
                .router(ModelRouter.of("small", "middle", "large"))
                .build();
        ai.prompt("x").tier(ModelTier.CRITICAL).run();
        ai.prompt("x").tier(ModelTier.SIMPLE).run();
        assertTrue(model.requests().get(0).text().contains("\"large\""));
        assertTrue(model.requests().get(1).text().contains("\"small\""));
        for (ModelTier tier : ModelTier.values()) {
            assertFalse(PriceTable.builtIn().price(ModelRouter.DEFAULT.model(tier)) == null);
        }
    }
}
