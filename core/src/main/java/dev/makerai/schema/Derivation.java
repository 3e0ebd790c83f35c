package dev.makerai.schema;

import dev.makerai.internal.naming.Place;
import dev.makerai.internal.naming.SnakeCase;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives the plans of a type and of all types in it. One derivation serves one root. */
final class Derivation {
    private final Map<TypeUse, NamedPlan> named = new LinkedHashMap<>();
    /** Where each plan is of which a refusal may speak when all are complete. */
    private final Map<Plan, Place> places = new IdentityHashMap<>();

    private final List<DefaultPlan> defaults = new ArrayList<>();
    private final OpenTypes open = new OpenTypes();

    /** The plan of a parameter or component with all that its annotations say. */
    Property property(String name, AnnotatedType type, Annotation[] annotations, TypeResolver resolver, Place place) {
        TypeUse use = resolver.resolve(type, annotations);
        Param param = RecordShape.param(annotations);
        Plan plan = plan(use, Constraints.of(annotations), place);
        places.putIfAbsent(plan, place);
        String description = param == null ? "" : param.value().strip();
        description = joined(description, plan.note());
        if (param != null && !param.defaultValue().equals(Param.NO_DEFAULT)) {
            if (plan instanceof NullablePlan) {
                throw place.refuse(
                        "with a default null would have two meanings", "Take @Nullable, Optional or the default away");
            }
            DefaultPlan withDefault = DefaultPlan.of(plan, param.defaultValue(), place);
            defaults.add(withDefault);
            return new Property(name, joined(description, withDefault.text()), withDefault);
        }
        return new Property(name, description, plan);
    }

    private static String joined(String description, String sentence) {
        if (description.isEmpty() || sentence.isEmpty()) {
            return description + sentence;
        }
        boolean isSentence = ".!?:;".indexOf(description.charAt(description.length() - 1)) >= 0;
        return description + (isSentence ? " " : ". ") + sentence;
    }

    Plan plan(TypeUse use, Constraints constraints, Place place) {
        open.enter(use, place);
        Plan plan = planOfOpen(use, constraints, place);
        open.leave();
        return plan;
    }

    private Plan planOfOpen(TypeUse use, Constraints constraints, Place place) {
        if (use.nullable()) {
            TypeUse required = use.required();
            return OptionalPlan.is(use.raw())
                    ? refuseNullableOptional(use, place)
                    : new NullablePlan(plan(required, constraints, place));
        }
        Class<?> raw = use.raw();
        if (NumberText.isNumber(raw)) {
            constraints.refuseText(place, use.declared());
            return number(use, constraints.range(), place);
        }
        if (raw == String.class) {
            return string(use, constraints, place);
        }
        if (OptionalPlan.is(raw)) {
            return new OptionalPlan(raw, plan(optionalValue(use), constraints, place));
        }
        if (ListPlan.isCollection(raw) || (raw.isArray() && raw != byte[].class)) {
            SizeRange size = SizeRange.of(constraints.size(), place, use.declared());
            return new ListPlan(raw, plan(use.arguments().get(0), constraints.ofElements(), place), size);
        }
        if (raw == Map.class) {
            return map(use, constraints, place);
        }
        constraints.refuseAll(place, use.declared());
        return unconstrained(use, place);
    }

    private Plan unconstrained(TypeUse use, Place place) {
        Class<?> raw = use.raw();
        if (raw == boolean.class || raw == Boolean.class) {
            return new BooleanPlan();
        }
        NamedPlan known = named.get(use);
        if (known != null) {
            return known;
        }
        if (raw.isEnum()) {
            NamedPlan plan = EnumPlan.of(raw, place);
            named.put(use, plan);
            return plan;
        }
        if (raw.isRecord()) {
            return record(use, place);
        }
        if (raw.isInterface() && raw.isSealed()) {
            return sealed(use, place);
        }
        TextForm form = TextForm.of(raw);
        if (form != null) {
            return new TextPlan(form);
        }
        throw Unsupported.refuse(raw, use.declared(), place);
    }

    private static Plan refuseNullableOptional(TypeUse use, Place place) {
        throw place.refuse(use.declared(), "an Optional is not null itself", "Take @Nullable away");
    }

    private static TypeUse optionalValue(TypeUse use) {
        Class<?> primitive = switch (use.raw().getSimpleName()) {
            case "OptionalInt" -> int.class;
            case "OptionalLong" -> long.class;
            case "OptionalDouble" -> double.class;
            default -> null;
        };
        return primitive == null
                ? use.arguments().get(0).required()
                : new TypeUse(primitive, List.of(), false, primitive);
    }

    private static Plan number(TypeUse use, @Nullable Range range, Place place) {
        if (IntegerPlan.is(use.raw())) {
            return IntegerPlan.of(use.raw(), range, place, use.declared());
        }
        return DecimalPlan.is(use.raw())
                ? DecimalPlan.of(use.raw(), range, place, use.declared())
                : BigPlan.of(use.raw(), range, place, use.declared());
    }

    private static Plan string(TypeUse use, Constraints constraints, Place place) {
        constraints.refuseRange(place, use.declared());
        Pattern pattern = constraints.pattern();
        return new StringPlan(
                pattern == null ? null : PortablePattern.of(pattern.value(), place, use.declared()),
                SizeRange.of(constraints.size(), place, use.declared()));
    }

    private Plan map(TypeUse use, Constraints constraints, Place place) {
        SizeRange size = SizeRange.of(constraints.size(), place, use.declared());
        constraints.ofElements().refuseAll(place, use.declared());
        TypeUse key = use.arguments().get(0);
        boolean isKey = !key.nullable()
                && (key.raw() == String.class
                        || key.raw().isEnum()
                        || NumberText.isInteger(key.raw())
                        || TextForm.of(key.raw()) != null);
        if (!isKey) {
            throw place.refuse(
                    use.declared(), "its keys have no plain form", "Use String, an enum or an integer as the key");
        }
        Plan keyPlan = plan(key, Constraints.NONE, place);
        return new MapPlan(keyPlan, plan(use.arguments().get(1), Constraints.NONE, place), size);
    }

    private RecordPlan record(TypeUse use, Place outer) {
        RecordShape shape = RecordShape.of(use.raw(), outer);
        RecordPlan plan = new RecordPlan(use.simpleName(), shape);
        named.put(use, plan);
        places.put(plan, outer);
        Map<TypeVariable<?>, TypeUse> bindings = TypeResolver.bindings(use);
        List<Property> properties = new ArrayList<>();
        for (RecordComponent component : shape.components()) {
            Place place = outer.component(component);
            properties.add(property(
                    shape.names().get(properties.size()),
                    component.getAnnotatedType(),
                    component.getAnnotations(),
                    new TypeResolver(bindings, place),
                    place));
        }
        plan.complete(properties);
        return plan;
    }

    private SealedPlan sealed(TypeUse use, Place place) {
        SealedPlan plan = new SealedPlan(use.simpleName());
        named.put(use, plan);
        places.put(plan, place);
        addBranches(plan, use, place);
        return plan;
    }

    private void addBranches(SealedPlan plan, TypeUse use, Place place) {
        for (Class<?> permitted : use.raw().getPermittedSubclasses()) {
            Map<TypeVariable<?>, TypeUse> bindings = bindingsOfPermitted(permitted, use);
            List<TypeUse> arguments = new ArrayList<>();
            for (TypeVariable<?> variable : permitted.getTypeParameters()) {
                arguments.add(new TypeResolver(bindings, Place.of(permitted)).resolve(variable));
            }
            TypeUse branch = new TypeUse(permitted, arguments, false, permitted);
            if (permitted.isInterface() && permitted.isSealed()) {
                addBranches(plan, branch, place);
            } else if (!permitted.isRecord()) {
                throw place.refuse(
                        use.declared(),
                        permitted.getName() + ", which it permits, is not a record",
                        "Permit records only");
            } else if (!plan.add(SnakeCase.of(permitted.getSimpleName()), permitted, unconstrained(branch, place))) {
                throw place.refuse(
                        use.declared(),
                        "two records that it permits have the wire name \"" + SnakeCase.of(permitted.getSimpleName())
                                + "\"",
                        "Rename one of them");
            }
        }
    }

    /** Binds the variables of a record from what it says it is: {@code record Ok<T>(T value) implements Result<T>}. */
    private static Map<TypeVariable<?>, TypeUse> bindingsOfPermitted(Class<?> permitted, TypeUse use) {
        Map<TypeVariable<?>, TypeUse> bindings = new HashMap<>();
        for (Type parent : permitted.getGenericInterfaces()) {
            if (parent instanceof ParameterizedType parameterized && parameterized.getRawType() == use.raw()) {
                Type[] arguments = parameterized.getActualTypeArguments();
                for (int i = 0; i < arguments.length; i++) {
                    if (arguments[i] instanceof TypeVariable<?> variable) {
                        bindings.put(variable, use.arguments().get(i));
                    }
                }
            }
        }
        return bindings;
    }

    /** The plan of a method's parameters, but for those of the types that are given. */
    ObjectPlan parameters(Method method, Set<Class<?>> given) {
        List<Property> properties = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        AnnotatedType[] types = method.getAnnotatedParameterTypes();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (given.contains(parameters[i].getType())) {
                continue;
            }
            Annotation[] annotations = parameters[i].getAnnotations();
            @Nullable Param param = RecordShape.param(annotations);
            Place place = Place.of(parameters[i]);
            if (!parameters[i].isNamePresent() && (param == null || param.name().isEmpty())) {
                throw place.refuse(
                        "the class file does not hold the parameter's name",
                        "Compile with the option -parameters (in Maven <parameters>true</parameters> for a"
                                + " maven-compiler-plugin of 3.6.2 or newer), or name it with @Param(name = \"…\")");
            }
            String name = RecordShape.wireName(parameters[i].getName(), param, taken, place);
            properties.add(property(name, types[i], annotations, new TypeResolver(Map.of(), place), place));
        }
        return new ObjectPlan(properties);
    }

    /** Checks what can be checked only once all plans are complete. */
    void finish(Plan root, Place place) {
        new StrictLimits(place).checkLevels(root, places);
        for (NamedPlan plan : named.values()) {
            if (!plan.canEnd(new HashSet<>())) {
                throw places.getOrDefault(plan, place)
                        .refuse(
                                "a value of " + plan.typeName() + " always holds another one, without end",
                                "Make a component @Nullable or a List");
            }
        }
        for (DefaultPlan withDefault : defaults) {
            withDefault.check();
        }
    }
}
