package dev.makerai.printing.material;

import dev.makerai.errors.MakerAiException;
import java.util.List;

/** A material was asked for that the catalogue does not hold. */
public final class UnknownMaterialException extends MakerAiException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_CHARACTERS = 60;

    private final String name;
    /** An array, since a list need not be serializable as an exception is. */
    private final String[] nearNames;

    UnknownMaterialException(String name, List<String> nearNames, List<String> allNames) {
        super(message(name, nearNames, allNames), null);
        this.name = name;
        this.nearNames = nearNames.toArray(String[]::new);
    }

    /** The name that was asked for. */
    public String name() {
        return name;
    }

    /** Names that the catalogue does hold and that look alike, nearest first; empty if none does. */
    public List<String> nearNames() {
        return List.of(nearNames);
    }

    private static String message(String name, List<String> nearNames, List<String> allNames) {
        String shown = name.length() <= SHOWN_CHARACTERS ? name : name.substring(0, SHOWN_CHARACTERS) + "…";
        String hint = nearNames.isEmpty()
                ? "Known materials: " + String.join(", ", allNames)
                : "Did you mean " + String.join(", ", nearNames) + "?";
        return "There is no material \"" + shown + "\". " + hint;
    }
}
