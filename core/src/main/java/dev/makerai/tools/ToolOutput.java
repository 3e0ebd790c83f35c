package dev.makerai.tools;

import dev.makerai.responses.InputContent;
import dev.makerai.schema.Schema;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Makes the answer to the model of what a tool returned or threw. */
final class ToolOutput {
    private ToolOutput() {}

    static ToolResult of(String tool, @Nullable Object value, int most) {
        String output;
        try {
            List<InputContent> parts = parts(value);
            if (!parts.isEmpty()) {
                return ToolResult.Success.of(parts);
            }
            output = value instanceof String text ? text : Schema.toJson(value).text();
        } catch (RuntimeException e) {
            // Also what a collection or an accessor of the result throws.
            return incident(tool, e);
        }
        if (output.length() > most) {
            return failed(
                    tool + " returned " + output.length() + " characters, but at most " + most
                            + " can be sent. Ask for less.",
                    null);
        }
        return new ToolResult.Success(output);
    }

    /** Pictures and documents are shown to the model as such. */
    private static List<InputContent> parts(@Nullable Object value) {
        if (value instanceof InputContent part) {
            return List.of(part);
        }
        if (value instanceof Collection<?> all
                && !all.isEmpty()
                && all.stream().allMatch(InputContent.class::isInstance)) {
            return all.stream().map(InputContent.class::cast).toList();
        }
        return List.of();
    }

    static ToolResult ofThrown(String tool, Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof ToolFailure) {
            String message = String.valueOf(thrown.getMessage());
            int end = Math.min(message.length(), Toolset.MAX_OUTPUT_CHARACTERS);
            return failed(message.substring(0, end), thrown);
        }
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return failed(tool + " was interrupted.", thrown);
        }
        return incident(tool, thrown);
    }

    /** The exception's own message may hold what a model must not see, so an id stands for it. */
    private static ToolResult incident(String tool, Throwable thrown) {
        String id = String.format("%08x", ThreadLocalRandom.current().nextInt());
        return failed(tool + " failed with an internal error (incident " + id + ").", thrown);
    }

    private static ToolResult failed(String output, @Nullable Throwable cause) {
        return new ToolResult.Failure(ToolResult.Kind.FAILED, output, cause);
    }
}
