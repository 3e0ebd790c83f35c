package dev.makerai.schema;

import dev.makerai.internal.naming.Place;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns types as reflection shows them into uses of types: variables bound, and with their nullness. */
final class TypeResolver {
    /** Far more than strict mode's ten levels need. */
    private static final int MAX_DEPTH = 64;

    private final Map<TypeVariable<?>, TypeUse> bindings;
    private final Place place;
    private int depth;

    /** @param place for messages */
    TypeResolver(Map<TypeVariable<?>, TypeUse> bindings, Place place) {
        this.bindings = bindings;
        this.place = place;
    }

    /** The type variables of a generic class, bound to the arguments of a use of it. */
    static Map<TypeVariable<?>, TypeUse> bindings(TypeUse use) {
        Map<TypeVariable<?>, TypeUse> bindings = new HashMap<>();
        TypeVariable<?>[] variables = use.raw().getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
            bindings.put(variables[i], use.arguments().get(i));
        }
        return bindings;
    }

    /** Resolves a type that no annotation is known of. */
    TypeUse resolve(Type type) {
        return resolve(type, null, false);
    }

    /** Resolves the type of a component or parameter. */
    TypeUse resolve(AnnotatedType type, Annotation[] ofDeclaration) {
        return resolve(type.getType(), type, isNullable(ofDeclaration));
    }

    private TypeUse resolve(Type type, @Nullable AnnotatedType annotated, boolean declaredNullable) {
        if (++depth > MAX_DEPTH) {
            throw place.refuse("its type arguments lie too deep inside each other", "Flatten it");
        }
        TypeUse resolved = resolveNested(type, annotated, declaredNullable);
        depth--;
        return resolved;
    }

    private TypeUse resolveNested(Type type, @Nullable AnnotatedType annotated, boolean declaredNullable) {
        boolean nullable = declaredNullable || isNullable(annotated);
        if (type instanceof Class<?> raw) {
            return resolveClass(raw, annotated, nullable);
        }
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            AnnotatedType @Nullable [] annotatedArguments =
                    annotated instanceof AnnotatedParameterizedType p ? p.getAnnotatedActualTypeArguments() : null;
            List<TypeUse> resolved = new ArrayList<>();
            for (int i = 0; i < arguments.length; i++) {
                resolved.add(resolve(arguments[i], annotatedArguments == null ? null : annotatedArguments[i], false));
            }
            return new TypeUse((Class<?>) parameterized.getRawType(), resolved, nullable, type);
        }
        if (type instanceof GenericArrayType array) {
            TypeUse element = resolve(array.getGenericComponentType(), element(annotated), false);
            return new TypeUse(element.raw().arrayType(), List.of(element), nullable, type);
        }
        if (type instanceof TypeVariable<?> variable) {
            TypeUse bound = bindings.get(variable);
            if (bound == null) {
                throw place.refuse(type, "the type variable stands for any type", "Use a certain type");
            }
            return nullable && !bound.nullable()
                    ? new TypeUse(bound.raw(), bound.arguments(), true, bound.declared())
                    : bound;
        }
        return resolveWildcard((WildcardType) type, annotated);
    }

    private TypeUse resolveClass(Class<?> raw, @Nullable AnnotatedType annotated, boolean nullable) {
        if (raw.isArray()) {
            TypeUse element = resolve(raw.getComponentType(), element(annotated), false);
            return new TypeUse(raw, List.of(element), nullable, raw);
        }
        if (raw.getTypeParameters().length > 0) {
            throw place.refuse(
                    raw,
                    "the raw type does not say what is in it",
                    "Write its type arguments, or a record with a component that has them");
        }
        if (nullable && raw.isPrimitive()) {
            throw place.refuse(raw, "a primitive is never null", "Use its boxed type with @Nullable");
        }
        return new TypeUse(raw, List.of(), nullable, raw);
    }

    private TypeUse resolveWildcard(WildcardType wildcard, @Nullable AnnotatedType annotated) {
        Type bound = wildcard.getUpperBounds()[0];
        if (wildcard.getLowerBounds().length > 0 || bound == Object.class) {
            throw place.refuse(wildcard, "the wildcard stands for any type", "Use a certain type");
        }
        AnnotatedType annotatedBound =
                annotated instanceof AnnotatedWildcardType w ? w.getAnnotatedUpperBounds()[0] : null;
        return resolve(bound, annotatedBound, false);
    }

    private static @Nullable AnnotatedType element(@Nullable AnnotatedType array) {
        return array instanceof AnnotatedArrayType a ? a.getAnnotatedGenericComponentType() : null;
    }

    private static boolean isNullable(@Nullable AnnotatedElement annotated) {
        return annotated != null && isNullable(annotated.getAnnotations());
    }

    /** By simple name, since there are many, and the class of JSpecify's may be missing at run time. */
    private static boolean isNullable(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation.annotationType().getSimpleName().equals("Nullable")) {
                return true;
            }
        }
        return false;
    }
}
