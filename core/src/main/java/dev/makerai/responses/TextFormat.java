package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What form the text of an answer has. */
public sealed interface TextFormat
        permits TextFormat.Text, TextFormat.JsonSchema, TextFormat.JsonObject, TextFormat.Unknown {
    /** Plain text, which is what a model writes unless told otherwise. */
    TextFormat TEXT = new Text();

    /**
     * Any JSON object; the input has to speak of JSON. A schema binds the model to more: see {@link #jsonSchema}.
     */
    TextFormat JSON_OBJECT = new JsonObject();

    /**
     * JSON that follows a schema exactly.
     *
     * @param name what the model calls it, at most 64 characters of {@code [A-Za-z0-9_-]}
     * @param schema a strict JSON schema
     */
    static TextFormat jsonSchema(String name, Json schema) {
        return new JsonSchema(name, null, schema, true);
    }

    /** Plain text. */
    record Text() implements TextFormat {}

    /** Any JSON object. */
    record JsonObject() implements TextFormat {}

    /**
     * JSON that follows a schema.
     *
     * @param name what the model calls it, at most 64 characters of {@code [A-Za-z0-9_-]}
     * @param description what it is for, or null
     * @param schema the JSON schema
     * @param strict whether to follow it exactly, which the schema must then allow; null for the service's default
     */
    record JsonSchema(
            String name,
            @Nullable String description,
            Json schema,
            @Nullable Boolean strict) implements TextFormat {
        /** Needs the name and the schema. */
        public JsonSchema {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(schema, "schema");
        }
    }

    /**
     * A form that this version does not model.
     *
     * @param type the kind on the wire; empty if it has none
     * @param raw the exact form
     */
    record Unknown(String type, Json raw) implements TextFormat {
        /** Keeps both as they are. */
        public Unknown {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(raw, "raw");
        }
    }
}
