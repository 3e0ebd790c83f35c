package dev.makerai.containers;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A computer of its own, in which the service runs code for a model.
 *
 * @param id the service's id; empty if it gave none
 * @param name what it is called; empty if the service does not say
 * @param status how it is, such as {@code running}; empty if the service does not say
 * @param createdAt when it was made; null if the service does not say
 * @param lastActiveAt when it was last used; null if the service does not say
 * @param expiresAfter when it is deleted; null if the service does not say
 * @param memoryLimit how much memory it has; null if the service does not say
 * @param networkPolicy what it may reach; null if the service does not say
 * @param source the exact text it was read from
 */
public record Container(
        String id,
        String name,
        String status,
        @Nullable Instant createdAt,
        @Nullable Instant lastActiveAt,
        @Nullable ExpiresAfter expiresAfter,
        @Nullable MemoryLimit memoryLimit,
        @Nullable NetworkPolicy networkPolicy,
        SourceText source) {
    /** Takes missing texts as empty. */
    public Container(
            @Nullable String id,
            @Nullable String name,
            @Nullable String status,
            @Nullable Instant createdAt,
            @Nullable Instant lastActiveAt,
            @Nullable ExpiresAfter expiresAfter,
            @Nullable MemoryLimit memoryLimit,
            @Nullable NetworkPolicy networkPolicy,
            SourceText source) {
        this.id = id == null ? "" : id;
        this.name = name == null ? "" : name;
        this.status = status == null ? "" : status;
        this.createdAt = createdAt;
        this.lastActiveAt = lastActiveAt;
        this.expiresAfter = expiresAfter;
        this.memoryLimit = memoryLimit;
        this.networkPolicy = networkPolicy;
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Reads a container.
     *
     * @throws DecodeException if this is not an object
     */
    public static Container of(Json json) {
        return ContainersWire.decode(Container.class, json);
    }

    /** As it is on the wire: the exact text if it was read from there. */
    public Json toJson() {
        return ContainersWire.CODECS.encode(this);
    }

    /**
     * When a container is deleted.
     *
     * @param anchor from when it is counted: {@code last_active_at}
     * @param minutes how long; null if the service does not say
     */
    public record ExpiresAfter(String anchor, @Nullable Integer minutes) {
        private static final String LAST_ACTIVE_AT = "last_active_at";

        /** Takes a missing anchor as the last use, since the wire knows no other. */
        public ExpiresAfter(@Nullable String anchor, @Nullable Integer minutes) {
            this.anchor = anchor == null ? LAST_ACTIVE_AT : anchor;
            this.minutes = minutes;
        }

        /**
         * Some time after the last use.
         *
         * @param unused in whole minutes, at least one
         */
        public static ExpiresAfter of(Duration unused) {
            if (unused.compareTo(Duration.ofMinutes(1)) < 0 || !unused.equals(Duration.ofMinutes(unused.toMinutes()))) {
                throw new IllegalArgumentException("A container expires after whole minutes, not after " + unused);
            }
            return new ExpiresAfter(LAST_ACTIVE_AT, Math.toIntExact(unused.toMinutes()));
        }
    }
}
