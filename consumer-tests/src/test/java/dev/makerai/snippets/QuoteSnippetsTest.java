package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.printing.cost.CostModel;
import dev.makerai.printing.material.Material;
import dev.makerai.printing.material.Materials;
import dev.makerai.printing.quote.PrintEstimate;
import dev.makerai.printing.quote.PrintTimeModel;
import dev.makerai.printing.quote.Quote;
import org.junit.jupiter.api.Test;

/** The snippets of {@code dev.makerai.printing.quote}. */
class QuoteSnippetsTest {
    @Test
    void thePrintingTimeComesFromTheVolume() {
        Material pla = Materials.builtIn().find("PLA");
        PrintTimeModel.standard().estimate(5270, pla).seconds(); // about 2300
        PrintTimeModel.standard().withMeanFlow(8).estimate(5270, pla); // a faster printer

        double seconds = PrintTimeModel.standard().estimate(5270, pla).seconds();
        assertEquals(2300, seconds, 50);
        assertTrue(PrintTimeModel.standard().withMeanFlow(8).estimate(5270, pla).seconds() < seconds);
    }

    @Test
    void aQuoteIsForSeveralPieces() {
        PrintEstimate estimate = PrintEstimate.exact(33_070, 42);

        Quote quote = Quote.of("bracket", estimate, Materials.builtIn().find("PETG"), 5, CostModel.defaults());
        quote.price().total();

        assertEquals(5, quote.price().pieces());
        assertEquals(quote.breakdown().total(), quote.price().total());
        assertTrue(quote.price().total().amount().signum() > 0);
    }
}
