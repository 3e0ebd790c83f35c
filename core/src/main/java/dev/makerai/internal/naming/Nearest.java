package dev.makerai.internal.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the known name that was probably meant: by edit distance without regard to case, then by common words. */
public final class Nearest {
    /** Longer texts are compared by their beginning: the cost grows with the square. */
    private static final int COMPARED_CHARACTERS = 80;

    private Nearest() {}

    /** The known names, nearest first; names at the same distance keep their order. */
    public static List<String> sorted(String wanted, Collection<String> known) {
        record Candidate(String name, int distance) {}
        List<Candidate> candidates = new ArrayList<>();
        for (String name : known) {
            candidates.add(new Candidate(name, distance(wanted, name)));
        }
        candidates.sort(Comparator.comparingInt(Candidate::distance));
        return candidates.stream().map(Candidate::name).toList();
    }

    /** The nearest known name, or null if none is near enough to be a slip of the pen. */
    public static @Nullable String of(String wanted, Collection<String> known) {
        String nearest = null;
        int best = Math.max(2, Math.min(wanted.length(), COMPARED_CHARACTERS) / 3) + 1;
        for (String name : known) {
            int distance = distance(wanted, name);
            if (distance < best && distance < Math.max(wanted.length(), name.length())) {
                nearest = name;
                best = distance;
            }
        }
        return nearest == null ? byWords(wanted, known) : nearest;
    }

    /** The only name that has all words of the wanted one or of which it has all, as print_hours for hours. */
    private static @Nullable String byWords(String wanted, Collection<String> known) {
        Set<String> words = words(wanted);
        String found = null;
        for (String name : known) {
            Set<String> others = words(name);
            if (others.containsAll(words) || words.containsAll(others)) {
                if (found != null) {
                    return null;
                }
                found = name;
            }
        }
        return found;
    }

    private static Set<String> words(String name) {
        String cut = name.length() <= COMPARED_CHARACTERS ? name : name.substring(0, COMPARED_CHARACTERS);
        return new HashSet<>(List.of(SnakeCase.of(cut).split("[^\\p{L}\\p{N}]+")));
    }

    private static int distance(String left, String right) {
        String a = compared(left);
        String b = compared(right);
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] spare = previous;
            previous = current;
            current = spare;
        }
        return previous[b.length()];
    }

    private static String compared(String name) {
        String cut = name.length() <= COMPARED_CHARACTERS ? name : name.substring(0, COMPARED_CHARACTERS);
        return cut.toLowerCase(Locale.ROOT);
    }
}
