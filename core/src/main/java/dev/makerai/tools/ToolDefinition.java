package dev.makerai.tools;

import dev.makerai.json.Json;

/**
 * What the model is told about a tool.
 *
 * @param name the name on the wire, at most 64 characters of {@code [A-Za-z0-9_-]}
 * @param description what the tool does
 * @param parameters the strict JSON schema of its arguments, an object
 */
public record ToolDefinition(String name, String description, Json parameters) {}
