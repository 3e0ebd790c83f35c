package dev.makerai.schema;

import dev.makerai.internal.naming.Shown;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object or list whose members or elements are seen as they come. */
final class OpenValue {
    final @Nullable OpenValue outer;
    final Plan form;
    /** What is open in the text with it; of a wrapping object, which is not seen, what is open around it. */
    final GrowingJson.@Nullable Open open;

    final boolean isSeen;
    /** The known members that there have been. */
    final Set<String> names = new HashSet<>();
    /** The member or element that is being written. */
    String name = "";

    int index;
    /** How many members or elements are in the text. */
    int written;

    OpenValue(@Nullable OpenValue outer, Plan form, GrowingJson.@Nullable Open open, boolean isSeen) {
        this.outer = outer;
        this.form = form;
        this.open = open;
        this.isSeen = isSeen;
    }

    boolean isList() {
        return form instanceof ListPlan;
    }

    /** Where the innermost open value is, as {@code $.lines[2]}. */
    static String place(@Nullable OpenValue innermost) {
        StringBuilder place = new StringBuilder();
        for (OpenValue each = innermost; each != null; each = each.outer) {
            if (each.isList()) {
                place.insert(0, "[" + each.index + "]");
            } else if (!each.name.isEmpty()) {
                String quoted = Shown.quoted(each.name);
                place.insert(0, quoted, 1, quoted.length() - 1).insert(0, '.');
            }
        }
        return ValueReader.shortPath(place.insert(0, '$').toString());
    }
}
