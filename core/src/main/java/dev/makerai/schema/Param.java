package dev.makerai.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a tool's parameter or a record's component to the model.
 *
 * <pre>{@code
 * record Part(
 *         @Param("Weight with supports, in grams") double weightGrams,
 *         @Param(value = "How many pieces", defaultValue = "1") int quantity) {}
 * }</pre>
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Param {
    /** What the value means, for the model: say the unit. */
    String value() default "";

    /** The name on the wire; by default the parameter's or component's own in snake_case. */
    String name() default "";

    /**
     * What a model that leaves the value out (as null) means, written as the JSON value or as plain text for strings
     * and enums; the text is read once, when the schema is derived. By default there is none and the value is
     * required.
     */
    String defaultValue() default NO_DEFAULT;

    /** Stands for "no default", since an annotation cannot hold null. */
    String NO_DEFAULT = "\0";
}
