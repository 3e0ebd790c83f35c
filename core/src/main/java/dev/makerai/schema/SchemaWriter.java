package dev.makerai.schema;

import com.squareup.moshi.JsonWriter;
import dev.makerai.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Writes the JSON schema of a plan as compact text and counts what strict mode bounds. */
final class SchemaWriter {
    private final Buffer buffer = new Buffer();
    private final JsonWriter json = JsonWriter.of(buffer);
    private final SharedPlans shared;
    private final StrictLimits limits;
    private int openObjects;

    private SchemaWriter(SharedPlans shared, StrictLimits limits) {
        this.shared = shared;
        this.limits = limits;
    }

    /** The schema of an object; its definitions stand at its end. */
    static Json write(Plan root, SharedPlans shared, StrictLimits limits) {
        SchemaWriter out = new SchemaWriter(shared, limits);
        try {
            if (root instanceof NamedPlan named) {
                named.body(out, "", false);
            } else {
                root.schema(out, "", false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory cannot fail", e);
        }
        return Json.trusted(out.buffer.readUtf8());
    }

    /** Where the schema of a plan is defined, such as {@code #/$defs/Part}; null if it is written out here. */
    @Nullable
    String reference(NamedPlan plan) {
        return shared.reference(plan);
    }

    /** Writes a schema that stands elsewhere. */
    void reference(String reference) throws IOException {
        json.beginObject().name("$ref").value(reference).endObject();
    }

    /** Begins a schema that has a type. */
    JsonWriter open(String type, String description, boolean nullable) throws IOException {
        open();
        json.name("type");
        if (nullable) {
            json.beginArray().value(type).value("null").endArray();
        } else {
            json.value(type);
        }
        return description(description);
    }

    /** Begins a schema whose type is one of several. */
    JsonWriter openAnyOf(String description) throws IOException {
        open();
        return description(description).name("anyOf").beginArray();
    }

    /** Ends what {@link #openAnyOf} began. */
    void closeAnyOf(boolean nullable) throws IOException {
        if (nullable) {
            json.beginObject().name("type").value("null").endObject();
        }
        json.endArray();
        close();
    }

    /** Ends what {@link #open} began. */
    void close() throws IOException {
        if (openObjects == 1) {
            writeDefinitions();
        }
        openObjects--;
        json.endObject();
    }

    /** Writes the name of a property. */
    void property(String name) throws IOException {
        limits.property(name);
        json.name(name);
    }

    /** Writes a value of an enum. */
    void enumValue(String value) throws IOException {
        limits.enumValue(value);
        json.value(value);
    }

    private void open() throws IOException {
        openObjects++;
        json.beginObject();
    }

    private JsonWriter description(String description) throws IOException {
        return description.isEmpty() ? json : json.name("description").value(description);
    }

    private void writeDefinitions() throws IOException {
        Map<String, NamedPlan> definitions = shared.definitions();
        if (definitions.isEmpty()) {
            return;
        }
        json.name("$defs").beginObject();
        for (Map.Entry<String, NamedPlan> definition : definitions.entrySet()) {
            limits.definition(definition.getKey());
            json.name(definition.getKey());
            definition.getValue().body(this, "", false);
        }
        json.endObject();
    }
}
