package dev.makerai.containers;

import dev.makerai.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a container may reach. */
public sealed interface NetworkPolicy {
    /** Nothing. */
    NetworkPolicy NONE = new Disabled();

    /**
     * Certain hosts.
     *
     * @param domains at least one, such as {@code api.printables.com}
     * @throws IllegalArgumentException if there is none
     */
    static Allowlist allow(String... domains) {
        if (domains.length == 0) {
            throw new IllegalArgumentException(
                    "A list of allowed domains needs at least one: use NetworkPolicy.NONE to allow none");
        }
        return new Allowlist(List.of(domains), List.of());
    }

    /** Nothing. */
    record Disabled() implements NetworkPolicy {}

    /**
     * Certain hosts.
     *
     * @param allowedDomains the hosts; empty if the service does not say
     * @param domainSecrets what to show them; the service never says
     */
    record Allowlist(List<String> allowedDomains, List<DomainSecret> domainSecrets) implements NetworkPolicy {
        /** Needs the lists. */
        public Allowlist {
            allowedDomains = List.copyOf(allowedDomains);
            domainSecrets = List.copyOf(domainSecrets);
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
