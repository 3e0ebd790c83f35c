package dev.makerai.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds a number, or each number of a list or an array. The model is told, and a value outside is refused.
 *
 * <pre>{@code
 * record Part(@Range(min = 0, exclusiveMin = true) double weightGrams, @Range(min = 1, max = 100) int quantity) {}
 * }</pre>
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Range {
    /** The smallest value; by default there is none. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest value; by default there is none. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether {@link #min()} itself is refused. */
    boolean exclusiveMin() default false;

    /** Whether {@link #max()} itself is refused. */
    boolean exclusiveMax() default false;

    /** The step of which every value is a multiple, such as 0.05; 0 for none. */
    double multipleOf() default 0;
}
