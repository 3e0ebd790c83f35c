package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.printing.cost.CostModel;
import dev.makerai.printing.material.Material;
import dev.makerai.printing.material.Materials;
import dev.makerai.printing.mesh.MeshFile;
import dev.makerai.printing.mesh.PrintSettings;
import dev.makerai.printing.mesh.WeightEstimate;
import dev.makerai.printing.quote.PrintEstimate;
import dev.makerai.printing.quote.Quote;
import dev.makerai.run.Run;
import dev.makerai.schema.Param;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Tool;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of README.md. */
class ReadmeSnippetsTest {
    @TempDir
    Path folder;

    static final class FirstSample {
        public static void main(String[] args) {
            class Shop {
                enum Filament {
                    PLA,
                    PETG
                }

                @Tool("Price of one kilogram of filament in euro")
                double pricePerKilogram(Filament filament) {
                    return filament == Filament.PLA ? 22.50 : 27.90;
                }
            }
            record Offer(
                    @Param("Filament for all pieces, in euro")
                    double price,

                    String advice) {}

            MakerAi ai = MakerAi.fromEnv();
            Offer offer = ai.prompt("Filament for 5 brackets of 12 g in PETG?")
                    .tools(new Shop())
                    .run(Offer.class)
                    .value();
            System.out.println(offer);
        }
    }

    static final class Shop {
        @Tool("Price of one kilogram of filament in euro")
        double pricePerKilogram(String filament) {
            return 27.90;
        }
    }

    @Test
    void theFirstSampleIsAWholeProgram() throws Exception {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("filament", "PETG")))
                .then(turn -> turn.answer(Map.of(
                        "price",
                        turn.output("price_per_kilogram").number().multiply(new BigDecimal("0.06")),
                        "advice",
                        "Buy two spools.")));

        assertEquals("Offer[price=1.674, advice=Buy two spools.]\n", Program.output(FirstSample.class, folder, model));
    }

    record Offer(double price, String advice) {}

    private final List<String> shown = new ArrayList<>();

    private void show(@Nullable String advice) {
        shown.add(String.valueOf(advice));
    }

    @Test
    void anAnswerIsShownWhileItIsWritten() {
        MakerAi ai = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("filament", "PETG")))
                .then(turn -> turn.answer(new Offer(1.67, "Buy two spools.")))
                .ai();

        Run<Offer> run = ai.prompt("Filament for 5 brackets of 12 g in PETG?").tools(new Shop()).stream(
                Offer.class, partial -> show(partial.text("advice"))); // grows, the price comes whole

        assertEquals(new Offer(1.67, "Buy two spools."), run.value());
        assertEquals("Buy two spools.", shown.get(shown.size() - 1));
        assertTrue(shown.size() > 2, shown.toString());
    }

    @Test
    void aConversationIsTestedWithAScript() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("filament", "PETG")))
                .then(turn -> turn.say("A kilogram costs " + turn.output("price_per_kilogram") + " EUR."));
        Run<String> run = model.ai().prompt("Price of PETG?").tools(new Shop()).run();
        assertEquals("A kilogram costs 27.9 EUR.", run.value());
    }

    @Test
    void thePrintingToolsNeedNoModel() {
        Path stl = Path.of("../examples/quickstart/bracket.stl");

        Material petg = Materials.builtIn().find("PETG");
        WeightEstimate weight = MeshFile.of(stl).estimateWeight(PrintSettings.standard(), petg.density());
        Quote quote = Quote.of("bracket", PrintEstimate.of(weight), petg, 5, CostModel.defaults());
        quote.price().total();

        assertTrue(quote.price().total().amount().signum() > 0);
    }
}
