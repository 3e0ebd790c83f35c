package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.makerai.wire.RequestSchemas;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The published shapes of a request for a response. */
final class CreateSchemas {
    static final String NEWER = "wire-2026-11.responses.schema.json";
    static final String AUGUST = "responses.openapi.json";

    /** What came after August. */
    static final Set<String> BEYOND_AUGUST = Set.of(
            "access_programs",
            "image",
            "prompt_cache_options.prewarm",
            "prompt_cache_options.comparison_response_id",
            "prompt_cache_options.ttl=12h",
            "tools.async",
            "tools.tools.async",
            "tools.complexity",
            "tools.frame_count",
            "tools.frame_duration_ms",
            "tools.svg",
            "tools.output_format=gif",
            "tools.output_format=svg",
            "tools.quality=xhigh",
            "tools.quality=max");

    private CreateSchemas() {}

    static RequestSchemas read() {
        return RequestSchemas.of(NEWER, "root.ResponseCreate", AUGUST, "CreateResponse", BEYOND_AUGUST);
    }

    /** The published shapes of what goes out over a WebSocket. */
    static RequestSchemas socket() {
        Set<String> beyondAugust = new HashSet<>(BEYOND_AUGUST);
        beyondAugust.add("generate");
        return RequestSchemas.of(NEWER, "root.ResponsesClientEvent", AUGUST, "ResponsesClientEvent", beyondAugust);
    }

    /** The constants of an open set of values. */
    static <T> List<T> constants(Class<T> type) {
        List<T> constants = new ArrayList<>();
        for (Field field : type.getFields()) {
            if (field.getType() == type) {
                try {
                    constants.add(type.cast(field.get(null)));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        assertFalse(constants.isEmpty());
        return constants;
    }
}
