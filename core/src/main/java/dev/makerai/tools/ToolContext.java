package dev.makerai.tools;

import dev.makerai.http.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a tool may know of the call that it answers. A {@link Tool} method that has a parameter of this type gets it; the
 * model does not see the parameter.
 *
 * <pre>{@code
 * @Tool("Slices a model and gives the printing time in seconds")
 * long slice(String file, ToolContext context) {
 *     return slicer.slice(file, context.timeLeft());
 * }
 * }</pre>
 *
 * <p>Immutable; for tests of one's own tools {@link #builder} makes one.
 */
public final class ToolContext {
    /** Of a call outside of a run. */
    public static final ToolContext NONE = builder().build();

    private final String runId;
    private final String callId;
    private final @Nullable Instant deadline;
    private final Cancellation cancellation;
    private final @Nullable Object data;
    private final Consumer<? super ToolProgress> onProgress;

    private ToolContext(Builder builder) {
        this.runId = builder.runId;
        this.callId = builder.callId;
        this.deadline = builder.deadline;
        this.cancellation = builder.cancellation;
        this.data = builder.data;
        this.onProgress = builder.onProgress;
    }

    /** Begins a context without a run. */
    public static Builder builder() {
        return new Builder();
    }

    /** The run's id, which its audit and journal show too; empty outside of a run. */
    public String runId() {
        return runId;
    }

    /** The id that the model gave the call; the same call has the same id when a run is resumed. Empty outside of a run. */
    public String callId() {
        return callId;
    }

    /** Until when an answer is waited for, or null for as long as it takes. */
    public @Nullable Instant deadline() {
        return deadline;
    }

    /** How much time is left, never below zero; null for as long as it takes. */
    public @Nullable Duration timeLeft() {
        if (deadline == null) {
            return null;
        }
        Duration left = Duration.between(Instant.now(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Is cancelled when nobody waits for the answer any more. The tool's thread is interrupted then as well. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /**
     * What the program gave the run for its tools, such as the customer who asks.
     *
     * @param type what it has to be
     * @throws IllegalStateException if the run was given something else, or nothing
     */
    public <T> T data(Class<T> type) {
        if (!type.isInstance(data)) {
            throw new IllegalStateException("The run was given "
                    + (data == null ? "no data" : "data of " + data.getClass().getName()) + ", but the tool needs "
                    + type.getName() + ": set it with Prompt.toolData");
        }
        return type.cast(data);
    }

    /**
     * Says how far the tool is: who listens to the run sees it. Cheap, so that it may be called often.
     *
     * @param fraction from 0 to 1, or NaN if it is not known
     * @param message what the tool is at, for people
     * @throws IllegalArgumentException if the fraction is below 0 or above 1
     */
    public void progress(double fraction, String message) {
        onProgress.accept(new ToolProgress(fraction, message));
    }

    /** The ids. */
    @Override
    public String toString() {
        return "ToolContext[run " + runId + ", call " + callId + "]";
    }

    /** Puts a context together. */
    public static final class Builder {
        private String runId = "";
        private String callId = "";
        private @Nullable Instant deadline;
        private Cancellation cancellation = new Cancellation();
        private @Nullable Object data;
        private Consumer<? super ToolProgress> onProgress = progress -> {};

        private Builder() {}

        /** The run's id. */
        public Builder runId(String id) {
            runId = Objects.requireNonNull(id, "id");
            return this;
        }

        /** The call's id. */
        public Builder callId(String id) {
            callId = Objects.requireNonNull(id, "id");
            return this;
        }

        /** Until when an answer is waited for, or null for as long as it takes. */
        public Builder deadline(@Nullable Instant end) {
            deadline = end;
            return this;
        }

        /** What is cancelled when nobody waits any more. */
        public Builder cancellation(Cancellation cancelled) {
            cancellation = Objects.requireNonNull(cancelled, "cancelled");
            return this;
        }

        /** What tools get by {@link ToolContext#data}. */
        public Builder data(@Nullable Object object) {
            data = object;
            return this;
        }

        /** Who hears how far the tool is, on the tool's thread; nobody by default. */
        public Builder onProgress(Consumer<? super ToolProgress> listener) {
            onProgress = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /** Makes the context. */
        public ToolContext build() {
            return new ToolContext(this);
        }
    }
}
