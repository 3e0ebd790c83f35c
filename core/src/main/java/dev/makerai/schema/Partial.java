package dev.makerai.schema;

import dev.makerai.json.Json;
import dev.makerai.schema.CompactJson.Slice;
import dev.makerai.schema.InvalidValueException.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known so far of a value that a model is still writing. {@link PartialReader} says what appears when.
 *
 * <p>A record cannot be half built, so there are two ways to look: member by member, with {@link #text}, {@link #get}
 * and {@link #list}, or as a draft, a record of yours with the same components, or some of them, that may all be
 * missing:
 *
 * <pre>{@code
 * record QuoteDraft(@Nullable String summary, @Nullable BigDecimal price, List<Line> lines) {}
 *
 * QuoteDraft draft = partial.as(QuoteDraft.class);  // QuoteDraft[summary=A brac, price=null, lines=[]]
 * }</pre>
 *
 * <p>A path is the wire name of a member, such as {@code summary}, or several for a member further inside, such as
 * {@code customer.address.city}; of a sealed interface {@code outline.circle.radius}; the empty path is the whole. Paths
 * do not go into lists.
 *
 * <p>Looking costs time by the size of what is known. Immutable and safe for use by several threads.
 *
 * @param <T> the type of the whole value
 */
public final class Partial<T> {
    private final PartialTypes types;
    private final GrowingJson.Shown shown;
    private final @Nullable T value;
    private final List<Problem> problems;
    /** Made when it is first asked for; made twice if by two threads at once, which does no harm. */
    private @Nullable Json json;

    Partial(PartialTypes types, GrowingJson.Shown shown, @Nullable T value, List<Problem> problems) {
        this.types = types;
        this.shown = shown;
        this.value = value;
        this.problems = problems;
    }

    /**
     * What is known, as compact, well-formed JSON: all that is open is closed. A type that is sent inside an object, such
     * as a list, is without that object here. JSON's null if nothing is known.
     */
    public Json json() {
        Json made = json;
        if (made == null) {
            String text = shown.text();
            made = text.isEmpty() ? Json.NULL : Json.trusted(text);
            json = made;
        }
        return made;
    }

    /** The whole value; null until it has ended, and if it does not fit. */
    public @Nullable T value() {
        return value;
    }

    /** Whether the whole value is there and fits. */
    public boolean isComplete() {
        return value != null;
    }

    /** What is wrong so far, at most eleven things; if there is any, {@link PartialReader#finish} will throw. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * A text as far as it has been written; of a number or boolean its JSON. Null if it is not there, or is null.
     *
     * @param path see above
     * @throws IllegalArgumentException if the schema has no such member, or it is an object or a list
     */
    public @Nullable String text(String path) {
        List<String> names = names(path);
        Plan plan = types.at(names);
        if (plan.form().hasMembers() || plan.form() instanceof ListPlan) {
            throw new IllegalArgumentException(shownPath(path) + " is " + plan.expected()
                    + " and no text. Read it with get(…), list(…) or as(…).");
        }
        Slice slice = find(names);
        if (slice == null) {
            return null;
        }
        Json found = Json.trusted(slice.of(json().text()));
        return found.kind() == Json.Kind.STRING ? found.string() : found.text();
    }

    /**
     * A value that has ended.
     *
     * @param path see above
     * @param type the class to read it into
     * @return null until it has ended, if it is null, and if it is a record that does not fit
     * @throws IllegalArgumentException if the schema has no such member, or it is of another type
     */
    public <V> @Nullable V get(String path, Class<V> type) {
        List<String> names = names(path);
        Plan plan = types.at(names);
        Slice slice = find(names);
        return slice == null || slice.end() > shown.length()
                ? null
                : read(PartialTypes.content(Schema.of(type).plan()), plan, slice, path);
    }

    /**
     * The elements of a list that have ended.
     *
     * @param path see above
     * @param type the class to read each into
     * @return empty until there are any, and if the list is null
     * @throws IllegalArgumentException if the schema has no such member, it is no list, or its elements are of another
     *     type
     */
    public <V> List<V> list(String path, Class<V> type) {
        List<String> names = names(path);
        Plan plan = types.at(names);
        if (!(plan.form() instanceof ListPlan)) {
            throw new IllegalArgumentException(
                    shownPath(path) + " is " + plan.expected() + " and no list. Read it with get(…) or text(…).");
        }
        Plan wanted =
                new ListPlan(List.class, PartialTypes.content(Schema.of(type).plan()), null);
        Slice slice = find(names);
        List<V> read = slice == null ? null : read(wanted, plan, slice, path);
        return read == null ? List.of() : read;
    }

    /**
     * All that is known, as a draft.
     *
     * @param draft a record whose components are called as those of the value, or as some of them, and are all
     *     {@code @Nullable}, Optional or lists; of what has not come yet a component is null, empty or the empty list. A
     *     record inside need not be a draft too: it is there when it has ended
     * @throws IllegalArgumentException if there is no strict schema for the draft, it has a component that the schema
     *     lacks, one that cannot be missing, or one of another type
     */
    @SuppressWarnings({"unchecked", "NullAway"
    }) // The plan reads values of the draft's class, and null is none of them.
    public <D> D as(Class<D> draft) {
        Plan plan = types.draft(draft);
        String text = shown.length() == 0 ? (plan.form() instanceof ListPlan ? "[]" : "{}") : json().text();
        int closing = text.length() - shown.length();
        List<Problem> found = new ArrayList<>();
        Object read = ValueReader.readDraft(plan, text, new ValueReader.Draft(closing, false), found);
        if (!found.isEmpty() && isAtFault(new Slice(0, text.length()), types.root(), new CompactJson(text))) {
            found.clear();
            read = ValueReader.readDraft(plan, text, new ValueReader.Draft(closing, true), found);
        }
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(draft.getSimpleName() + " cannot hold what is known of " + types.name()
                    + ": " + found.get(0) + ". Give its components the types that " + types.name() + " has.");
        }
        return (D) read;
    }

    /** The JSON's text. */
    @Override
    public String toString() {
        return json().text();
    }

    private static List<String> names(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
    }

    private String shownPath(String path) {
        return path.isEmpty() ? types.name() : path;
    }

    /** A value that is there and not null. */
    private @Nullable Slice find(List<String> names) {
        if (shown.length() == 0) {
            return null;
        }
        String text = json().text();
        Slice slice = new CompactJson(text).find(names);
        return slice == null || text.startsWith("null", slice.start()) ? null : slice;
    }

    @SuppressWarnings("unchecked") // The plan was derived from V.
    private <V> @Nullable V read(Plan wanted, Plan declared, Slice slice, String path) {
        String text = slice.of(json().text());
        List<Problem> found = new ArrayList<>();
        Object read = ValueReader.check(wanted, text, found);
        if (found.isEmpty()) {
            return (V) read;
        }
        boolean isEnded = slice.end() <= shown.length();
        if (isEnded && !fits(declared, text)) {
            return null;
        }
        Problem first = found.get(0);
        throw new IllegalArgumentException(shownPath(path) + first.path().substring(1) + ": " + first.message() + ". "
                + types.name() + " has " + declared.expected() + " as " + shownPath(path) + ".");
    }

    private static boolean fits(Plan plan, String text) {
        List<Problem> found = new ArrayList<>();
        Object unused = ValueReader.check(plan, text, found);
        return found.isEmpty();
    }

    /** Whether what has ended does not fit the schema, though each of its members does. */
    private boolean isAtFault(Slice slice, Plan plan, CompactJson in) {
        if (slice.end() <= shown.length()) {
            return !fits(plan, slice.of(json().text()));
        }
        return in.members(slice).entrySet().stream().anyMatch(member -> {
            Plan inner = plan.form().member(member.getKey());
            return inner == null || isAtFault(member.getValue(), inner, in);
        });
    }
}
