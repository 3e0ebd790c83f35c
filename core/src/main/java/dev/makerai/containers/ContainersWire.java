package dev.makerai.containers;

import dev.makerai.internal.json.Codecs;
import dev.makerai.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Names the unions of this wire. */
final class ContainersWire {
    static final Map<String, Class<? extends NetworkPolicy>> NETWORK_POLICIES =
            Map.of("disabled", NetworkPolicy.Disabled.class, "allowlist", NetworkPolicy.Allowlist.class);

    static final Map<String, Class<? extends Skill>> SKILLS =
            Map.of("skill_reference", Skill.Reference.class, "inline", Skill.Inline.class);

    static final Codecs CODECS = Codecs.builder()
            .union(NetworkPolicy.class, NetworkPolicy.Unknown.class, NETWORK_POLICIES)
            .union(Skill.class, Skill.Unknown.class, SKILLS)
            .label("base64", Skill.Zip.class)
            .omitEmpty(ContainerRequest.class, NetworkPolicy.Allowlist.class)
            .build();

    private ContainersWire() {}

    static <T> T decode(Class<T> type, Json json) {
        return CODECS.decode(type, json.text().getBytes(StandardCharsets.UTF_8), null);
    }
}
