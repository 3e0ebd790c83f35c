package dev.makerai.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The form of a string, or of each string of a list or an array. The model is told, and a value of another form is
 * refused.
 *
 * <pre>{@code
 * record Order(@Pattern("[A-Z]{2}-[0-9]{4}") String number) {}
 * }</pre>
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Pattern {
    /**
     * A regular expression for the whole string; {@code ^} and {@code $} around it may be left out. Only what regular
     * expressions of all languages have in common is taken: no look-around, back references, inline flags, possessive
     * quantifiers, classes that begin with an unescaped {@code ]}, nor <code>\p{…}</code>.
     */
    String value();
}
