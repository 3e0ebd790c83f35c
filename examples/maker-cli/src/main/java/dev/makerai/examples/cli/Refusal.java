package dev.makerai.examples.cli;

import dev.makerai.printing.mesh.MeshException;
import dev.makerai.printing.mesh.MeshFormatException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** How the command says that a file was refused. */
final class Refusal {
    private Refusal() {}

    static void print(CommandLine command, Path file, Exception e, boolean json) {
        if (!json) {
            command.getErr().println(Output.visible(file + ": " + e.getMessage()));
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file.toString());
        line.put("error", error(e));
        command.getOut().println(Output.json(line));
    }

    private static Map<String, Object> error(Exception e) {
        Map<String, Object> error = Output.error(e);
        if (e instanceof MeshException mesh) {
            error.put("code", mesh.code());
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
