package dev.makerai.printing.mesh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The warnings of a text file: one of each kind, however often a file gives cause for it. */
final class RepeatedWarnings {
    private static final int SHOWN_LINES = 5;

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /** One kind of warning, with the message of its first place. */
    private static final class Kind {
        private final String message;
        private final List<Long> lines = new ArrayList<>();
        private long count;

        private Kind(String message) {
            this.message = message;
        }

        private void add(long line) {
            count++;
            if (lines.size() < SHOWN_LINES) {
                lines.add(line);
            }
        }

        private String text() {
            if (count == 1) {
                return message;
            }
            String shown = lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return message + " The same in " + count + " places: lines " + shown
                    + (count > lines.size() ? " and more." : ".");
        }
    }

    /**
     * Takes a warning.
     *
     * @param code its kind
     * @param message what to say if it is the first of its kind
     * @param line where, from 1
     */
    void add(String code, String message, long line) {
        kinds.computeIfAbsent(code, first -> new Kind(message)).add(line);
    }

    /** What to tell, in the order of the first places. */
    List<MeshWarning> list() {
        List<MeshWarning> warnings = new ArrayList<>();
        kinds.forEach((code, kind) -> warnings.add(new MeshWarning(code, kind.text(), null, kind.lines.get(0))));
        return warnings;
    }
}
