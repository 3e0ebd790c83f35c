package dev.makerai.tools;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of a tool are treated.
 *
 * @param effect what they do to the world
 * @param timeout how long one may take, or null for what the run says
 * @param maxCalls how many there may be in one run, or null for as many as the model wants
 * @param retries how often one is tried again after an exception
 * @param exclusive whether only one at a time may run on a device; always so for {@link Effect#MACHINE}, and where an
 *     argument names the device
 * @param device the wire name of the argument that says which device is meant; empty if the tool's object is the device
 * @param async whether the model goes on while one runs
 * @param maxOutputCharacters how long the output may be
 * @param preview what a person is asked, with {@code {name}} for arguments; empty for the name and the arguments
 */
public record ToolPolicy(
        Effect effect,
        @Nullable Duration timeout,
        @Nullable Integer maxCalls,
        int retries,
        boolean exclusive,
        String device,
        boolean async,
        int maxOutputCharacters,
        String preview) {
    /** Of a tool that only looks, without limits of its own. */
    public static final ToolPolicy READ = of(Effect.READ);

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_RETRIES = 10;

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is out of its range, or contradicts the effect
     */
    public ToolPolicy {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(preview, "preview");
        exclusive = exclusive || effect == Effect.MACHINE || !device.isEmpty();
        if (timeout != null && (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("timeout must be above zero and at most a day, but is " + timeout);
        }
        if (maxCalls != null && maxCalls < 1) {
            throw new IllegalArgumentException("maxCalls must be at least 1, but is " + maxCalls);
        }
        if (retries < 0 || retries > MOST_RETRIES) {
            throw new IllegalArgumentException("retries must be 0 to " + MOST_RETRIES + ", but are " + retries);
        }
        if (retries > 0 && effect == Effect.MACHINE) {
            throw new IllegalArgumentException("what moves a machine is never tried again, so retries must be 0");
        }
        if (maxOutputCharacters < 1 || maxOutputCharacters > Toolset.MAX_OUTPUT_CHARACTERS) {
            throw new IllegalArgumentException("maxOutputCharacters must be 1 to " + Toolset.MAX_OUTPUT_CHARACTERS
                    + ", but is " + maxOutputCharacters);
        }
    }

    /** Of tools with an effect, without limits of their own. */
    public static ToolPolicy of(Effect effect) {
        return of(effect, null, null);
    }

    /** The same, with calls that the model does or does not wait for. */
    public ToolPolicy withAsync(boolean async) {
        return new ToolPolicy(
                effect, timeout, maxCalls, retries, exclusive, device, async, maxOutputCharacters, preview);
    }

    static ToolPolicy of(Effect effect, @Nullable ToolLimits limits, @Nullable Preview preview) {
        String shown = preview == null ? "" : preview.value().strip();
        if (limits == null) {
            return new ToolPolicy(effect, null, null, 0, false, "", false, Toolset.MAX_OUTPUT_CHARACTERS, shown);
        }
        if (Double.isNaN(limits.timeoutSeconds())
                || limits.timeoutSeconds() < 0
                || limits.timeoutSeconds() > LONGEST.toSeconds()) {
            throw new IllegalArgumentException(
                    "timeoutSeconds must be 0 to " + LONGEST.toSeconds() + ", but is " + limits.timeoutSeconds());
        }
        long nanos = Math.round(limits.timeoutSeconds() * 1e9);
        return new ToolPolicy(
                effect,
                nanos == 0 ? null : Duration.ofNanos(nanos),
                limits.maxCalls() == 0 ? null : Integer.valueOf(limits.maxCalls()),
                limits.retries(),
                limits.exclusive(),
                limits.device(),
                limits.async(),
                limits.maxOutputCharacters(),
                shown);
    }
}
