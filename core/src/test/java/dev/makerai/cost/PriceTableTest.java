package dev.makerai.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.ConfigurationException;
import dev.makerai.json.Json;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.ServiceTier;
import dev.makerai.responses.Usage;
import dev.makerai.responses.WebSearchTool;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private final PriceTable prices = PriceTable.builtIn();

    private Cost cost(String model, Usage usage) {
        return prices.cost(model, null, usage, DAY);
    }

    private static void assertAmount(String expected, BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), () -> expected + " but was " + actual);
    }

    private static void assertTotal(String expected, Cost actual) {
        BigDecimal total = actual.total();
        assertTrue(total != null, actual::toString);
        assertAmount(expected, total);
    }

    @Test
    void eachPartIsBilledAtItsOwnPriceAndOnce() {
        // 100,000 in, of which 60,000 cached and 20,000 written; 5,000 out, of which 3,000 reasoning.
        Cost cost = cost("gpt-6-astra", Usage.of(100_000, 60_000, 20_000, 5_000, 3_000));
        assertAmount("0.20", cost.input());
        assertAmount("0.06", cost.cachedInput());
        assertAmount("0.25", cost.cacheWrites());
        assertAmount("0.25", cost.output());
        assertTotal("0.76", cost);
    }

    @Test
    void whatHasNoPriceOfItsOwnIsBilledAsInput() {
        assertTotal(
                "30",
                cost("gpt-5.5-pro", Usage.of(200_000, 100_000, 0, 0, 0))
                        .plus(cost("gpt-5.5-pro", Usage.of(200_000, 0, 0, 100_000, 0))));
        assertTotal("0.2", cost("gpt-6.1-sol", Usage.of(100_000, 0, 50_000, 0, 0)));
    }

    @Test
    void twelveHoursInTheCacheAreDearer() {
        Usage usage = new Usage(
                100_000, new Usage.InputDetails(0L, 40_000L, new Usage.CacheWrites(10_000L, 30_000L)), 0, null);
        // 60,000 at 2, 10,000 at 2.50, 30,000 at 5.
        assertTotal("0.295", cost("gpt-6.2-sol", usage));
    }

    @ParameterizedTest
    @CsvSource({"272000, 0.594", "272001, 1.163004"})
    void aLongInputMakesTheWholeRequestDearer(long input, String expected) {
        // 2 and 10 a million, with 5,000 out; above the threshold twice and one and a half times as much.
        assertTotal(expected, cost("gpt-6.2-sol", Usage.of(input, 0, 0, 5_000, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "default, 2026-11-27, 1",
        "auto, 2026-11-27, 1",
        "flex, 2026-11-27, 0.5",
        "batch, 2026-11-27, 0.5",
        "priority, 2026-11-27, 2",
        "fast, 2026-11-27, 2",
        "ultrafast, 2027-02-28, 3",
        "ultrafast, 2027-03-01, 6"
    })
    void aServiceTierChangesAllOfIt(String tier, LocalDate day, String factor) {
        Cost cost = prices.cost("gpt-6-luna", new ServiceTier(tier), Usage.of(1_000_000, 0, 0, 0, 0), day);
        assertTotal(new BigDecimal("0.20").multiply(new BigDecimal(factor)).toPlainString(), cost);
    }

    @Test
    void anUnknownPriceIsUnknownAndNotZero() {
        Cost model = cost("gpt-99", Usage.of(10, 0, 0, 10, 0));
        assertNull(model.total());
        assertFalse(model.isKnown());
        assertEquals("unknown: the price of the model gpt-99", model.toString());
        assertNull(prices.cost("gpt-6-luna", ServiceTier.SCALE, Usage.of(1, 0, 0, 1, 0), DAY)
                .total());
        Cost sum =
                cost("gpt-6-luna", Usage.of(1_000_000, 0, 0, 0, 0)).plus(model).plus(model);
        assertNull(sum.total());
        assertEquals("at least 0.20 USD, and unknown: the price of the model gpt-99", sum.toString());
    }

    @Test
    void aSnapshotHasThePriceOfItsModelAndNothingElseIsGuessed() {
        assertEquals(prices.price("gpt-6.1-sol"), prices.price("gpt-6.1-sol-2026-10-06"));
        assertNull(prices.price("gpt-6.1-sol-mini"));
        assertNull(prices.price("gpt-6"));
        assertNull(prices.price(""));
    }

    @Test
    void aProgramHasPricesOfItsOwn(@TempDir Path folder) throws Exception {
        PriceTable own = prices.with(ModelPrice.of("qwen3-8b", "0", "0")).with(ModelPrice.of("gpt-6-luna", "7", "8"));
        assertTotal("0", own.cost("qwen3-8b", null, Usage.of(5, 0, 0, 5, 0), DAY));
        assertTotal(
                "15",
                own.cost("gpt-6-luna", null, Usage.of(0, 0, 0, 0, 0), DAY)
                        .plus(own.cost("gpt-6-luna", null, Usage.of(250_000, 0, 0, 0, 0), DAY))
                        .plus(own.cost("gpt-6-luna", null, Usage.of(0, 0, 0, 1_656_250, 0), DAY)));
        Path file = folder.resolve("prices.json");
        Files.writeString(
                file,
                "{'currency':'USD','models':[{'model':'m','input':'1','output':2.5,'source':'contract','as_of':'2026-01-01'}]}"
                        .replace('\'', '"'));
        PriceTable layered = prices.with(PriceTable.read(file));
        assertTotal(
                "3.5",
                layered.cost("m", null, Usage.of(100_000, 0, 0, 1_360_000, 0), DAY)
                        .plus(Cost.none(prices.currency())));
        assertTrue(layered.models().size() > 10);
        assertThrows(UncheckedIOException.class, () -> PriceTable.read(folder.resolve("none.json")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{'currency':'USD'}",
                "{'currency':'shells','models':[]}",
                "{'currency':'USD','models':[{'model':'m'}]}",
                "{'currency':'USD','models':[{'model':'m','input':'-1','output':'1','source':'s','as_of':'2026-01-01'}]}",
                "{'currency':'USD','models':[{'model':'m','input':'1e999999999','output':'1','source':'s','as_of':'2026-01-01'}]}",
                "{'currency':'USD','models':[{'model':'m','input':'1','output':'1','source':'s','as_of':'soon'}]}",
                "{'currency':'USD','models':[{'model':'m','input':'1','outputs':'1','source':'s','as_of':'2026-01-01'}]}",
                "{'currency':'USD','models':[],'service_tiers':{'flex':0.5}}",
                "{'currency':'USD','models':[],'long_context':{'above':1.5,'input':'1','output':'1'}}"
            })
    void aTableThatCannotBeRightIsRefused(String table) {
        ConfigurationException problem =
                assertThrows(ConfigurationException.class, () -> PriceTable.of(Json.parse(table.replace('\'', '"'))));
        assertTrue(problem.getMessage().startsWith("The price table cannot be used: "), problem.getMessage());
    }

    @Test
    void everyBuiltInPriceSaysWhereAndWhenItWasRead() {
        assertFalse(prices.models().isEmpty());
        for (ModelPrice price : prices.models()) {
            assertFalse(price.source().isBlank(), price.model());
            assertFalse(price.asOf().isBefore(LocalDate.of(2026, 1, 1)), price.model());
            assertTrue(price.input().signum() > 0 && price.output().compareTo(price.input()) >= 0, price.model());
        }
        assertEquals(
                LocalDate.of(2026, 12, 11),
                prices.models().stream()
                        .filter(price -> price.model().equals("gpt-5"))
                        .findFirst()
                        .orElseThrow()
                        .shutdown());
    }

    @Test
    void callsThatAreBilledByCallNeedAPriceToo() {
        Response response =
                Response.of(Json.parse(("{'id':'r','status':'completed','model':'gpt-6-luna','created_at':1795000000,"
                                + "'output':[{'type':'web_search_call','id':'w1','status':'completed'},"
                                + "{'type':'web_search_call','id':'w2','status':'completed'}],"
                                + "'usage':{'input_tokens':1000000,'output_tokens':0,'total_tokens':1000000}}")
                        .replace('\'', '"')));
        assertNull(prices.cost(response).total());
        Cost cost = prices.withCall("web_search_call", new BigDecimal("0.01")).cost(response);
        assertAmount("0.02", cost.toolCalls());
        assertTotal("0.22", cost);
        ResponseRequest request = ResponseRequest.builder("gpt-6-luna")
                .tools(List.of(WebSearchTool.of()))
                .build();
        assertTrue(String.valueOf(prices.missing(request)).contains("web_search_call"));
        assertNull(prices.withCall("web_search_call", BigDecimal.ZERO).missing(request));
    }

    @Test
    void thePartsOfAnyCostMakeItsTotal() {
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            long input = random.nextInt(400_000);
            long cached = input == 0 ? 0 : random.nextLong(input + 1);
            long written = input == cached ? 0 : random.nextLong(input - cached + 1);
            Usage usage = Usage.of(input, cached, written, random.nextInt(100_000), 0);
            Cost cost = cost("gpt-6-astra", usage);
            BigDecimal total = cost.total();
            assertTrue(total != null);
            assertEquals(
                    total,
                    cost.input()
                            .add(cost.cachedInput())
                            .add(cost.cacheWrites())
                            .add(cost.output())
                            .add(cost.toolCalls()));
            // Never dearer than if all of the input was written into the cache, never cheaper than if all came from it.
            Cost dearest = cost("gpt-6-astra", Usage.of(input, 0, input, usage.outputTokens(), 0));
            Cost cheapest = cost("gpt-6-astra", Usage.of(input, input, 0, usage.outputTokens(), 0));
            assertTrue(total.compareTo(dearest.known()) <= 0 && total.compareTo(cheapest.known()) >= 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00 USD", "1000000, 0.10 USD", "10, 0.000001 USD", "12345678, 1.23 USD", "5000, 0.0005 USD"})
    void anAmountIsShownSoThatItSaysSomething(long tokens, String shown) {
        assertEquals(
                shown,
                PriceTable.builtIn()
                        .with(ModelPrice.of("m", "0.1", "1"))
                        .cost("m", null, Usage.of(0, 0, 0, 0, 0), DAY)
                        .plus(new Cost(
                                prices.currency(),
                                new BigDecimal(tokens).movePointLeft(7),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                List.of()))
                        .toString());
    }
}
