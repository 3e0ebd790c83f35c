package dev.makerai;

import dev.makerai.audio.Audio;
import dev.makerai.batches.Batches;
import dev.makerai.containers.Containers;
import dev.makerai.conversations.Conversations;
import dev.makerai.cost.ModelRouter;
import dev.makerai.cost.PriceTable;
import dev.makerai.errors.ConfigurationException;
import dev.makerai.files.StoredFiles;
import dev.makerai.files.Uploads;
import dev.makerai.http.RequestListener;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.http.TransportConfig;
import dev.makerai.models.Models;
import dev.makerai.responses.Responses;
import dev.makerai.responses.ResponsesSocket;
import dev.makerai.run.RunException;
import dev.makerai.run.SavedRun;
import dev.makerai.schema.Partial;
import dev.makerai.vectorstores.VectorStores;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The client of the Responses API.
 *
 * <pre>{@code
 * MakerAi ai = MakerAi.fromEnv();
 * String answer = ai.ask("Which filament for a car dashboard?");
 * }</pre>
 *
 * <p>Immutable and thread-safe: make one and share it.
 */
public final class MakerAi {
    /** The model that is asked unless told otherwise: {@value}. */
    public static final String DEFAULT_MODEL = "gpt-6.1-sol";

    private final Transport transport;
    private final Responses responses;
    private final String model;
    private final ModelRouter router;
    private final @Nullable PriceTable prices;

    private MakerAi(
            Transport transport, Responses responses, String model, ModelRouter router, @Nullable PriceTable prices) {
        this.transport = transport;
        this.responses = responses;
        this.model = model;
        this.router = router;
        this.prices = prices;
    }

    /**
     * Makes a client from the environment: {@code OPENAI_API_KEY}, and if set {@code OPENAI_BASE_URL} (which includes
     * {@code /v1}; with it the key is optional), {@code OPENAI_ORG_ID} and {@code OPENAI_PROJECT_ID}.
     *
     * @throws ConfigurationException if there is neither a key nor a base URL, or the base URL is none
     */
    public static MakerAi fromEnv() {
        return builder().environment(System.getenv()).build();
    }

    /** Begins a client that takes nothing from the environment. */
    public static Builder builder() {
        return new Builder(TransportConfig.builder(), DEFAULT_MODEL, ModelRouter.DEFAULT, null);
    }

    /**
     * Begins a client like this one, to change a setting for some requests; it uses the same connections.
     *
     * <pre>{@code
     * MakerAi patient = ai.toBuilder().timeout(Duration.ofMinutes(30)).build();
     * }</pre>
     */
    public Builder toBuilder() {
        return new Builder(transport.derive(), model, router, prices);
    }

    /**
     * Asks a question.
     *
     * @return the answer's text
     * @throws RunException if there is no answer: the request failed, the model declined, or the answer was cut off
     */
    public String ask(String question) {
        return prompt(question).run().value();
    }

    /**
     * Asks a question whose answer is a value of a Java type.
     *
     * @param type a record, or any other type that {@link dev.makerai.schema.Schema} supports
     * @throws RunException if there is no answer: the request failed, the model declined, the answer was cut off or
     *     does not fit the type
     * @throws IllegalArgumentException if the type has no strict schema; the message says why and what to do
     */
    public <T> T ask(String question, Class<T> type) {
        return prompt(question).run(type).value();
    }

    /**
     * Asks a question and hands on the answer while the model writes it.
     *
     * <pre>{@code
     * ai.stream("Explain warping", System.out::print);
     * }</pre>
     *
     * @param onText takes each piece, on this thread; what it throws reaches the caller
     * @return the whole answer
     * @throws RunException if there is no whole answer: the request failed, the model declined, or it was cut off
     */
    public String stream(String question, Consumer<? super String> onText) {
        return prompt(question).stream(onText).value();
    }

    /**
     * Asks a question whose answer is a value of a Java type, and hands on what is known of it while the model writes
     * it.
     *
     * @param type a record, or any other type that {@link dev.makerai.schema.Schema} supports
     * @param onPartial takes each partial, on this thread; the last one holds the whole value
     * @return the whole value
     * @throws RunException if there is no answer: the request failed, the model declined, the answer was cut off or
     *     does not fit the type
     * @throws IllegalArgumentException if the type has no strict schema; the message says why and what to do
     */
    public <T> T stream(String question, Class<T> type, Consumer<? super Partial<T>> onPartial) {
        return prompt(question).stream(type, onPartial).value();
    }

    /** Begins a question that needs more: tools, images, instructions, limits. */
    public Prompt prompt(String question) {
        return Prompt.of(this, question);
    }

    /**
     * Begins a conversation: questions that follow each other. The service keeps what was said.
     *
     * <pre>{@code
     * Conversation chat = ai.conversation();
     * chat.ask("PLA or PETG for a planter?");
     * chat.ask("And outdoors?");
     * }</pre>
     */
    public Conversation conversation() {
        return conversation(it -> {});
    }

    /**
     * Begins a conversation with tools, or with a history of its own, or goes on with one.
     *
     * <pre>{@code
     * Conversation chat = ai.conversation(it -> it.prompts(prompt -> prompt.tools(new Shop()))
     *         .history(HistoryMode.LOCAL)
     *         .store(HistoryStore.files(folder), "customer-42"));
     * }</pre>
     *
     * @param settings is called once, now
     * @throws dev.makerai.errors.DecodeException if the history in the store is damaged
     */
    public Conversation conversation(Consumer<Conversation.Builder> settings) {
        return Conversation.of(this, settings);
    }

    /**
     * Goes on with a run that was saved, also by another process. Its tools have to be given again, as its approver,
     * limits and listeners; the question stays as it was.
     *
     * @param saved such as {@link SavedRun#read} gives
     */
    public Prompt resume(SavedRun saved) {
        return Prompt.of(this, saved);
    }

    /**
     * This client, but asking over a socket; it works as long as the socket is open.
     *
     * @param socket of {@code responses().openSocket()}
     */
    public MakerAi over(ResponsesSocket socket) {
        return new MakerAi(transport, socket.responses(), model, router, prices);
    }

    /** The Responses API as it is on the wire. */
    public Responses responses() {
        return responses;
    }

    /** Files that the service keeps, of up to 8 GB. */
    public StoredFiles files() {
        return new StoredFiles(transport);
    }

    /** Large files in parts, step by step; {@link StoredFiles#uploadLarge} does all of it. */
    public Uploads uploads() {
        return new Uploads(transport);
    }

    /** Computers in which the service runs code for a model. */
    public Containers containers() {
        return new Containers(transport);
    }

    /** Which models there are, and until when. */
    public Models models() {
        return new Models(transport);
    }

    /** Conversations that the service keeps. */
    public Conversations conversations() {
        return new Conversations(transport);
    }

    /** Speech as text, and text as speech. */
    public Audio audio() {
        return new Audio(transport);
    }

    /** Many requests in one file, at half the price. */
    public Batches batches() {
        return new Batches(transport);
    }

    /** Files that a model can search. */
    public VectorStores vectorStores() {
        return new VectorStores(transport);
    }

    /** The model that is asked unless a prompt names another. */
    public String model() {
        return model;
    }

    ModelRouter router() {
        return router;
    }

    @Nullable
    PriceTable prices() {
        return prices;
    }

    /** Where it connects to and which model it asks; never the key. */
    @Override
    public String toString() {
        return "MakerAi[" + responses + ", model " + model + "]";
    }

    /** Puts a client together. */
    public static final class Builder {
        private final TransportConfig.Builder transport;
        private String model;
        private ModelRouter router;
        private @Nullable PriceTable prices;

        private Builder(
                TransportConfig.Builder transport, String model, ModelRouter router, @Nullable PriceTable prices) {
            this.transport = transport;
            this.model = model;
            this.router = router;
            this.prices = prices;
        }

        /** The secret key; without one only a server of your own can be asked. It is sent to the base URL alone. */
        public Builder apiKey(String apiKey) {
            transport.apiKey(apiKey);
            return this;
        }

        /**
         * Another address of the service, or a compatible server.
         *
         * @param baseUrl http or https, with the version: {@code http://localhost:8080/v1}
         */
        public Builder baseUrl(String baseUrl) {
            transport.baseUrl(baseUrl);
            return this;
        }

        /** The organisation to bill, for keys that belong to several. */
        public Builder organization(String organization) {
            transport.organization(organization);
            return this;
        }

        /** The project to bill, for keys that belong to several. */
        public Builder project(String project) {
            transport.project(project);
            return this;
        }

        /** The model that is asked unless a prompt names another; by default {@value MakerAi#DEFAULT_MODEL}. */
        public Builder model(String model) {
            this.model = Objects.requireNonNull(model, "model");
            return this;
        }

        /** Which model is asked for a tier; by default {@link ModelRouter#DEFAULT}. */
        public Builder router(ModelRouter router) {
            this.router = Objects.requireNonNull(router, "router");
            return this;
        }

        /** What models cost; by default {@link PriceTable#builtIn}. */
        public Builder prices(PriceTable prices) {
            this.prices = Objects.requireNonNull(prices, "prices");
            return this;
        }

        /** Your own HTTP client with its proxies, interceptors and connection pool. */
        public Builder httpClient(OkHttpClient client) {
            transport.client(client);
            return this;
        }

        /**
         * How long one try of a request may take; by default ten minutes, or what your own HTTP client says.
         *
         * @param timeout more than zero
         */
        public Builder timeout(Duration timeout) {
            transport.timeout(timeout);
            return this;
        }

        /**
         * How often a request is tried again where that can help; by default twice.
         *
         * @param retries 0 to 10
         */
        public Builder maxRetries(int retries) {
            transport.maxRetries(retries);
            return this;
        }

        /**
         * How long the first token of a streamed answer may take, counted from the sending of the request; by default
         * only {@link #timeout} holds.
         *
         * @param timeout more than zero
         */
        public Builder firstTokenTimeout(Duration timeout) {
            transport.firstTokenTimeout(timeout);
            return this;
        }

        /**
         * How long a streamed answer may be without any event; by default only {@link #timeout} holds, which for streams
         * bounds each silence of the connection and not the whole.
         *
         * @param timeout more than zero; a model that thinks may say nothing for minutes
         */
        public Builder idleTimeout(Duration timeout) {
            transport.idleTimeout(timeout);
            return this;
        }

        /**
         * Sends a further header with every request, such as {@code OpenAI-Beta}.
         *
         * @param value null takes it out again
         */
        public Builder header(String name, @Nullable String value) {
            transport.header(name, value);
            return this;
        }

        /** Tells somebody of every request that is made: for logs and metrics. */
        public Builder requestListener(RequestListener listener) {
            transport.listener(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /** Takes what the environment says, as {@link MakerAi#fromEnv}; blank variables count as unset. */
        Builder environment(Map<String, String> environment) {
            transport.apiKey(set(environment.get("OPENAI_API_KEY")));
            transport.organization(set(environment.get("OPENAI_ORG_ID")));
            transport.project(set(environment.get("OPENAI_PROJECT_ID")));
            String baseUrl = set(environment.get("OPENAI_BASE_URL"));
            if (baseUrl != null) {
                transport.baseUrl(baseUrl);
            }
            return this;
        }

        /**
         * Checks the settings; nothing is sent.
         *
         * @throws ConfigurationException if the key is missing where the service wants one, or a setting cannot be used
         */
        public MakerAi build() {
            Transport built = new Transport(transport.build());
            return new MakerAi(built, new Responses(built), model, router, prices);
        }

        private static @Nullable String set(@Nullable String value) {
            return value == null || value.isBlank() ? null : value.strip();
        }
    }
}
