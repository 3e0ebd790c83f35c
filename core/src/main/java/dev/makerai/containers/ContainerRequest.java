package dev.makerai.containers;

import dev.makerai.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A container to make. Immutable.
 *
 * <pre>{@code
 * ContainerRequest request = ContainerRequest.of("slicer")
 *         .withFiles(file.id())
 *         .withMemoryLimit(MemoryLimit.GB_4)
 *         .withNetworkPolicy(NetworkPolicy.allow("api.printables.com"))
 *         .withExpiresAfter(Duration.ofMinutes(20));
 * }</pre>
 *
 * @param name what to call it
 * @param fileIds uploaded files that it starts with
 * @param memoryLimit how much memory it has; null for the service's default
 * @param networkPolicy what it may reach; null for the service's default
 * @param skills what it starts with beyond files
 * @param expiresAfter when it is deleted; null for the service's default
 */
public record ContainerRequest(
        String name,
        List<String> fileIds,
        @Nullable MemoryLimit memoryLimit,
        @Nullable NetworkPolicy networkPolicy,
        List<Skill> skills,
        Container.@Nullable ExpiresAfter expiresAfter) {
    /** Needs the name and the lists. */
    public ContainerRequest {
        Objects.requireNonNull(name, "name");
        fileIds = List.copyOf(fileIds);
        skills = List.copyOf(skills);
        if (networkPolicy instanceof NetworkPolicy.Allowlist list
                && list.allowedDomains().isEmpty()) {
            throw new IllegalArgumentException(
                    "A list of allowed domains needs at least one: use NetworkPolicy.NONE to allow none");
        }
    }

    /**
     * A container as the service makes it unless told otherwise.
     *
     * @param name what to call it
     */
    public static ContainerRequest of(String name) {
        return new ContainerRequest(name, List.of(), null, null, List.of(), null);
    }

    /**
     * The same container with files.
     *
     * @param fileIds uploaded files that it starts with
     */
    public ContainerRequest withFiles(String... fileIds) {
        return new ContainerRequest(name, List.of(fileIds), memoryLimit, networkPolicy, skills, expiresAfter);
    }

    /** The same container with more or less memory. */
    public ContainerRequest withMemoryLimit(@Nullable MemoryLimit limit) {
        return new ContainerRequest(name, fileIds, limit, networkPolicy, skills, expiresAfter);
    }

    /** The same container with more or less of the network. */
    public ContainerRequest withNetworkPolicy(@Nullable NetworkPolicy policy) {
        return new ContainerRequest(name, fileIds, memoryLimit, policy, skills, expiresAfter);
    }

    /**
     * The same container with skills.
     *
     * @param skills what it starts with beyond files
     */
    public ContainerRequest withSkills(Skill... skills) {
        return new ContainerRequest(name, fileIds, memoryLimit, networkPolicy, List.of(skills), expiresAfter);
    }

    /**
     * The same container for a longer or shorter time.
     *
     * @param unused how long nothing uses it before it is deleted, in whole minutes; null for the service's default
     */
    public ContainerRequest withExpiresAfter(@Nullable Duration unused) {
        Container.ExpiresAfter expiry = unused == null ? null : Container.ExpiresAfter.of(unused);
        return new ContainerRequest(name, fileIds, memoryLimit, networkPolicy, skills, expiry);
    }

    /** As it goes on the wire. */
    public Json toJson() {
        return ContainersWire.CODECS.encode(this);
    }
}
