package dev.makerai.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makerai.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The command in a process of its own, as a user starts it.
 *
 * @param exit its exit status
 * @param out standard output
 * @param err standard error
 */
record MakerProcess(int exit, String out, String err) {
    static MakerProcess run(Map<String, String> environment, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Maker.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        List.of("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID")
                .forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        // So that a command that waits for something fails its test, and does not hold up all others.
        CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES).execute(process::destroyForcibly);
        var errors = new StringBuilder();
        Thread reader = new Thread(() -> errors.append(read(process.errorReader(UTF_8))));
        reader.start();
        String out = read(process.inputReader(UTF_8));
        reader.join();
        return new MakerProcess(process.waitFor(), out, errors.toString());
    }

    static MakerProcess run(Object... arguments) throws Exception {
        return run(Map.of(), arguments);
    }

    /** The lines of standard output, each of which has to be one JSON value. */
    List<Json> json() {
        return out.lines().map(Json::parse).toList();
    }

    private static String read(java.io.BufferedReader reader) {
        try {
            StringBuilder text = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                text.append((char) c);
            }
            return text.toString();
        } catch (IOException e) {
            return "(could not be read: " + e.getMessage() + ")";
        }
    }
}
