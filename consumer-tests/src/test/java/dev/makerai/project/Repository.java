package dev.makerai.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the project's own files are. */
final class Repository {
    static final List<String> PUBLISHED_MODULES = List.of("core", "tools-printing", "realtime");

    private Repository() {}

    /** The folder of the parent POM: tests run in their module's folder. */
    static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }

    static List<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path mainSources(String module) {
        return root().resolve(module).resolve("src/main/java");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
