package dev.makerai.run;

import dev.makerai.tools.ToolResult;
import java.time.Duration;

/**
 * One call of a tool by the model, and what came of it.
 *
 * @param id the id that joins the call to its output
 * @param name the tool's name as the model gave it; there may be no such tool
 * @param arguments the exact text of the arguments; it may be broken JSON
 * @param result what went back to the model
 * @param duration how long the call took
 */
public record ToolCall(String id, String name, String arguments, ToolResult result, Duration duration) {}
