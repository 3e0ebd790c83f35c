package dev.makerai.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.Prompt;
import dev.makerai.errors.ConfigurationException;
import dev.makerai.json.Json;
import dev.makerai.responses.FunctionTool;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.run.Limit;
import dev.makerai.run.Run;
import dev.makerai.run.RunEnd;
import dev.makerai.run.RunFailedException;
import dev.makerai.run.SavedRun;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolDefinition;
import dev.makerai.tools.Toolset;
import dev.makerai.wire.RestFixture;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest extends RestFixture {
    static final class Shop {
        @Tool("Says what a material costs")
        int price(String material) {
            return 24;
        }
    }

    private static String usage(int input, int output) {
        return ",\"usage\":{\"input_tokens\":" + input + ",\"output_tokens\":" + output + ",\"total_tokens\":"
                + (input + output) + "}}";
    }

    private static String called(int input, int output) {
        return "{\"id\":\"resp_1\",\"object\":\"response\",\"status\":\"completed\",\"model\":\"gpt-6-luna\",\"output\":["
                + "{\"type\":\"function_call\",\"id\":\"fc_1\",\"call_id\":\"c1\",\"name\":\"price\","
                + "\"arguments\":\"{\\\"material\\\":\\\"PLA\\\"}\"}]" + usage(input, output);
    }

    private static String said(int input, int output) {
        return "{\"id\":\"resp_2\",\"object\":\"response\",\"status\":\"completed\",\"model\":\"gpt-6-luna\",\"output\":["
                + "{\"type\":\"message\",\"id\":\"m\",\"role\":\"assistant\",\"status\":\"completed\",\"content\":["
                + "{\"type\":\"output_text\",\"text\":\"24 euro.\",\"annotations\":[]}]}]" + usage(input, output);
    }

    private static String cutOff() {
        return said(10, 20)
                .replace(
                        "\"completed\",\"model\"",
                        "\"incomplete\",\"incomplete_details\":{\"reason\":" + "\"max_output_tokens\"},\"model\"");
    }

    private Prompt prompt() {
        return ai.prompt("What does PLA cost?").model("gpt-6-luna").tools(new Shop());
    }

    private static Limit limitOf(Run<?> run) {
        return assertInstanceOf(RunEnd.LimitReached.class, run.end(), run.end()::toString)
                .limit();
    }

    @Test
    void theOutputIsBoundedByWhatIsLeftAndNeverWidened() throws Exception {
        answer(called(2_000, 100));
        answer(said(2_200, 10));
        Run<String> run =
                prompt().maxOutputTokens(9_000).budget(Budget.tokens(10_000)).run();
        assertEquals("24 euro.", run.value());
        Json first = Json.parse(server.takeRequest().getBody().utf8());
        Json second = Json.parse(server.takeRequest().getBody().utf8());
        assertEquals(new BigDecimal(9_000), number(first));
        long left = number(second).longValueExact();
        // 10,000 less what was spent (2,100), what the service adds (2,100) and the new input.
        assertTrue(left < 5_800 && left > 5_000, () -> "left " + left);
        assertEquals(run.steps().get(1).request().maxOutputTokens(), left);
    }

    private static BigDecimal number(Json request) {
        Json most = request.get("max_output_tokens");
        BigDecimal number = most == null ? null : most.number();
        assertTrue(number != null, request::text);
        return number;
    }

    @Test
    void aBudgetOfTokensHoldsAtItsEdge() {
        long input = TokenEstimate.of(firstRequest());
        assertEquals(0, server.getRequestCount());
        Run<String> over = prompt().budget(Budget.tokens(input + 15)).run();
        assertEquals(Limit.BUDGET, limitOf(over));
        assertEquals(0, server.getRequestCount());
        answer(said(50, 5));
        assertEquals(
                "24 euro.", prompt().budget(Budget.tokens(input + 16)).run().value());
        // What was refused goes on with more.
        answer(said(50, 5));
        SavedRun saved = SavedRun.parse(over.save().toJson().text());
        assertEquals(
                "24 euro.",
                ai.resume(saved)
                        .tools(new Shop())
                        .budget(Budget.tokens(100_000))
                        .run()
                        .value());
    }

    /** What the first request of a run holds. */
    private ResponseRequest firstRequest() {
        ToolDefinition tool = Toolset.of(new Shop()).definitions().get(0);
        return prompt().budget(Budget.tokens(1)).run().save().request().toBuilder()
                .tools(List.of(FunctionTool.of(tool.name(), tool.description(), tool.parameters())))
                .build();
    }

    @Test
    void aBudgetOfMoneyHoldsAtItsEdge() {
        // 0.125 a million for input (as if written into the cache) and 0.50 for output.
        long input = TokenEstimate.of(firstRequest());
        BigDecimal least = new BigDecimal("0.125")
                .multiply(BigDecimal.valueOf(input))
                .add(new BigDecimal("0.50").multiply(BigDecimal.valueOf(16)))
                .movePointLeft(6);
        Budget exact = Budget.of(least, Currency.getInstance("USD"));
        Budget short_ = Budget.of(least.subtract(new BigDecimal("0.00000001")), Currency.getInstance("USD"));
        assertEquals(Limit.BUDGET, limitOf(prompt().budget(short_).run()));
        assertEquals(0, server.getRequestCount());
        answer(said(50, 5));
        Run<String> run = prompt().budget(exact).run();
        assertEquals("24 euro.", run.value());
        assertEquals(16L, run.steps().get(0).request().maxOutputTokens());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRunThatHasSpentItsBudgetEndsAndIsResumed(boolean isLocal) {
        answer(called(30_000, 1_000));
        Prompt prompt = isLocal ? prompt().request(request -> request.store(false)) : prompt();
        Run<String> run = prompt.budget(Budget.usd("0.004")).run();
        assertEquals(Limit.BUDGET, limitOf(run));
        assertEquals(1, server.getRequestCount());
        assertEquals("0.0035 USD", run.cost().toString());
        assertTrue(
                run.explain().contains("Of the budget of 0.004 USD, 0.0035 USD (31000 tokens) are spent"),
                run.explain());
        SavedRun saved = SavedRun.parse(run.save().toJson().text());
        assertEquals(
                Limit.BUDGET,
                limitOf(ai.resume(saved)
                        .tools(new Shop())
                        .budget(Budget.usd("0.004"))
                        .run()));
        answer(said(31_000, 10));
        Run<String> resumed =
                ai.resume(saved).tools(new Shop()).budget(Budget.usd("0.02")).run();
        assertEquals("24 euro.", resumed.value());
        assertEquals("0.00661 USD", resumed.cost().toString());
    }

    @Test
    void anAnswerThatTheBudgetCutOffIsALimitAndNotAWholeAnswer() {
        answer(cutOff());
        Run<String> run = prompt().budget(Budget.tokens(1_000)).run();
        assertEquals(Limit.BUDGET, limitOf(run));
        answer(cutOff());
        Run<String> own =
                prompt().maxOutputTokens(20).budget(Budget.tokens(100_000)).run();
        assertInstanceOf(RunEnd.Incomplete.class, own.end());
    }

    @Test
    void moneyNeedsAPriceForAllThatIsAsked() {
        RunFailedException problem = assertThrows(
                RunFailedException.class,
                () -> prompt().model("gpt-99").budget(Budget.usd("5")).run().value());
        assertInstanceOf(ConfigurationException.class, problem.getCause());
        assertTrue(problem.getMessage().contains("ModelPrice.of(\"gpt-99\", input, output)"), problem.getMessage());
        Run<String> euro = prompt().budget(Budget.of(BigDecimal.ONE, Currency.getInstance("EUR")))
                .run();
        assertInstanceOf(RunEnd.Failed.class, euro.end());
        assertEquals(0, server.getRequestCount());
        answer(said(50, 5));
        assertEquals(
                "24 euro.",
                prompt().model("gpt-99").budget(Budget.tokens(5_000)).run().value());
    }

    @Test
    void tokensThatWereNotReportedAreEstimatedAndTheirCostIsUnknown() {
        answer(called(0, 0).replaceAll(",\"usage\":\\{[^}]*}", ""));
        answer(said(100, 10));
        Run<String> run = prompt().budget(Budget.usd("1").andTokens(1_000_000)).run();
        assertEquals("24 euro.", run.value());
        assertNull(run.cost().total());
        assertTrue(run.explain().contains("unknown"), run.explain());
    }

    @Test
    void aBudgetThatBoundsNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Budget.usd("0"));
        assertThrows(IllegalArgumentException.class, () -> Budget.usd("-1"));
        assertThrows(IllegalArgumentException.class, () -> Budget.usd("much"));
        assertThrows(IllegalArgumentException.class, () -> Budget.tokens(0));
        assertThrows(IllegalArgumentException.class, () -> new Budget(null, null, null));
        assertEquals(
                "0.05 USD and 2000 tokens", Budget.usd("0.05").andTokens(2_000).toString());
    }
}
