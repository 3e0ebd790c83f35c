package dev.makerai.internal.naming;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where in a program something stands that a tool or a schema cannot be made of; writes every such refusal alike. */
public final class Place {
    private final @Nullable Method method;
    private final @Nullable Class<?> owner;
    private final @Nullable String member;
    private final @Nullable Type type;

    private Place(@Nullable Method method, @Nullable Class<?> owner, @Nullable String member, @Nullable Type type) {
        this.method = method;
        this.owner = owner;
        this.member = member;
        this.type = type;
    }

    /** A type by itself. */
    public static Place of(Type type) {
        return new Place(null, null, null, type);
    }

    /** A method as a whole. */
    public static Place of(Method method) {
        return new Place(method, null, null, null);
    }

    /** A method's parameter. */
    public static Place parameter(Method method, String name, Type type) {
        return new Place(method, null, name, type);
    }

    /** A method's result. */
    public static Place result(Method method) {
        return new Place(method, null, null, method.getGenericReturnType());
    }

    /** A record's component. */
    public static Place component(Class<?> record, String name, Type type) {
        return new Place(null, record, name, type);
    }

    /**
     * The exception that refuses this place, such as "dev.x.Shop.quote(Object), parameter 'part' (java.lang.Object): a
     * model cannot know what to put there. Use a record, an enum or a String."
     *
     * @param reason what is wrong, the end of a sentence without its full stop
     * @param fix what to do instead, a sentence without its full stop
     */
    public IllegalArgumentException refuse(String reason, String fix) {
        return new IllegalArgumentException(this + ": " + reason + ". " + fix + ".");
    }

    /**
     * The exception that refuses a type that stands somewhere in this place's type, as {@code Object} does in
     * {@code List<Object>}.
     */
    public IllegalArgumentException refuse(Type culprit, String reason, String fix) {
        boolean isWhole = type == null || culprit.getTypeName().equals(type.getTypeName());
        return refuse(isWhole ? reason : culprit.getTypeName() + " in it: " + reason, fix);
    }

    /** The exception that refuses a class whose module keeps it closed to reflection. */
    public IllegalArgumentException refuseClosed(Class<?> type) {
        Module own = Place.class.getModule();
        String receiver = own.isNamed() ? " to " + own.getName() : "";
        return refuse(
                "the module " + type.getModule().getName() + " keeps " + type.getName() + " closed",
                "Add `opens " + type.getPackageName() + receiver + ";` to its module-info.java");
    }

    @Override
    public String toString() {
        String typeName = type == null ? "" : type.getTypeName();
        if (method == null) {
            return owner == null ? typeName : owner.getName() + ", component '" + member + "' (" + typeName + ")";
        }
        String signature = method.getDeclaringClass().getName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
        if (type == null) {
            return signature;
        }
        return signature + (member == null ? ", result" : ", parameter '" + member + "'") + " (" + typeName + ")";
    }
}
