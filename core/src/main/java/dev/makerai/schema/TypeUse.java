package dev.makerai.schema;

import java.lang.reflect.Type;
import java.util.List;

/**
 * A type as it is used somewhere, with nothing left open.
 *
 * @param raw the class; of an array its class with the erased elements
 * @param arguments the type arguments, or an array's element
 * @param nullable whether null is a value
 * @param declared the type as it was written, for messages; not part of what it is
 */
record TypeUse(Class<?> raw, List<TypeUse> arguments, boolean nullable, Type declared) {
    TypeUse {
        arguments = List.copyOf(arguments);
    }

    TypeUse required() {
        return nullable ? new TypeUse(raw, arguments, false, declared) : this;
    }

    /** Such as {@code Part} or {@code Box_Part}, of ASCII letters, digits and underscores. */
    String simpleName() {
        StringBuilder name = new StringBuilder();
        String simple = raw.getSimpleName();
        for (int i = 0; i < simple.length(); i++) {
            char c = simple.charAt(i);
            name.append(c < 0x80 && Character.isLetterOrDigit(c) ? c : '_');
        }
        for (TypeUse argument : arguments) {
            name.append('_').append(argument.simpleName());
        }
        return name.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypeUse use
                && use.raw == raw
                && use.nullable == nullable
                && use.arguments.equals(arguments);
    }

    @Override
    public int hashCode() {
        return raw.hashCode() * 31 + arguments.hashCode() + (nullable ? 1 : 0);
    }
}
