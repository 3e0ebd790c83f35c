package dev.makerai.audit;

import dev.makerai.run.RunEnd;
import java.util.Locale;

/** How the things of a run are called. */
final class RunWords {
    private RunWords() {}

    /** How a run ended, such as {@code limit_reached}. */
    static String outcome(RunEnd end) {
        return end.getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
