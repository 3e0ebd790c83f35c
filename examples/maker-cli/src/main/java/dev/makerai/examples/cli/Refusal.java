package dev.makerai.examples.cli;

import dev.makerai.errors.MakerAiException;
import dev.makerai.printing.mesh.MeshException;
import dev.makerai.printing.mesh.MeshFormatException;
import dev.makerai.printing.quote.OversizedPartException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** How the command says that a file was refused. */
final class Refusal {
    private Refusal() {}

    static void print(CommandLine command, Path file, RuntimeException e, boolean json) {
        Map<String, Object> error = error(e);
        if (!json) {
            command.getErr().println(Output.visible(file + ": " + error.get("message")));
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file.toString());
        line.put("error", error);
        command.getOut().println(Output.json(line));
    }

    private static Map<String, Object> error(RuntimeException e) {
        boolean expected = e instanceof MakerAiException
                || e instanceof UncheckedIOException
                || e.getClass() == IllegalArgumentException.class;
        if (!expected) {
            return Output.error(
                    "internal_error",
                    "This file could not be worked on, by a fault of this program. Please report it with the file: " + e
                            + Arrays.stream(e.getStackTrace())
                                    .limit(1)
                                    .map(frame -> " at " + frame)
                                    .collect(Collectors.joining()));
        }
        Map<String, Object> error = Output.error(e);
        if (e instanceof MeshException mesh) {
            error.put("code", mesh.code());
        } else if (e instanceof OversizedPartException) {
            error.put("code", "too_large");
        } else if (e instanceof IllegalArgumentException) {
            error.put("code", "out_of_range");
        }
        if (e instanceof MeshFormatException format) {
            putIfKnown(error, "line", format.line());
            putIfKnown(error, "offset", format.offset());
        }
        return error;
    }

    private static void putIfKnown(Map<String, Object> error, String name, Long value) {
        if (value != null) {
            error.put(name, value);
        }
    }
}
