package dev.makerai.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consumer that is a Java module of its own, compiled and started on the module path. */
class ModulePathTest {
    private static final List<String> JARS = List.of(
            "core", "tools-printing", "okhttp-jvm", "okio-jvm", "moshi", "kotlin-stdlib", "jspecify", "annotations");

    @TempDir
    Path folder;

    @Test
    void aModularProgramRunsToolsWithPrivateRecords() throws Exception {
        write("module-info.java", "module shop { requires dev.makerai.printing; opens shop to dev.makerai.core; }");
        write("shop/Main.java", """
                package shop;
                import dev.makerai.testing.ScriptedModel;
                import dev.makerai.tools.Tool;
                import java.util.Map;
                import org.jspecify.annotations.Nullable;
                public class Main {
                    private record Price(String material, int euro) {}
                    @Tool("Price of a kilogram")
                    private Price price(String material, @Nullable String colour) {
                        return new Price(material, colour == null ? 25 : 30);
                    }
                    public static void main(String[] args) {
                        ScriptedModel model = new ScriptedModel()
                                .then(turn -> turn.call("price", Map.of("material", "PETG")))
                                .then(turn -> turn.answer(turn.output("price")));
                        System.out.println(model.ai().prompt("Price?").tools(new Main()).run(Price.class).value());
                    }
                }
                """);

        compile();

        assertEquals("Price[material=PETG, euro=25]", run());
    }

    @Test
    void aPackageThatIsNotOpenedIsNamedWithTheFix() throws Exception {
        write("module-info.java", "module shop { requires dev.makerai.core; }");
        write("shop/Main.java", """
                package shop;
                import dev.makerai.schema.Schema;
                public class Main {
                    private record Price(String material, int euro) {}
                    public static void main(String[] args) {
                        try {
                            Schema.of(Price.class);
                        } catch (IllegalArgumentException e) {
                            System.out.println(e.getMessage().contains("opens shop to dev.makerai.core"));
                        }
                    }
                }
                """);

        compile();

        assertEquals("true", run());
    }

    private void write(String file, String text) throws Exception {
        Path path = folder.resolve("src").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void compile() {
        List<String> arguments = new ArrayList<>(
                List.of("-p", modulePath(), "-d", folder.resolve("classes").toString(), "-parameters"));
        Repository.javaFiles(folder.resolve("src")).forEach(file -> arguments.add(file.toString()));
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
    }

    private String run() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        modulePath() + File.pathSeparator + folder.resolve("classes"),
                        "-m",
                        "shop/shop.Main")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    /** From this test's class path: what a modular consumer would have on its module path. */
    private static String modulePath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> JARS.stream().anyMatch(jar -> isOf(entry, jar)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isOf(String entry, String jar) {
        Path path = Path.of(entry);
        return path.getFileName().toString().matches("(maker-ai-)?" + jar + "-[0-9].*\\.jar")
                || path.endsWith(Path.of(jar, "target", "classes"));
    }
}
