package dev.makerai.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.makerai.json.Json;
import dev.makerai.wire.RestFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelsTest extends RestFixture {
    private static Model read(String shutdownDate) {
        return Model.of(Json.parse("{\"id\":\"gpt-5\",\"created\":1686935002,\"owned_by\":\"openai\",\"shutdown_date\":"
                + shutdownDate + "}"));
    }

    @Test
    void theDayOnWhichAModelEndsIsADateOrNull() {
        assertEquals(LocalDate.of(2026, 12, 11), read("\"2026-12-11\"").shutdownDate());
        assertEquals(
                LocalDate.of(2026, 12, 11), read("\"2026-12-11T00:00:00Z\"").shutdownDate());
        for (String odd : List.of("null", "\"\"", "\"soon\"", "\"2026-13-01\"", "5", "{}")) {
            Model model = read(odd);
            assertNull(model.shutdownDate(), odd);
            assertEquals("gpt-5", model.id());
            assertEquals(odd, model.toJson().get("shutdown_date").text());
        }
        assertEquals(Instant.ofEpochSecond(1686935002), read("null").created());
    }

    @Test
    void modelsInUseThatEndSoonOrAreGoneAreWarnedOf() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        answer("{\"object\":\"list\",\"data\":[" + model("old", "\"" + today.minusDays(3) + "\"") + ","
                + model("soon", "\"" + today.plusDays(10) + "\"") + ","
                + model("later", "\"" + today.plusDays(100) + "\"") + "," + model("fine", "null") + "]}");

        List<Models.Warning> warnings = ai.models().warnings(30, "fine", "soon", "later", "gone", "old");

        assertEquals(
                List.of(
                        new Models.Warning("soon", today.plusDays(10)),
                        new Models.Warning("gone", null),
                        new Models.Warning("old", today.minusDays(3))),
                warnings);
        assertEquals(
                "The model soon ends on " + today.plusDays(10) + ": choose another one until then",
                warnings.get(0).toString());
        assertEquals(
                "The service does not offer the model gone: choose another one",
                warnings.get(1).toString());
    }

    private static String model(String id, String shutdownDate) {
        return "{\"id\":\"" + id + "\",\"object\":\"model\",\"shutdown_date\":" + shutdownDate + "}";
    }

    @Test
    void aModelIsRetrievedAndDeletedUnderItsWholeName() throws Exception {
        answer(model("ft:gpt-6-luna:shop::abc", "null"));
        answer("{}");

        assertEquals(
                "ft:gpt-6-luna:shop::abc",
                ai.models().retrieve("ft:gpt-6-luna:shop::abc").id());
        ai.models().delete("org/../model");

        assertEquals("GET /v1/models/ft:gpt-6-luna:shop::abc", requestLine());
        assertEquals("DELETE /v1/models/org%2F..%2Fmodel", requestLine());
    }

    @Test
    void aServerWithPagesOfModelsIsListedToo() throws Exception {
        answer("{\"data\":[" + model("a", "null") + "],\"has_more\":true}");
        answer("{\"data\":[" + model("b", "null") + "]}");

        assertEquals(
                List.of("a", "b"), ai.models().list().stream().map(Model::id).toList());
        assertEquals("GET /v1/models", requestLine());
        assertEquals("GET /v1/models?after=a", requestLine());
    }
}
