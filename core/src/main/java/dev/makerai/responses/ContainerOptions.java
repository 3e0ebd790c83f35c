package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A container that the service makes for tools that run code.
 *
 * <pre>{@code
 * ContainerOptions.of()
 *         .withFiles("file_bracket")
 *         .withMemoryLimit(ContainerOptions.MemoryLimit.GB_4)
 *         .withNetworkPolicy(ContainerOptions.NetworkPolicy.allow("api.printables.com"))
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

    /**
     * How much memory a container has.
     *
     * @param value the name on the wire
     */
    public record MemoryLimit(String value) {
        /** 1 GB. */
        public static final MemoryLimit GB_1 = new MemoryLimit("1g");

        /** 4 GB. */
        public static final MemoryLimit GB_4 = new MemoryLimit("4g");

        /** 16 GB. */
        public static final MemoryLimit GB_16 = new MemoryLimit("16g");

        /** 64 GB. */
        public static final MemoryLimit GB_64 = new MemoryLimit("64g");

        /** Takes any name: the service may know more than the constants here. */
        public MemoryLimit {
            Objects.requireNonNull(value, "value");
        }

        /** The name on the wire. */
        @Override
        public String toString() {
            return value;
        }
    }

    /** What a container may reach. */
    public sealed interface NetworkPolicy {
        /** Nothing. */
        NetworkPolicy NONE = new Disabled();

        /**
         * Certain hosts.
         *
         * @param domains at least one, such as {@code api.printables.com}
         */
        static Allowlist allow(String... domains) {
            return new Allowlist(List.of(domains), List.of());
        }

        /** Nothing. */
        record Disabled() implements NetworkPolicy {}

        /**
         * Certain hosts.
         *
         * @param allowedDomains the hosts, at least one
         * @param domainSecrets what to show them
         */
        record Allowlist(List<String> allowedDomains, List<DomainSecret> domainSecrets) implements NetworkPolicy {
            /** Needs at least one host. */
            public Allowlist {
                allowedDomains = List.copyOf(allowedDomains);
                domainSecrets = List.copyOf(domainSecrets);
                if (allowedDomains.isEmpty()) {
                    throw new IllegalArgumentException(
                            "A list of allowed domains needs at least one: use NetworkPolicy.NONE to allow none");
                }
            }

            /**
             * The same hosts and secrets, and one secret more; the model never sees its value.
             *
             * @param domain the host that it is for, one of the allowed
             * @param name what the code in the container calls it
             * @param value the secret
             */
            public Allowlist withSecret(String domain, String name, String value) {
                List<DomainSecret> all = new ArrayList<>(domainSecrets);
                all.add(new DomainSecret(domain, name, value));
                return new Allowlist(allowedDomains, all);
            }
        }

        /**
         * What to show a host.
         *
         * @param domain the host
         * @param name what the code in the container calls it
         * @param value the secret
         */
        record DomainSecret(String domain, String name, String value) {
            /** Needs all of them. */
            public DomainSecret {
                Objects.requireNonNull(domain, "domain");
                Objects.requireNonNull(name, "name");
                Objects.requireNonNull(value, "value");
            }

            /** The host and the name, not the secret. */
            @Override
            public String toString() {
                return "DomainSecret[domain=" + domain + ", name=" + name + "]";
            }
        }

        /**
         * A policy that this version does not model.
         *
         * @param type the kind on the wire; empty if it has none
         * @param raw the exact policy
         */
        record Unknown(String type, Json raw) implements NetworkPolicy {
            /** Keeps both as they are. */
            public Unknown {
                Objects.requireNonNull(type, "type");
                Objects.requireNonNull(raw, "raw");
            }

            /** The kind and the length, not the text: it may hold a secret. */
            @Override
            public String toString() {
                return "Unknown[type=" + type + ", raw=" + raw.text().length() + " characters]";
            }
        }
    }

    /** Instructions and programs that a container starts with, as a folder. */
    public sealed interface Skill {
        /**
         * A skill that the service has stored.
         *
         * @param skillId the stored skill's id
         */
        static Skill of(String skillId) {
            return new Reference(skillId, null);
        }

        /**
         * A skill that is sent along.
         *
         * @param name what the model calls it
         * @param description when to use it
         * @param zip the folder as a ZIP file, at most 50 MB
         */
        static Skill of(String name, String description, byte[] zip) {
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
}
