package dev.makerai.schema;

import java.io.IOException;

/** A plan of a type with a name of its own: where it occurs more than once, its schema is written once. */
abstract class NamedPlan implements Plan {
    private final String typeName;

    NamedPlan(String typeName) {
        this.typeName = typeName;
    }

    /** The type's simple name, such as {@code Part} or {@code Box_Part}. */
    final String typeName() {
        return typeName;
    }

    /** Writes the schema out, whether or not it is defined elsewhere. */
    abstract void body(SchemaWriter out, String description, boolean nullable) throws IOException;

    @Override
    public final void schema(SchemaWriter out, String description, boolean nullable) throws IOException {
        String reference = out.reference(this);
        if (reference == null) {
            body(out, description, nullable);
        } else if (nullable || !description.isEmpty()) {
            // Strict mode takes no other keyword beside $ref.
            out.openAnyOf(description);
            out.reference(reference);
            out.closeAnyOf(nullable);
        } else {
            out.reference(reference);
        }
    }
}
