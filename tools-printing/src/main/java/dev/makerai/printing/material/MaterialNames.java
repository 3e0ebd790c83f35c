package dev.makerai.printing.material;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How people write material names: one key for all spellings of a name, other words for it, and names alike. */
final class MaterialNames {
    /** Longer than any name; it bounds the work on a text that a model made up. */
    private static final int LONGEST_KEY = 100;

    private static final int MOST_NEAR_NAMES = 5;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-_./()]+");
    private static final Pattern FILAMENT = Pattern.compile("(?<=.)FILAMENT$");

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("NYLON", "PA"),
            Map.entry("POLYAMIDE", "PA"),
            Map.entry("NYLON6", "PA6"),
            Map.entry("POLYAMIDE6", "PA6"),
            Map.entry("POLYCARBONATE", "PC"),
            Map.entry("POLYPROPYLENE", "PP"),
            Map.entry("POLYLACTICACID", "PLA"),
            Map.entry("FLEX", "TPU"),
            Map.entry("FLEXIBLE", "TPU"),
            Map.entry("TPU95", "TPU95A"),
            Map.entry("TPU85", "TPU85A"),
            Map.entry("PC+ABS", "PCABS"),
            Map.entry("ACRYLIC", "PMMA"),
            Map.entry("ACETAL", "POM"),
            Map.entry("CFPETG", "PETGCF"),
            Map.entry("CFASA", "ASACF"),
            Map.entry("CF", "CFGENERIC"),
            Map.entry("WOOD", "WOODGENERIC"));

    private MaterialNames() {}

    /** The key under which every spelling of a name is found: {@code pet-g}, {@code Pet G} and {@code PETG} share it. */
    static String key(String name) {
        String cut = name.length() > LONGEST_KEY ? name.substring(0, LONGEST_KEY) : name;
        String plain = Normalizer.normalize(cut, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String joined = SEPARATORS
                .matcher(plain)
                .replaceAll("")
                .replace("PLUS", "+")
                .replace("CARBONFIBER", "CF")
                .replace("CARBONFIBRE", "CF");
        return FILAMENT.matcher(joined).replaceFirst("");
    }

    /** The key that another word for a material stands for; the given key where it is no such word. */
    static String resolve(String key) {
        return ALIASES.getOrDefault(key, key);
    }

    /** The names that look most like the given one, nearest first, at most five. */
    static List<String> near(String name, List<String> names) {
        record Candidate(String name, int distance) {}
        String key = key(name);
        List<Candidate> candidates = new ArrayList<>();
        for (String other : names) {
            String otherKey = key(other);
            boolean sameStart = !key.isEmpty() && (otherKey.startsWith(key) || key.startsWith(otherKey));
            int distance = sameStart ? 1 : distance(key, otherKey);
            int allowed = Math.max(1, Math.min(key.length(), otherKey.length()) / 2);
            if (distance <= allowed) {
                candidates.add(new Candidate(other, distance));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::distance));
        return candidates.stream().limit(MOST_NEAR_NAMES).map(Candidate::name).toList();
    }

    /** How many characters have to be put in, left out or replaced to make one text the other (Levenshtein). */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
