package dev.makerai.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makerai.json.Json;
import dev.makerai.printing.mesh.MeshFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds every module's public API to a text that is reviewed like code. After a wanted change, write it anew with
 * {@code -Dmakerai.update-api=true} and look at the difference.
 */
class PublicApiTest {
    private static final Map<String, Class<?>> MODULES = Map.of("core", Json.class, "tools-printing", MeshFile.class);

    @TestFactory
    List<DynamicTest> everyModulesPublicApiIsTheReviewedOne() {
        return MODULES.entrySet().stream()
                .map(module ->
                        DynamicTest.dynamicTest(module.getKey(), () -> compare(module.getKey(), module.getValue())))
                .toList();
    }

    private static void compare(String module, Class<?> inside) throws Exception {
        String api = publicApi(Path.of(
                inside.getProtectionDomain().getCodeSource().getLocation().toURI()));
        Path reviewed = Repository.root().resolve(module).resolve("src/api/public-api.txt");
        if (Boolean.getBoolean("makerai.update-api")) {
            Files.createDirectories(reviewed.getParent());
            Files.writeString(reviewed, api);
        }
        assertEquals(
                Repository.read(reviewed),
                api,
                "The public API of " + module + " changed. If that is wanted: -Dmakerai.update-api=true");
    }

    private static String publicApi(Path classes) throws IOException {
        ModuleReference module =
                ModuleFinder.of(classes).findAll().stream().findFirst().orElseThrow();
        Set<String> exported = module.descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(export -> export.source().replace('.', '/'))
                .collect(Collectors.toSet());
        List<String> arguments = new ArrayList<>(List.of("-protected", "-cp", classes.toString()));
        try (var reader = module.open();
                var entries = reader.list()) {
            entries.filter(entry -> entry.endsWith(".class") && !entry.endsWith("package-info.class"))
                    .filter(entry -> exported.contains(folderOf(entry)))
                    .sorted()
                    .map(entry -> entry.substring(0, entry.length() - ".class".length())
                            .replace('/', '.'))
                    .forEach(arguments::add);
        }
        return onlyPublic(javap(arguments));
    }

    private static String folderOf(String entry) {
        int slash = entry.lastIndexOf('/');
        return slash < 0 ? "" : entry.substring(0, slash);
    }

    private static String javap(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        int exit = ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(new PrintWriter(out), new PrintWriter(errors), arguments.toArray(String[]::new));
        assertEquals(0, exit, errors.toString());
        return out.toString();
    }

    /** Leaves out the types that javap lists only by their header, being package-private, and the file names. */
    private static String onlyPublic(String listing) {
        StringBuilder api = new StringBuilder();
        boolean shown = false;
        for (String line : listing.lines().toList()) {
            if (line.startsWith("Compiled from ")) {
                continue;
            }
            if (!line.startsWith(" ") && !line.startsWith("}")) {
                shown = line.startsWith("public ");
            }
            if (shown) {
                api.append(line).append('\n');
            }
        }
        return api.toString();
    }
}
