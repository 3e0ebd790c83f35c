package dev.makerai.tools;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.spi.ToolProvider;

/** Classes that a test compiles from source, with options of its own. */
final class Compiled {
    private Compiled() {}

    /** Loads a class from the class path. */
    static Class<?> load(Path folder, Map<String, String> sources, String name, String... options) {
        compile(folder, sources, options);
        try {
            URLClassLoader loader = new URLClassLoader(
                    new URL[] {folder.resolve("classes").toUri().toURL()}, Compiled.class.getClassLoader());
            return loader.loadClass(name);
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Loads a class from a module of its own. */
    static Class<?> loadModule(
            Path folder, Map<String, String> sources, String module, String name, String... options) {
        compile(folder, sources, options);
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration()
                .resolve(ModuleFinder.of(folder.resolve("classes")), ModuleFinder.of(), Set.of(module));
        ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, Compiled.class.getClassLoader());
        try {
            return layer.findLoader(module).loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compile(Path folder, Map<String, String> sources, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(
                List.of("-d", folder.resolve("classes").toString(), "-cp", System.getProperty("java.class.path")));
        try {
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = folder.resolve("src").resolve(source.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.getValue());
                arguments.add(file.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        // Through this interface the test module need not read java.compiler.
        int result = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(new String[0]));
        assertTrue(result == 0, messages::toString);
    }
}
