package dev.makerai.schema;

import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.naming.Nearest;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one Java type is as JSON: its strict schema, how a value of it is read and checked, and how one is written.
 * Immutable once its derivation has ended.
 */
interface Plan {
    /**
     * Writes the schema.
     *
     * @param description for the model; empty for none
     * @param nullable whether null is allowed beside the values of the type
     */
    void schema(SchemaWriter out, String description, boolean nullable) throws IOException;

    /** Reads the next value; {@link ValueReader#INVALID} after noting what is wrong with it. */
    @Nullable
    Object read(ValueReader in) throws IOException;

    /** Writes a value that this plan could have read. */
    void write(JsonWriter out, @Nullable Object value) throws IOException;

    /** What a reader is told to give, such as "an integer from 1 to 10". */
    String expected();

    /** The value where an object lacks the member; by default that is noted as wrong. */
    default @Nullable Object absent(ValueReader in) {
        return in.problem("missing, expected " + expected());
    }

    /** What the schema cannot say and the description has to; empty for nothing. */
    default String note() {
        return "";
    }

    /** The plans that this one is made of. */
    default List<Plan> parts() {
        return List.of();
    }

    /** The plan that says what the JSON is made of: this one, or the one inside it that does. */
    default Plan form() {
        return this;
    }

    /** Of a {@link #form}: whether a value is an object whose members have plans. */
    default boolean hasMembers() {
        return false;
    }

    /** Of a {@link #form}: the plan of a member; null if there is no such member. */
    default @Nullable Plan member(String name) {
        return null;
    }

    /** Of a {@link #form}: the names that members may have. */
    default Collection<String> memberNames() {
        return List.of();
    }

    /** Of a {@link #form}: what members there may be, for messages. */
    default String expectedMembers() {
        return expected();
    }

    /** Of a {@link #form}: what is wrong with a member that has no plan. */
    default String unknownMember(String name) {
        String meant = Nearest.of(name, memberNames());
        return meant == null ? "unknown, expected " + expectedMembers() : "unknown, did you mean " + meant + "?";
    }

    /** Of a {@link #form}: whether a value makes sense while it is still being written, as free text does. */
    default boolean grows() {
        return false;
    }

    /** How many levels of nesting this plan adds to those of its parts. */
    default int levels() {
        return 0;
    }

    /**
     * Whether there is a value that comes to an end.
     *
     * @param open the recursive plans that this one stands in
     */
    default boolean canEnd(Set<Plan> open) {
        return true;
    }

    /** Whether a value is a JSON string, so that a default may be given without quotes. */
    default boolean isText() {
        return false;
    }
}
