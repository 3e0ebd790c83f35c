package dev.makerai.tools;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds what a {@link Tool} may do in one run.
 *
 * <pre>{@code
 * @Tool(value = "Heats the nozzle of a printer", effect = Effect.MACHINE)
 * @ToolLimits(device = "printer", timeoutSeconds = 5, maxCalls = 3)
 * @Preview("Heat the nozzle of {printer} to {celsius} °C")
 * void heatNozzle(String printer, @Range(min = 0, max = 280) int celsius) {
 *     heaters.put(printer, celsius);
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ToolLimits {
    /** How long one call may take, in seconds, more than 0 and at most a day; 0 for what the run says. */
    double timeoutSeconds() default 0;

    /** How often it may be called in one run; 0 for as often as the model wants. Further calls are answered with a no. */
    int maxCalls() default 0;

    /**
     * How often it is tried again after an exception, 0 to 10, with growing pauses; a {@link ToolFailure} is an answer
     * and is not tried again. Only for what may happen twice without harm, so never for {@link Effect#MACHINE}.
     */
    int retries() default 0;

    /**
     * Whether only one call at a time may run, in all runs of this JVM together, on the object that holds the tool.
     * {@link Effect#MACHINE} is always so.
     */
    boolean exclusive() default false;

    /**
     * The wire name of the parameter that says which device is meant, so that only calls for the same device exclude each
     * other; the device counts for all tools of the class. Empty where the object that holds the tool is the device.
     */
    String device() default "";

    /**
     * Whether the model goes on while it runs: its output comes with a later request, when it is there. For slow work
     * such as slicing; the service has to know such tools. At the end the run waits for it.
     */
    boolean async() default false;

    /** How many characters of output the model gets at the most, 1 to {@value Toolset#MAX_OUTPUT_CHARACTERS}. */
    int maxOutputCharacters() default Toolset.MAX_OUTPUT_CHARACTERS;
}
