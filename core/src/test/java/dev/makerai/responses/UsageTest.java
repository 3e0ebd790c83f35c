package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.makerai.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @Test
    void sumsHoldEveryKindOfToken() {
        Usage sum =
                Usage.of(100, 40, 10, 30, 20).plus(new Usage(5, null, 7, null)).plus(Usage.NONE);

        assertEquals(Usage.of(105, 40, 10, 37, 20), sum);
        assertEquals(142, sum.totalTokens());
        assertEquals(40, sum.cachedTokens());
        assertEquals(10, sum.cacheWriteTokens());
        assertEquals(20, sum.reasoningTokens());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"input_tokens\":1}",
                "{\"input_tokens\":-1,\"output_tokens\":1}",
                "{\"input_tokens\":1,\"output_tokens\":\"2\"}",
                "{\"input_tokens\":1.5,\"output_tokens\":2}",
                "5"
            })
    void countsThatAreMissingOrMakeNoSenseAreUnknownAndNotZero(String usage) {
        assertNull(Response.of(Json.parse("{\"output\":[],\"usage\":" + usage + "}"))
                .usage());
    }

    @Test
    void negativeCountsAndSumsBeyondALongAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Usage.of(0, -1, 0, 0, 0));
        assertThrows(
                ArithmeticException.class,
                () -> Usage.of(Long.MAX_VALUE, 0, 0, 0, 0).plus(Usage.of(1, 0, 0, 0, 0)));
    }
}
