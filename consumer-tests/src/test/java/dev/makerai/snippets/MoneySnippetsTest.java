package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.cost.Budget;
import dev.makerai.cost.CostLedger;
import dev.makerai.cost.ModelPrice;
import dev.makerai.cost.ModelTier;
import dev.makerai.cost.PriceTable;
import dev.makerai.responses.Usage;
import dev.makerai.run.Run;
import dev.makerai.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets about what runs cost. */
class MoneySnippetsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @TempDir
    Path folder;

    static final class Prices {
        public static void main(String[] args) {
            PriceTable prices = PriceTable.builtIn().with(PriceTable.read(Path.of("our-prices.json")));
            System.out.println(prices.price("ours").output());
        }
    }

    static final class Ledger {
        public static void main(String[] args) throws IOException {
            MakerAi ai = MakerAi.fromEnv();
            CostLedger ledger = new CostLedger();
            ai.prompt("What does PETG cost?").ledger(ledger).run();
            System.out.println(ledger.total());
            Files.writeString(Path.of("costs.csv"), ledger.csv());
        }
    }

    static final class Router {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv().toBuilder()
                    .router(tier -> tier == ModelTier.SIMPLE ? "gpt-6-luna" : "gpt-6.1-sol")
                    .build();
            String material = ai.prompt("Which material is this?")
                    .tier(ModelTier.SIMPLE)
                    .run()
                    .value();
            System.out.println(material);
        }
    }

    @Test
    void aBudgetHoldsForARun() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.usage(Usage.of(900, 0, 0, 40, 0)).say("The first"));
        MakerAi ai = model.ai().toBuilder().model("gpt-6-luna").build();
        Run<String> run = ai.prompt("Compare these data sheets")
                .budget(Budget.usd("0.05"))
                .run();
        assertEquals("The first", run.value());
        assertTrue(run.cost().isKnown());
    }

    @Test
    void aModelOfOnesOwnHasAPrice() {
        PriceTable prices = PriceTable.builtIn().with(ModelPrice.of("qwen3-8b", "0", "0"));
        assertEquals(
                0,
                prices.cost("qwen3-8b", null, Usage.of(1_000, 0, 0, 1_000, 0), DAY)
                        .known()
                        .signum());
    }

    @Test
    void pricesComeFromAFile() throws Exception {
        Files.writeString(folder.resolve("our-prices.json"), """
                {"currency": "USD", "models": [
                  {"model": "ours", "input": "1", "output": "2.5", "source": "our contract", "as_of": "2026-11-01"}
                ]}
                """);
        assertEquals("2.5\n", Program.output(Prices.class, folder, Map.of()));
    }

    @Test
    void aLedgerIsWrittenAsCsv() throws Exception {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.usage(Usage.of(900, 0, 0, 40, 0)).say("24.90 EUR"));
        String total = Program.output(Ledger.class, folder, model);
        assertTrue(total.contains("USD"), total);
        assertEquals(2, Files.readAllLines(folder.resolve("costs.csv")).size());
    }

    @Test
    void aRouterChoosesTheModel() throws Exception {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.say("PETG"));
        assertEquals("PETG\n", Program.output(Router.class, folder, model));
        assertTrue(model.requests().get(0).toString().contains("gpt-6-luna"));
    }
}
