package dev.makerai.testing;

import dev.makerai.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How the form of what a service answers has changed between two recordings; what it says does not count. */
final class Drift {
    private final List<String> changes = new ArrayList<>();

    private Drift() {}

    static List<String> between(List<Interaction> before, List<Interaction> now) {
        Drift drift = new Drift();
        for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
            if (i >= before.size()) {
                drift.changes.add(now.get(i).name() + ": this request is new");
            } else if (i >= now.size()) {
                drift.changes.add(before.get(i).name() + ": this request is not made any more");
            } else if (!before.get(i).name().equals(now.get(i).name())) {
                drift.changes.add(
                        before.get(i).name() + ": there is " + now.get(i).name() + " instead");
            } else {
                drift.compare(before.get(i), now.get(i));
            }
        }
        return List.copyOf(new LinkedHashSet<>(drift.changes));
    }

    private void compare(Interaction before, Interaction now) {
        String name = now.name();
        if (before.status() != now.status()) {
            changes.add(name + ": the status was " + before.status() + " and is " + now.status());
        }
        Map<String, Set<String>> old = shapes(before);
        Map<String, Set<String>> fresh = shapes(now);
        fresh.forEach((place, kinds) -> {
            Set<String> known = old.get(place);
            if (known == null) {
                changes.add(name + ": " + place + " is new (" + String.join(" or ", kinds) + ")");
            } else if (!known.equals(kinds)) {
                changes.add(name + ": " + place + " was " + String.join(" or ", known) + " and is "
                        + String.join(" or ", kinds));
            }
        });
        old.keySet().stream()
                .filter(place -> !fresh.containsKey(place))
                .forEach(place -> changes.add(name + ": " + place + " is gone"));
    }

    /** The kinds of value at each place; of a stream, at each place of each type of event. */
    private static Map<String, Set<String>> shapes(Interaction interaction) {
        Map<String, Set<String>> shapes = new LinkedHashMap<>();
        Json whole = Bytes.json(interaction.body());
        if (whole != null) {
            add(whole, "$", shapes);
            return shapes;
        }
        String text = Bytes.text(interaction.body());
        boolean isStream =
                interaction.headers().getOrDefault("content-type", "").startsWith("text/event-stream");
        if (text != null && isStream) {
            text.lines().filter(line -> line.startsWith("data:")).forEach(line -> {
                Json event = Bytes.json(line.substring("data:".length()).getBytes(StandardCharsets.UTF_8));
                if (event != null) {
                    Json type = event.get("type");
                    String name = type == null ? "event" : "event " + type.string();
                    add(event, name, shapes);
                }
            });
        }
        return shapes;
    }

    private static void add(Json json, String at, Map<String, Set<String>> shapes) {
        shapes.computeIfAbsent(at, place -> new LinkedHashSet<>())
                .add(json.kind().name().toLowerCase(Locale.ROOT));
        json.elements().forEach(element -> add(element, at + "[]", shapes));
        json.members().forEach((name, value) -> add(value, at + "." + name, shapes));
    }
}
