package dev.makerai.printing.mesh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Real STL files with known figures, which live outside the repository. */
final class Corpus {
    private Corpus() {}

    /** The folder of the files; skips the test that asks if it is not there. */
    static Path folder() {
        Path folder = Path.of(System.getProperty("makerai.testdata", "../../shared"), "data", "stl");
        assumeTrue(Files.isDirectory(folder), "no STL corpus at " + folder + " (system property makerai.testdata)");
        return folder;
    }

    /** The rows of a table, each by its column names. */
    static List<Map<String, String>> rows(String table) {
        try {
            List<String> lines = Files.readAllLines(folder().resolve(table), StandardCharsets.UTF_8);
            List<String> names = cells(lines.get(0));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), cells.get(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
