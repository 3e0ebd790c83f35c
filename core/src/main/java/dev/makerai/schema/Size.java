package dev.makerai.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds how many elements a collection, an array or a map has, or how many characters a string. A value outside is
 * refused. The model is told: of elements by the schema, of characters in the description, since strict mode knows no
 * keyword for them.
 *
 * <pre>{@code
 * record Order(@Size(min = 1, max = 20) List<Part> parts, @Size(max = 200) String note) {}
 * }</pre>
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Size {
    /** The least number, at least 0. */
    int min() default 0;

    /** The greatest number; by default there is no bound. */
    int max() default Integer.MAX_VALUE;
}
