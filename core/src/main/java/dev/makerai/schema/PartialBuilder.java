package dev.makerai.schema;

import dev.makerai.json.Json;
import dev.makerai.schema.GrowingJson.Open;
import dev.makerai.schema.InvalidValueException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the plans what of a document can be seen while it is being written. Objects, the lists in them and strings
 * of free form are open: what is in them is seen as it comes. All else is held back until it has ended, and is left out
 * if it does not fit.
 */
final class PartialBuilder implements JsonScanner.Events {
    private final GrowingJson json;
    private final Plan root;
    private final Consumer<Problem> problems;
    private @Nullable OpenValue frame;

    /** Where the value that is being written began, and where the text goes back to if it does not fit. */
    private int valueStart;

    private int fallback;
    /** The plan of a value that is held back; null if there is none for it, or the value is seen as it comes. */
    private @Nullable Plan held;

    private boolean isHeld;
    private boolean isSkipped;
    private int heldDepth;
    private boolean hasEnded;
    private int problemsLeft = ValueReader.MAX_PROBLEMS;

    /** @param problems told of the first ten things that are wrong; those of the document as a whole are not found here */
    PartialBuilder(Plan root, GrowingJson json, Consumer<Problem> problems) {
        this.root = root;
        this.json = json;
        this.problems = problems;
    }

    /** Whether the document has come to its end. */
    boolean hasEnded() {
        return hasEnded;
    }

    /** Where in the document the next character is. */
    String place() {
        return OpenValue.place(frame);
    }

    @Override
    public void open(char bracket) {
        if (isHeld) {
            heldDepth++;
            put(bracket);
            return;
        }
        Plan plan = begin();
        Plan form = plan == null ? null : plan.form();
        boolean isElement = frame != null && frame.isList();
        boolean isOpen = form != null && !isElement && (bracket == '{' ? form.hasMembers() : form instanceof ListPlan);
        if (form == null || !isOpen) {
            hold(plan);
            heldDepth = 1;
            put(bracket);
            return;
        }
        Open outside = frame == null ? null : frame.open;
        boolean isSeen = frame != null || !(root instanceof WrappedPlan);
        frame = new OpenValue(frame, form, isSeen ? new Open(bracket == '{' ? '}' : ']', outside) : outside, isSeen);
        if (isSeen) {
            json.append(bracket);
        }
        if (frame.outer == null) {
            json.begin(frame.open);
        }
    }

    @Override
    public void close(char bracket) {
        if (isHeld) {
            put(bracket);
            heldDepth--;
            if (heldDepth == 0) {
                endHeld();
            }
            return;
        }
        OpenValue closed = Objects.requireNonNull(frame);
        frame = closed.outer;
        if (closed.isSeen) {
            json.append(bracket);
        }
        ended();
    }

    @Override
    public void comma() {
        if (isHeld) {
            put(',');
        } else {
            Objects.requireNonNull(frame).index++;
        }
    }

    @Override
    public void name(String escaped) {
        if (isHeld) {
            put('"');
            put(escaped);
            put("\":");
        } else {
            Objects.requireNonNull(frame).name = escaped.indexOf('\\') < 0
                    ? escaped
                    : Objects.requireNonNull(Json.trusted('"' + escaped + '"').string());
        }
    }

    @Override
    public void openString() {
        if (!isHeld) {
            Plan plan = begin();
            boolean grows = plan != null
                    && plan.form().grows()
                    && !Objects.requireNonNull(frame).isList();
            if (grows) {
                json.append('"');
                held = plan;
                return;
            }
            hold(plan);
        }
        put('"');
    }

    @Override
    public void characters(String escaped) {
        if (isHeld) {
            put(escaped);
        } else {
            json.append(escaped);
            json.show(new Open('"', Objects.requireNonNull(frame).open));
        }
    }

    @Override
    public void closeString() {
        if (isHeld) {
            put('"');
            if (heldDepth == 0) {
                endHeld();
            }
            return;
        }
        json.append('"');
        boolean fits = fits(Objects.requireNonNull(held));
        held = null;
        if (fits || json.shownLength() > valueStart) {
            ended();
        } else {
            json.truncate(fallback);
        }
    }

    @Override
    public void scalar(String literal) {
        if (!isHeld) {
            hold(begin());
        }
        put(literal);
        if (heldDepth == 0) {
            endHeld();
        }
    }

    /** Writes what stands before a value and finds its plan; null if there is none for it. */
    private @Nullable Plan begin() {
        fallback = json.length();
        Plan plan = frame == null ? root : frame.isList() ? ((ListPlan) frame.form).element() : member(frame);
        if (plan != null && frame != null && frame.isSeen) {
            if (frame.written > 0) {
                json.append(',');
            }
            if (!frame.isList()) {
                json.append('"');
                json.append(frame.name);
                json.append("\":");
            }
        }
        valueStart = json.length();
        return plan;
    }

    private @Nullable Plan member(OpenValue of) {
        Plan plan = of.form.member(of.name);
        boolean isNew = plan != null && of.names.add(of.name);
        boolean isOneTooMany = of.names.size() > 1 && of.form instanceof SealedPlan;
        if (isNew && !isOneTooMany) {
            return plan;
        }
        // Finding what was meant takes its time, so it is not done for the thousandth.
        if (problemsLeft > 0) {
            problem(
                    "",
                    plan == null
                            ? of.form.unknownMember(of.name)
                            : isOneTooMany
                                    ? "one member too many, expected " + of.form.expected()
                                    : "is there more than once");
        }
        return null;
    }

    private void problem(String path, String message) {
        if (problemsLeft > 0) {
            problemsLeft--;
            problems.accept(new Problem(ValueReader.shortPath(place() + path), message));
        }
    }

    private void hold(@Nullable Plan plan) {
        isHeld = true;
        held = plan;
        isSkipped = plan == null;
        heldDepth = 0;
    }

    private void put(char c) {
        if (!isSkipped) {
            json.append(c);
        }
    }

    private void put(String text) {
        if (!isSkipped) {
            json.append(text);
        }
    }

    private void endHeld() {
        Plan plan = held;
        isHeld = false;
        isSkipped = false;
        held = null;
        if (plan != null && fits(plan)) {
            ended();
        } else {
            json.truncate(fallback);
            hasEnded = frame == null;
        }
    }

    private boolean fits(Plan plan) {
        List<Problem> found = new ArrayList<>();
        ValueReader.check(plan, json.since(valueStart), found);
        for (Problem each : found) {
            problem(each.path().substring(1), each.message());
        }
        return found.isEmpty();
    }

    /** Shows a value that has ended. */
    private void ended() {
        if (frame == null) {
            hasEnded = true;
            json.show(null);
        } else {
            frame.written++;
            json.show(frame.open);
        }
    }
}
