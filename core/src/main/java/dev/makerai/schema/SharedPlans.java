package dev.makerai.schema;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds which plans occur more than once under a root, recursive ones among them, and names their definitions. */
final class SharedPlans {
    private final Plan root;
    private final Map<NamedPlan, Integer> uses = new LinkedHashMap<>();
    private final Map<String, NamedPlan> definitions = new LinkedHashMap<>();
    private final Map<NamedPlan, String> references = new HashMap<>();

    private SharedPlans(Plan root) {
        this.root = root;
    }

    static SharedPlans under(Plan root) {
        SharedPlans shared = new SharedPlans(root);
        shared.count(root);
        shared.name();
        return shared;
    }

    @Nullable
    String reference(NamedPlan plan) {
        return references.get(plan);
    }

    /** By name, in the order in which they first occur; without the root, which is referred to as {@code #}. */
    Map<String, NamedPlan> definitions() {
        return Collections.unmodifiableMap(definitions);
    }

    private void count(Plan plan) {
        if (plan instanceof NamedPlan named) {
            Integer before = uses.put(named, uses.getOrDefault(named, 0) + 1);
            if (before != null) {
                return;
            }
        }
        for (Plan part : plan.parts()) {
            count(part);
        }
    }

    private void name() {
        Set<String> taken = new HashSet<>();
        for (Map.Entry<NamedPlan, Integer> use : uses.entrySet()) {
            NamedPlan plan = use.getKey();
            if (use.getValue() == 1) {
                continue;
            }
            if (plan == root) {
                references.put(plan, "#");
                continue;
            }
            String name = plan.typeName();
            for (int i = 2; !taken.add(name); i++) {
                name = plan.typeName() + "_" + i;
            }
            definitions.put(name, plan);
            references.put(plan, "#/$defs/" + name);
        }
    }
}
