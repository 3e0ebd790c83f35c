package dev.makerai.schema;

import dev.makerai.internal.naming.Place;
import dev.makerai.json.Json;
import java.lang.ref.SoftReference;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Java type as a strict JSON schema: what a model is told to write, and the way from that JSON to a value and back.
 *
 * <pre>{@code
 * record Quote(String part, @Range(min = 0) BigDecimal price, List<String> notes) {}
 *
 * Schema<Quote> schema = Schema.of(Quote.class);
 * schema.json();   // {"type":"object","properties":{"part":{"type":"string"},…},…}
 * Quote quote = schema.read("{\"part\":\"bracket\",\"price\":4.20,\"notes\":[]}");
 * }</pre>
 *
 * <p>Supported are primitives and their boxed types (but not {@code char}), {@link String}, {@link java.math.BigDecimal}
 * and {@link java.math.BigInteger}, enums, records of any visibility, sealed interfaces that permit records,
 * {@link java.util.List}, {@link java.util.Set}, {@link java.util.Collection} and arrays, {@link Map} with plain keys
 * (as a list of entries), {@code @Nullable} and {@link java.util.Optional}, the types of {@code java.time}, UUID, URI,
 * Currency and Locale. Members are named in snake_case and stand in the order of their declaration. A type that strict
 * mode takes only inside an object, such as a list or an enum, is wrapped as the member {@code value} and unwrapped
 * again.
 *
 * <p>What reads is as strict as what is sent: a member that is unknown, missing or twice there, a number given as a
 * string, a value out of range is refused. A missing member is taken for null only where null is a value or stands for
 * a default, and 3.0 is the integer 3, as JSON does not tell them apart.
 *
 * <p>A record's compact constructor may check more than annotations can say. What it throws as an
 * {@link IllegalArgumentException} (or a subclass) is made for the model: the message, up to 200 characters, becomes the
 * problem at the record's place, so write it for the model and keep secrets out of it. Of any other exception the model
 * sees only that the record refuses these values; the exception itself is the cause of the
 * {@link InvalidValueException}. An {@link Error} passes through, except an {@link AssertionError}.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param <T> the Java type; for primitives its boxed type
 */
public final class Schema<T> {
    private static final int MAX_NAME = 64;

    /** Held softly: a class of the JDK must not keep the class loader of this library alive. */
    private static final ClassValue<SoftReference<Schema<?>>> DERIVED = new ClassValue<>() {
        @Override
        protected SoftReference<Schema<?>> computeValue(Class<?> type) {
            return new SoftReference<>(derive(type));
        }
    };

    private final String name;
    private final Plan plan;
    private final Json json;

    private Schema(String name, Plan plan, Json json) {
        this.name = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
        this.plan = plan;
        this.json = json;
    }

    /**
     * The schema of a class; derived once per class.
     *
     * @throws IllegalArgumentException if there is no strict schema for it, or for a type in it; the message says where,
     *     why and what to use instead
     */
    @SuppressWarnings("unchecked") // The plan of a class reads values of that class.
    public static <T> Schema<T> of(Class<T> type) {
        Schema<?> known = DERIVED.get(type).get();
        if (known == null) {
            DERIVED.remove(type);
            known = derive(type);
        }
        return (Schema<T>) known;
    }

    /**
     * The schema of any type, also of a generic one such as {@code List<Part>}; derived anew with each call unless the
     * type is a class.
     *
     * @throws IllegalArgumentException as for {@link #of(Class)}
     */
    public static Schema<?> of(Type type) {
        return type instanceof Class<?> raw ? of(raw) : derive(type);
    }

    /**
     * The schema of a method's parameters: an object with a member for each, which is read as the array of arguments to
     * call the method with.
     *
     * @param name what the schema shall be called
     * @param given types whose parameters the schema leaves out, and with it the array
     * @throws IllegalArgumentException as for {@link #of(Class)}, and if the class file does not hold the names of the
     *     parameters
     */
    public static Schema<@Nullable Object[]> ofParameters(String name, Method method, Set<Class<?>> given) {
        Derivation derivation = new Derivation();
        return finished(name, derivation, derivation.parameters(method, given), Place.of(method));
    }

    private static Schema<?> derive(Type type) {
        Place place = Place.of(type);
        Derivation derivation = new Derivation();
        TypeUse use = new TypeResolver(Map.of(), place).resolve(type);
        Plan plan = derivation.plan(use, Constraints.NONE, place);
        return finished(use.simpleName(), derivation, plan instanceof RecordPlan ? plan : new WrappedPlan(plan), place);
    }

    private static <T> Schema<T> finished(String name, Derivation derivation, Plan plan, Place place) {
        derivation.finish(plan, place);
        Json json = SchemaWriter.write(plan, SharedPlans.under(plan), new StrictLimits(place));
        return new Schema<>(name, plan, json);
    }

    /** A name for the type, at most 64 characters of {@code [A-Za-z0-9_-]}. */
    public String name() {
        return name;
    }

    /** The strict JSON schema, always of an object. */
    public Json json() {
        return json;
    }

    /**
     * Reads a value.
     *
     * @param json what a model wrote
     * @throws InvalidValueException if it is not JSON or does not fit; it lists what is wrong
     */
    @SuppressWarnings("unchecked") // The plan reads values of the type that it was derived from.
    public T read(String json) {
        return (T) Objects.requireNonNull(ValueReader.read(plan, name, json));
    }

    /**
     * Begins to read a value while a model is still writing it.
     *
     * @return for one document
     */
    public PartialReader<T> partials() {
        return new PartialReader<>(this);
    }

    /** The plan of what is read. */
    Plan plan() {
        return plan;
    }

    /**
     * Writes a value in the form that {@link #read} takes. Whether it keeps to the bounds of the annotations is not
     * checked.
     *
     * @throws IllegalArgumentException if the value holds null where none is allowed, a number that JSON lacks, or a
     *     date outside the years 0 to 9999
     */
    public Json write(T value) {
        return JsonText.of((out, buffer) -> plan.write(out, value));
    }

    /**
     * Writes any value that a tool may return, by its class at run time: records with their wire names, a record of a
     * sealed interface inside an object that names it, enums by name, collections and arrays, maps as objects, numbers
     * with all their digits, what is empty or null as null, {@link Json} as it is.
     *
     * @throws IllegalArgumentException if something in it has no form in JSON, such as NaN or an object of an ordinary
     *     class, if it is nested deeper than 100 levels (as what holds itself is), or has more than 4 MiB of text; the
     *     message says where
     */
    public static Json toJson(@Nullable Object value) {
        return JsonText.of((out, buffer) -> new ResultWriter(out, buffer).write(value));
    }

    /**
     * Checks that {@link #toJson} can write what a method returns, as far as its declared type tells.
     *
     * @throws IllegalArgumentException if it never can; the message says why and what to use instead
     */
    public static void requireWritable(Method method) {
        ResultTypes.check(method);
    }

    /** The schema's text. */
    @Override
    public String toString() {
        return json.text();
    }
}
