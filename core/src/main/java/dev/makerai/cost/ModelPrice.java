package dev.makerai.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a million tokens of a model cost, in the standard service tier and below the threshold of long contexts. A model
 * without a price of its own for cached tokens, or for those that are written into the cache, bills them as input.
 *
 * @param model the model's id, such as {@code gpt-6.1-sol}
 * @param input the price of a million input tokens, at least 0
 * @param cachedInput that of tokens that come from the cache, or null if they are billed as input
 * @param cacheWrite that of tokens that are written into the cache for half an hour, or null if they are billed as input
 * @param cacheWrite12h that of tokens that are kept for twelve hours, or null if they are billed as the others
 * @param output the price of a million output tokens, reasoning included
 * @param shutdown the day on which the model ends, or null if none is known
 * @param source where the price was read
 * @param asOf when it was read
 */
public record ModelPrice(
        String model,
        BigDecimal input,
        @Nullable BigDecimal cachedInput,
        @Nullable BigDecimal cacheWrite,
        @Nullable BigDecimal cacheWrite12h,
        BigDecimal output,
        @Nullable LocalDate shutdown,
        String source,
        LocalDate asOf) {
    /**
     * Checks the prices.
     *
     * @throws IllegalArgumentException if one is negative, or there is no model
     */
    public ModelPrice {
        if (model.isBlank()) {
            throw new IllegalArgumentException("A price needs the id of its model");
        }
        requirePrice(input, "input", model);
        requirePrice(cachedInput, "cachedInput", model);
        requirePrice(cacheWrite, "cacheWrite", model);
        requirePrice(cacheWrite12h, "cacheWrite12h", model);
        requirePrice(output, "output", model);
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(asOf, "asOf");
    }

    /**
     * A price of your own, as of today: of another model, of a contract, or zero for a model on your own computer.
     *
     * <pre>{@code
     * PriceTable prices = PriceTable.builtIn().with(ModelPrice.of("qwen3-8b", "0", "0"));
     * }</pre>
     *
     * @param model the model's id
     * @param input the price of a million input tokens, as a decimal number
     * @param output the price of a million output tokens, as a decimal number
     */
    public static ModelPrice of(String model, String input, String output) {
        return new ModelPrice(
                model,
                new BigDecimal(input),
                null,
                null,
                null,
                new BigDecimal(output),
                null,
                "the program",
                LocalDate.now());
    }

    /** What a million tokens from the cache cost. */
    BigDecimal cachedInputPrice() {
        return cachedInput == null ? input : cachedInput;
    }

    /** What a million tokens cost that are written into the cache for half an hour. */
    BigDecimal cacheWritePrice() {
        return cacheWrite == null ? input : cacheWrite;
    }

    /** What a million tokens cost that are written into the cache for twelve hours. */
    BigDecimal cacheWrite12hPrice() {
        return cacheWrite12h == null ? cacheWritePrice() : cacheWrite12h;
    }

    private static void requirePrice(@Nullable BigDecimal price, String name, String model) {
        if (price != null && price.signum() < 0) {
            throw new IllegalArgumentException("The price " + name + " of " + model + " is negative: " + price);
        }
    }
}
