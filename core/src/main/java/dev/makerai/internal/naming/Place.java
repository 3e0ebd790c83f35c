package dev.makerai.internal.naming;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where in a program something stands that a tool or a schema cannot be made of; writes every such refusal alike. */
public final class Place {
    /** A type, method, parameter or component; looked at only when it has to be shown. */
    private final Object subject;

    private final boolean isResult;

    /** Where the record stands whose component this is; null where that does not matter. */
    private final @Nullable Place outer;

    private Place(Object subject, boolean isResult, @Nullable Place outer) {
        this.subject = subject;
        this.isResult = isResult;
        this.outer = outer;
    }

    /** A type by itself. */
    public static Place of(Type type) {
        return new Place(type, false, null);
    }

    /** A method as a whole. */
    public static Place of(Method method) {
        return new Place(method, false, null);
    }

    /** A method's parameter. */
    public static Place of(Parameter parameter) {
        return new Place(parameter, false, null);
    }

    /** A component of a record that stands in this place. */
    public Place component(RecordComponent component) {
        return new Place(component, false, this);
    }

    /** A method's result. */
    public static Place result(Method method) {
        return new Place(method, true, null);
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
        Type whole = type();
        boolean isWhole = whole == null || culprit.getTypeName().equals(whole.getTypeName());
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

    private @Nullable Type type() {
        if (subject instanceof Type type) {
            return type;
        }
        if (subject instanceof Parameter parameter) {
            return parameter.getParameterizedType();
        }
        if (subject instanceof RecordComponent component) {
            return component.getGenericType();
        }
        return isResult ? ((Method) subject).getGenericReturnType() : null;
    }

    @Override
    public String toString() {
        Type type = type();
        String inBrackets = type == null ? "" : " (" + type.getTypeName() + ")";
        if (subject instanceof Parameter parameter) {
            return signature(parameter.getDeclaringExecutable()) + ", parameter '" + parameter.getName() + "'"
                    + inBrackets;
        }
        if (subject instanceof RecordComponent component) {
            return way() + component.getDeclaringRecord().getName() + ", component '" + component.getName() + "'"
                    + inBrackets;
        }
        if (subject instanceof Method method) {
            return signature(method) + (isResult ? ", result" + inBrackets : "");
        }
        return type == null ? "" : type.getTypeName();
    }

    /** From the outermost place to the record, such as "dev.x.Shop.quote(Order), parameter 'order' (…), in it a.b: ". */
    private String way() {
        StringBuilder path = new StringBuilder();
        Place root = this;
        while (root.outer != null) {
            String name = ((RecordComponent) root.subject).getName();
            path.insert(0, path.isEmpty() ? name : name + ".");
            root = root.outer;
        }
        boolean isNested = path.indexOf(".") >= 0;
        if (root.subject instanceof Type && !isNested) {
            // The record says it itself.
            return "";
        }
        return root + ", in it " + (isNested ? path + ": " : "");
    }

    private static String signature(Executable method) {
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
        return method.getDeclaringClass().getName() + "." + method.getName() + "(" + parameters + ")";
    }
}
