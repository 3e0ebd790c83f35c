package dev.makerai.responses;

import dev.makerai.containers.MemoryLimit;
import dev.makerai.containers.NetworkPolicy;
import dev.makerai.containers.Skill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container that the service makes for tools that run code.
 *
 * <pre>{@code
 * ContainerOptions.of()
 *         .withFiles("file_bracket")
 *         .withMemoryLimit(MemoryLimit.GB_4)
 *         .withNetworkPolicy(NetworkPolicy.allow("api.printables.com"))
 * }</pre>
 *
 * @param fileIds uploaded files that it starts with, at most 50
 * @param memoryLimit how much memory it has; null for the service's default
 * @param networkPolicy what it may reach; null for the service's default
 * @param skills what it starts with beyond files, at most 200; of use in a {@link ShellTool} only
 */
public record ContainerOptions(
        List<String> fileIds,
        @Nullable MemoryLimit memoryLimit,
        @Nullable NetworkPolicy networkPolicy,
        List<Skill> skills)
        implements ShellTool.Environment {
    /** Needs the lists. */
    public ContainerOptions {
        fileIds = List.copyOf(fileIds);
        skills = List.copyOf(skills);
    }

    /** A container as the service makes it unless told otherwise. */
    public static ContainerOptions of() {
        return new ContainerOptions(List.of(), null, null, List.of());
    }

    /**
     * The same container with files.
     *
     * @param fileIds uploaded files that it starts with, at most 50
     */
    public ContainerOptions withFiles(String... fileIds) {
        return new ContainerOptions(List.of(fileIds), memoryLimit, networkPolicy, skills);
    }

    /**
     * The same container with more or less memory.
     *
     * @param limit how much
     */
    public ContainerOptions withMemoryLimit(@Nullable MemoryLimit limit) {
        return new ContainerOptions(fileIds, limit, networkPolicy, skills);
    }

    /**
     * The same container with more or less of the network.
     *
     * @param policy what it may reach
     */
    public ContainerOptions withNetworkPolicy(@Nullable NetworkPolicy policy) {
        return new ContainerOptions(fileIds, memoryLimit, policy, skills);
    }

    /**
     * The same container with skills.
     *
     * @param skills what it starts with beyond files, at most 200
     */
    public ContainerOptions withSkills(Skill... skills) {
        return new ContainerOptions(fileIds, memoryLimit, networkPolicy, List.of(skills));
    }
}
