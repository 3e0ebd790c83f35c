package dev.makerai.webhooks;

import dev.makerai.internal.json.Codecs;
import dev.makerai.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names the events of this wire. */
final class WebhooksWire {
    static final Map<String, Class<? extends WebhookEvent>> EVENTS = events();

    static final Codecs CODECS = Codecs.builder()
            .union(WebhookEvent.class, WebhookEvent.Unknown.class, EVENTS)
            .build();

    private WebhooksWire() {}

    static WebhookEvent decode(Json json) {
        return CODECS.decode(WebhookEvent.class, json.text().getBytes(StandardCharsets.UTF_8), null);
    }

    private static Map<String, Class<? extends WebhookEvent>> events() {
        Map<String, Class<? extends WebhookEvent>> events = new LinkedHashMap<>();
        put(events, WebhookEvent.ResponseEnded.class, "response.", "completed", "failed", "incomplete", "cancelled");
        put(events, WebhookEvent.BatchEnded.class, "batch.", "completed", "failed", "expired", "cancelled");
        put(events, WebhookEvent.Happened.class, "eval.run.", "succeeded", "failed", "canceled");
        put(events, WebhookEvent.Happened.class, "fine_tuning.job.", "succeeded", "failed", "cancelled");
        put(
                events,
                WebhookEvent.Happened.class,
                "safety.",
                "alert.created",
                "org_alert.created",
                "warning_issued",
                "deactivation_issued");
        put(events, WebhookEvent.Happened.class, "agent.environment.", "ready", "suspended", "failed", "expired");
        put(events, WebhookEvent.CallIncoming.class, "realtime.call.", "incoming");
        put(events, WebhookEvent.CallIncoming.class, "live.call.", "incoming");
        put(events, WebhookEvent.CallIncoming.class, "live.transport.", "incoming", "connected");
        put(
                events,
                WebhookEvent.AgentSession.class,
                "agent.session.",
                "created",
                "in_progress",
                "idle",
                "failed",
                "action_required");
        return events;
    }

    private static void put(
            Map<String, Class<? extends WebhookEvent>> events,
            Class<? extends WebhookEvent> record,
            String group,
            String... kinds) {
        for (String kind : kinds) {
            events.put(group + kind, record);
        }
    }
}
