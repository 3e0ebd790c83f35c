package dev.makerai.models;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model that the service offers.
 *
 * @param id its name in requests; empty if the service gave none
 * @param created when it was made; null if the service does not say
 * @param ownedBy whose it is; empty if the service does not say
 * @param shutdownDate the day on which it ends; null if that is not decided
 * @param source the exact text it was read from
 */
public record Model(
        String id,
        @Nullable Instant created,
        String ownedBy,
        @Nullable LocalDate shutdownDate,
        SourceText source) {
    /** Takes missing texts as empty. */
    public Model(
            @Nullable String id,
            @Nullable Instant created,
            @Nullable String ownedBy,
            @Nullable LocalDate shutdownDate,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.created = created;
        this.ownedBy = ownedBy == null ? "" : ownedBy;
        this.shutdownDate = shutdownDate;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Reads a model's description.
     *
     * @throws DecodeException if this is not an object
     */
    public static Model of(Json json) {
        return ModelsWire.decode(Model.class, json);
    }

    /** As it is on the wire: the exact text if it was read from there. */
    public Json toJson() {
        return ModelsWire.CODECS.encode(this);
    }
}
