package dev.makerai.schema;

import dev.makerai.internal.naming.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What may be asked of the partials of one schema: the names of members, and the drafts that fit it. */
final class PartialTypes {
    private final String name;
    private final Plan root;
    private final Map<Class<?>, Plan> drafts = new ConcurrentHashMap<>();

    PartialTypes(String name, Plan root) {
        this.name = name;
        this.root = content(root);
    }

    /** What of a whole document's plan can be seen in a partial: a value without the object that wraps it. */
    static Plan content(Plan whole) {
        return whole instanceof WrappedPlan wrapped ? wrapped.value() : whole;
    }

    /** The plan of all that can be seen. */
    Plan root() {
        return root;
    }

    /** The schema's name. */
    String name() {
        return name;
    }

    /**
     * The plan of a value.
     *
     * @param path names of members
     * @throws IllegalArgumentException if there is no such member
     */
    Plan at(List<String> path) {
        Plan plan = root;
        for (int i = 0; i < path.size(); i++) {
            Plan member = plan.form().member(path.get(i));
            if (member == null) {
                throw new IllegalArgumentException(
                        unknown(i == 0 ? name : String.join(".", path.subList(0, i)), plan, path.get(i)));
            }
            plan = member;
        }
        return plan;
    }

    private static String unknown(String where, Plan plan, String wanted) {
        if (plan.form() instanceof ListPlan) {
            return where + " is a list. Read it with list(…).";
        }
        if (!plan.form().hasMembers()) {
            return where + " has no members, it is " + plan.expected() + ".";
        }
        String meant = Nearest.of(wanted, plan.form().memberNames());
        return where + " has no member " + wanted + ". "
                + (meant == null ? "It has " + plan.form().expectedMembers() + "." : "Did you mean " + meant + "?");
    }

    /**
     * The plan to read what there is into a type.
     *
     * @throws IllegalArgumentException if the type has a member that the schema lacks, or one that cannot be missing
     */
    Plan draft(Class<?> type) {
        Plan known = drafts.get(type);
        if (known == null) {
            known = content(Schema.of(type).plan());
            requireFit(known, root, new At(type.getSimpleName(), ""), new ArrayList<>());
            for (String member : known.form().memberNames()) {
                requireMissable(known.form().member(member), type.getSimpleName() + "." + member);
            }
            drafts.put(type, known);
        }
        return known;
    }

    private static void requireMissable(@Nullable Plan member, String where) {
        if (member == null || !ObjectPlan.canBeMissing(member)) {
            throw new IllegalArgumentException(
                    where + " may not be there yet. Mark it @Nullable, or make it Optional or a list.");
        }
    }

    /** A place in a draft, and the one in the value that fills it. */
    private record At(String draft, String value) {
        At member(String name) {
            return new At(draft + "." + name, value.isEmpty() ? name : value + "." + name);
        }

        At element() {
            return new At(draft + "[]", value + "[]");
        }
    }

    private void requireFit(Plan draft, Plan plan, At at, List<Plan> visited) {
        Plan form = draft.form();
        if (visited.contains(form)) {
            return;
        }
        visited.add(form);
        if (plan instanceof NullablePlan && !(draft instanceof NullablePlan) && form instanceof ListPlan) {
            throw new IllegalArgumentException(at.draft + " may be null in " + name + ". Mark it @Nullable.");
        }
        if (form instanceof ListPlan list && plan.form() instanceof ListPlan other) {
            requireFit(list.element(), other.element(), at.element(), visited);
        }
        for (String member : form.memberNames()) {
            Plan inner = form.member(member);
            Plan other = plan.form().member(member);
            if (inner == null || other == null) {
                throw new IllegalArgumentException(at.member(member).draft + " is never filled: "
                        + unknown(at.value.isEmpty() ? name : at.value, plan, member));
            }
            requireFit(inner, other, at.member(member), visited);
        }
    }
}
