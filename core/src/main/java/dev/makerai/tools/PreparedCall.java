package dev.makerai.tools;

import dev.makerai.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A call whose arguments have been read and fit, so that all about it is known before anything happens. Can be carried
 * out once.
 *
 * @see Toolset#prepare
 */
public final class PreparedCall {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final RegisteredTool tool;
    private final RegisteredTool.Work work;
    private final String argumentsJson;

    PreparedCall(RegisteredTool tool, RegisteredTool.Work work, String argumentsJson) {
        this.tool = tool;
        this.work = work;
        this.argumentsJson = argumentsJson;
    }

    /** The tool's name. */
    public String name() {
        return tool.name();
    }

    /** How it has to be treated. */
    public ToolPolicy policy() {
        return tool.policy();
    }

    /** The arguments by their wire names, in the order of the schema. */
    public Map<String, Json> arguments() {
        // Read once more, since calls that only look are not looked at themselves.
        Map<String, Json> given = Json.parse(argumentsJson).members();
        Map<String, Json> ordered = new LinkedHashMap<>();
        for (String name :
                RegisteredTool.properties(tool.definition().parameters()).keySet()) {
            Json value = given.get(name);
            if (value != null) {
                ordered.put(name, value);
            }
        }
        given.forEach(ordered::putIfAbsent);
        return Collections.unmodifiableMap(ordered);
    }

    /** What it would do, in one line for people: the tool's {@link Preview}, or its name and arguments. */
    public String preview() {
        return PreviewText.of(name(), policy().preview(), arguments());
    }

    /**
     * The device that it needs for itself, to compare by {@code equals}; null if it needs none.
     */
    public @Nullable Object device() {
        if (!policy().exclusive()) {
            return null;
        }
        if (policy().device().isEmpty()) {
            return new Identity(tool.holder());
        }
        Object holder = tool.holder();
        Json named = arguments().get(policy().device());
        return new Named(holder instanceof Class<?> type ? type : holder.getClass(), nameOf(named));
    }

    /** The same for every way to write it: a model may escape characters, or write 1.0 for 1. */
    private static String nameOf(@Nullable Json device) {
        if (device == null) {
            return "";
        }
        if (device.kind() == Json.Kind.NUMBER) {
            return new BigDecimal(device.text()).stripTrailingZeros().toPlainString();
        }
        String name = device.string();
        return name == null ? device.text() : name;
    }

    /**
     * Carries it out on this thread, with the retries of its policy.
     *
     * @return what came of it; only an {@link Error} is thrown. If the thread was interrupted meanwhile, its interrupt
     *     status is set
     */
    public ToolResult invoke(ToolContext context) {
        Objects.requireNonNull(context, "context");
        for (int tries = 0; ; tries++) {
            @Nullable Object value;
            try {
                value = work.run(context);
            } catch (Throwable thrown) {
                boolean again = thrown instanceof Exception
                        && !(thrown instanceof ToolFailure)
                        && !(thrown instanceof InterruptedException)
                        && tries < policy().retries()
                        && pause(context, tries);
                if (again) {
                    continue;
                }
                return ToolOutput.ofThrown(name(), thrown);
            }
            return ToolOutput.of(name(), value, policy().maxOutputCharacters());
        }
    }

    /** Waits before another try; false if nobody waits for it any more. */
    private static boolean pause(ToolContext context, int tries) {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (var registration = context.cancellation().onCancel(cancelled::countDown)) {
            return !cancelled.await(FIRST_PAUSE.toMillis() << tries, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The tool and its arguments. */
    @Override
    public String toString() {
        return "PreparedCall[" + PreviewText.of(name(), "", arguments()) + "]";
    }

    private record Named(Class<?> kind, String name) {}

    private static final class Identity {
        private final Object of;

        Identity(Object of) {
            this.of = of;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity identity && identity.of == of;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(of);
        }
    }
}
