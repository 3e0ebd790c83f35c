package dev.makerai.containers;

import dev.makerai.json.Json;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Instructions and programs that a container starts with, as a folder. */
public sealed interface Skill {
    /**
     * A skill that the service has stored.
     *
     * @param skillId the stored skill's id
     */
    static Reference of(String skillId) {
        return new Reference(skillId, null);
    }

    /**
     * A skill that is sent along.
     *
     * @param name what the model calls it
     * @param description when to use it
     * @param zip the folder as a ZIP file, at most 50 MB
     */
    static Inline of(String name, String description, byte[] zip) {
        return new Inline(
                name,
                description,
                new Zip("application/zip", Base64.getEncoder().encodeToString(zip)));
    }

    /**
     * A skill that the service has stored.
     *
     * @param skillId the stored skill's id
     * @param version a number, or {@code latest}; null for the skill's own default
     */
    record Reference(String skillId, @Nullable String version) implements Skill {
        /** Needs the id. */
        public Reference {
            Objects.requireNonNull(skillId, "skill_id");
        }

        /**
         * The same skill in another version.
         *
         * @param version a number, or {@code latest}
         */
        public Reference withVersion(@Nullable String version) {
            return new Reference(skillId, version);
        }
    }

    /**
     * A skill that is sent along.
     *
     * @param name what the model calls it
     * @param description when to use it
     * @param source the folder
     */
    record Inline(String name, String description, Zip source) implements Skill {
        /** Needs all of them. */
        public Inline {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * A folder as a ZIP file.
     *
     * @param mediaType what it is: {@code application/zip}
     * @param data the file in Base64
     */
    record Zip(String mediaType, String data) {
        /** Needs all of them. */
        public Zip {
            Objects.requireNonNull(mediaType, "media_type");
            Objects.requireNonNull(data, "data");
        }

        /** The kind and the length. */
        @Override
        public String toString() {
            return "Zip[" + mediaType + ", " + data.length() + " characters]";
        }
    }

    /**
     * A skill of a kind that this version does not model.
     *
     * @param type the kind on the wire; empty if it has none
     * @param raw the exact skill
     */
    record Unknown(String type, Json raw) implements Skill {
        /** Keeps both as they are. */
        public Unknown {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(raw, "raw");
        }
    }
}
