package dev.makerai.cost;

import dev.makerai.errors.ConfigurationException;
import dev.makerai.json.Json;
import dev.makerai.responses.CodeInterpreterCall;
import dev.makerai.responses.CodeInterpreterTool;
import dev.makerai.responses.FileSearchCall;
import dev.makerai.responses.FileSearchTool;
import dev.makerai.responses.ImageGenerationCall;
import dev.makerai.responses.ImageGenerationTool;
import dev.makerai.responses.OutputItem;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.ResponseTool;
import dev.makerai.responses.ServiceTier;
import dev.makerai.responses.Usage;
import dev.makerai.responses.WebSearchCall;
import dev.makerai.responses.WebSearchTool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What models cost: a dated list of prices, which a program can change.
 *
 * <pre>{@code
 * PriceTable prices = PriceTable.builtIn().with(PriceTable.read(Path.of("our-prices.json")));
 * }</pre>
 *
 * <p>The {@link #builtIn} table is the file {@code prices.json} of this package; every price in it says where and when it
 * was read. Prices change: look at {@link ModelPrice#asOf}. A price that is not in the table is unknown, never zero.
 *
 * <p>Immutable and thread-safe.
 */
public final class PriceTable {
    // What the service bills by call; all other items cost their tokens only.
    private static final String WEB_SEARCH = "web_search_call";
    private static final String FILE_SEARCH = "file_search_call";
    private static final String CODE_INTERPRETER = "code_interpreter_call";
    private static final String IMAGE_GENERATION = "image_generation_call";

    private static final Pattern SNAPSHOT = Pattern.compile("(.+)-\\d{4}-\\d{2}-\\d{2}");
    private static final int MILLION_PLACES = 6;

    private final Currency currency;
    private final Map<String, ModelPrice> models;
    private final Map<String, List<TierFactor>> tiers;
    private final Map<String, BigDecimal> calls;
    private final @Nullable LongContext longContext;

    PriceTable(
            Currency currency,
            Map<String, ModelPrice> models,
            Map<String, List<TierFactor>> tiers,
            Map<String, BigDecimal> calls,
            @Nullable LongContext longContext) {
        this.currency = currency;
        this.models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        this.tiers = Collections.unmodifiableMap(new LinkedHashMap<>(tiers));
        this.calls = Collections.unmodifiableMap(new LinkedHashMap<>(calls));
        this.longContext = longContext;
    }

    /** The table that comes with this version. */
    public static PriceTable builtIn() {
        return BuiltIn.TABLE;
    }

    /** Read when it is first asked for. */
    private static final class BuiltIn {
        static final PriceTable TABLE = load();

        private static PriceTable load() {
            try (InputStream file = PriceTable.class.getResourceAsStream("prices.json")) {
                if (file == null) {
                    throw new IllegalStateException("The file prices.json is missing from the library");
                }
                return of(Json.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException("The file prices.json of the library cannot be read", e);
            }
        }
    }

    /**
     * Reads a table from a file.
     *
     * @param file as {@link #of} takes it
     * @throws UncheckedIOException if it cannot be read
     * @throws ConfigurationException if it holds no table; the message names the place
     */
    public static PriceTable read(Path file) {
        try {
            return of(Json.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The price table " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a table.
     *
     * @param table an object with {@code currency} and {@code models}, each with {@code model}, {@code input}, {@code
     *     output}, {@code source} and {@code as_of}, and if need be {@code cached_input}, {@code cache_write}, {@code
     *     cache_write_12h} and {@code shutdown}; prices are decimal numbers as strings, for a million tokens. Further
     *     members are {@code long_context}, {@code service_tiers} and {@code tool_calls}, as in the library's own file
     * @throws ConfigurationException if it is none; the message names the place
     */
    public static PriceTable of(Json table) {
        return new PriceTableReader(table).read();
    }

    /**
     * This table with the prices of another one before its own.
     *
     * @throws IllegalArgumentException if that is in another currency
     */
    public PriceTable with(PriceTable other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("A table in " + currency + " cannot take prices in " + other.currency);
        }
        return new PriceTable(
                currency,
                joined(models, other.models),
                joined(tiers, other.tiers),
                joined(calls, other.calls),
                other.longContext == null ? longContext : other.longContext);
    }

    /** This table with another price of a model. */
    public PriceTable with(ModelPrice price) {
        return new PriceTable(currency, joined(models, Map.of(price.model(), price)), tiers, calls, longContext);
    }

    /**
     * This table with the price of a call of a tool that the service runs.
     *
     * @param itemType the type of its item in the output: {@code web_search_call}, {@code file_search_call}, {@code
     *     code_interpreter_call} or {@code image_generation_call}
     * @param price of one call, at least 0
     */
    public PriceTable withCall(String itemType, BigDecimal price) {
        if (price.signum() < 0) {
            throw new IllegalArgumentException("The price of a " + itemType + " is negative: " + price);
        }
        return new PriceTable(currency, models, tiers, joined(calls, Map.of(itemType, price)), longContext);
    }

    private static <V> Map<String, V> joined(Map<String, V> first, Map<String, V> second) {
        Map<String, V> all = new LinkedHashMap<>(first);
        all.putAll(second);
        return all;
    }

    /** The currency of all prices. */
    public Currency currency() {
        return currency;
    }

    /** All prices of models. */
    public Collection<ModelPrice> models() {
        return models.values();
    }

    /**
     * The price of a model.
     *
     * @param model the model's id; a dated snapshot such as {@code gpt-6.1-sol-2026-10-06} has its model's price unless it
     *     has one of its own
     * @return null if it is not known
     */
    public @Nullable ModelPrice price(String model) {
        ModelPrice exact = models.get(model);
        if (exact != null) {
            return exact;
        }
        var snapshot = SNAPSHOT.matcher(model);
        return snapshot.matches() ? models.get(snapshot.group(1)) : null;
    }

    /**
     * What a service tier multiplies prices by.
     *
     * @param tier such as {@link ServiceTier#FLEX}, or {@code batch} for what went through a batch; null for the standard
     *     one
     * @param day on which it was used
     * @return null if it is not known
     */
    public @Nullable BigDecimal factor(@Nullable ServiceTier tier, LocalDate day) {
        if (tier == null || tier.value().isEmpty()) {
            return BigDecimal.ONE;
        }
        for (TierFactor factor : tiers.getOrDefault(tier.value(), List.of())) {
            if (factor.until() == null || !day.isAfter(factor.until())) {
                return factor.factor();
            }
        }
        return null;
    }

    /**
     * What a response cost: its tokens, and the calls of tools that the service bills by call.
     *
     * @param response with the tier that was really used
     */
    public Cost cost(Response response) {
        return cost(response, response.model());
    }

    private Cost cost(Response response, String model) {
        Instant createdAt = response.createdAt();
        LocalDate day = (createdAt == null ? Instant.now() : createdAt)
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        Usage usage = response.usage();
        Cost tokens = usage == null
                ? Cost.unknown(currency, "the tokens, which the service did not report")
                : cost(model, response.serviceTier(), usage, day);
        for (OutputItem item : response.output()) {
            String type = billedByCall(item);
            if (type != null) {
                tokens = tokens.plus(costOfCall(type));
            }
        }
        return tokens;
    }

    private static @Nullable String billedByCall(OutputItem item) {
        if (item instanceof WebSearchCall) {
            return WEB_SEARCH;
        } else if (item instanceof FileSearchCall) {
            return FILE_SEARCH;
        } else if (item instanceof CodeInterpreterCall) {
            return CODE_INTERPRETER;
        }
        return item instanceof ImageGenerationCall ? IMAGE_GENERATION : null;
    }

    private Cost costOfCall(String type) {
        BigDecimal price = calls.get(type);
        if (price == null) {
            return Cost.unknown(currency, "a " + type);
        }
        Cost none = Cost.none(currency);
        return new Cost(
                currency, none.input(), none.cachedInput(), none.cacheWrites(), none.output(), price, List.of());
    }

    /**
     * What a round cost, also where a server names the model by a name of its own: then that of the request counts.
     *
     * @param request what was asked
     * @param response what came back
     */
    public Cost cost(ResponseRequest request, Response response) {
        boolean isNamedOtherwise = price(response.model()) == null && price(request.model()) != null;
        return cost(response, isNamedOtherwise ? request.model() : response.model());
    }

    /**
     * What tokens cost.
     *
     * @param model the model's id
     * @param tier the service tier, or null for the standard one
     * @param usage of one response, since a long one is dearer as a whole
     * @param day on which they were used
     */
    public Cost cost(String model, @Nullable ServiceTier tier, Usage usage, LocalDate day) {
        ModelPrice price = price(model);
        BigDecimal factor = factor(tier, day);
        if (price == null) {
            return Cost.unknown(currency, "the price of the model " + (model.isEmpty() ? "without a name" : model));
        }
        if (factor == null) {
            return Cost.unknown(currency, "the price of the service tier " + tier);
        }
        long cached = Math.min(usage.cachedTokens(), usage.inputTokens());
        long written = Math.min(usage.cacheWriteTokens(), usage.inputTokens() - cached);
        long written12h = Math.min(usage.cacheWriteTokens12h(), written);
        BigDecimal input = factor.multiply(inputFactor(usage.inputTokens()));
        BigDecimal output = factor.multiply(outputFactor(usage.inputTokens()));
        return new Cost(
                currency,
                amount(usage.inputTokens() - cached - written, price.input(), input),
                amount(cached, price.cachedInputPrice(), input),
                amount(written - written12h, price.cacheWritePrice(), input)
                        .add(amount(written12h, price.cacheWrite12hPrice(), input)),
                amount(usage.outputTokens(), price.output(), output),
                BigDecimal.ZERO,
                List.of());
    }

    /** What the prices of input are multiplied by for an input of this length. */
    BigDecimal inputFactor(long inputTokens) {
        return longContext == null || inputTokens <= longContext.above() ? BigDecimal.ONE : longContext.input();
    }

    /** What the price of output is multiplied by for an input of this length. */
    BigDecimal outputFactor(long inputTokens) {
        return longContext == null || inputTokens <= longContext.above() ? BigDecimal.ONE : longContext.output();
    }

    /**
     * What a request may cost that has no price here, in words: its model, its service tier, or a tool that is billed by
     * call.
     *
     * @return null if all of it has a price
     */
    public @Nullable String missing(ResponseRequest request) {
        if (price(request.model()) == null) {
            return "the model " + request.model() + " has no price: add one with ModelPrice.of(\"" + request.model()
                    + "\", input, output)";
        }
        ServiceTier tier = tier(request);
        if (factor(tier, today()) == null) {
            return "the service tier " + tier + " has no price";
        }
        for (ResponseTool tool : request.tools()) {
            String type = billedByCall(tool);
            if (type != null && !calls.containsKey(type)) {
                return "a " + type + " has no price: add one with withCall(\"" + type + "\", price)";
            }
        }
        return null;
    }

    /** The service tier that a request asks for; null if it asks for none. */
    static @Nullable ServiceTier tier(ResponseRequest request) {
        Json tier = request.toJson().get("service_tier");
        String name = tier == null ? null : tier.string();
        return name == null ? null : new ServiceTier(name);
    }

    private static @Nullable String billedByCall(ResponseTool tool) {
        if (tool instanceof WebSearchTool) {
            return WEB_SEARCH;
        } else if (tool instanceof FileSearchTool) {
            return FILE_SEARCH;
        } else if (tool instanceof CodeInterpreterTool) {
            return CODE_INTERPRETER;
        }
        return tool instanceof ImageGenerationTool ? IMAGE_GENERATION : null;
    }

    /**
     * The most that a request can cost, if it has so many tokens and nothing is billed by call: as if all of its input
     * was written into the cache.
     *
     * @param request with a model that has a price
     */
    Cost most(ResponseRequest request, long inputTokens, long outputTokens) {
        ServiceTier tier = tier(request);
        Cost read = cost(request.model(), tier, Usage.of(inputTokens, 0, 0, outputTokens, 0), today());
        Usage writing = Usage.of(inputTokens, 0, inputTokens, outputTokens, 0);
        Cost written = cost(request.model(), tier, writing, today());
        return written.known().compareTo(read.known()) > 0 ? written : read;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** Exact: prices are for a million tokens. */
    static BigDecimal amount(long tokens, BigDecimal pricePerMillion, BigDecimal factor) {
        return pricePerMillion
                .multiply(factor)
                .multiply(BigDecimal.valueOf(tokens))
                .movePointLeft(MILLION_PLACES);
    }

    /** The currency and how many models are in it. */
    @Override
    public String toString() {
        return "PriceTable[" + currency + ", " + models.size() + " models]";
    }
}
