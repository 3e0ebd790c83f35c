package dev.makerai.tools;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a call of a {@link Tool} would do, for the person who has to approve it. Without it the person is shown the
 * tool's name and its arguments.
 *
 * @see ToolLimits
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Preview {
    /**
     * A sentence in which {@code {name}} stands for the argument of that wire name:
     * {@code "Heat the nozzle of {printer} to {celsius} °C"}.
     */
    String value();
}
