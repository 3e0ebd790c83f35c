package dev.makerai.tools;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method callable by a model.
 *
 * <pre>{@code
 * final class Shop {
 *     @Tool("Looks up the price of one kilogram of filament, in EUR")
 *     BigDecimal pricePerKilogram(Material material) {
 *         return switch (material) {
 *             case PLA -> new BigDecimal("19.90");
 *             case PETG -> new BigDecimal("24.90");
 *         };
 *     }
 * }
 * }</pre>
 *
 * <p>The method may have any visibility and may be static. Its parameters become the strict schema that the model has
 * to follow; its return value goes back to the model, a {@link String} as it is, pictures and documents
 * ({@link dev.makerai.responses.InputContent}, or a list of them) as such, and anything else as JSON. A parameter of type
 * {@link ToolContext} is for the method alone.
 *
 * @see ToolLimits
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tool {
    /** What the tool does, for the model: when to use it, what it returns, in which units. */
    String value();

    /** The name on the wire, at most 64 characters of {@code [A-Za-z0-9_-]}; by default the method's in snake_case. */
    String name() default "";

    /** What it does to the world. Calls of a tool that does more than look have to be approved. */
    Effect effect() default Effect.READ;
}
