package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.makerai.json.Json;
import dev.makerai.wire.RequestSchemas;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SearchFilterTest {
    @Test
    void aComparisonIsWrittenWithItsKeyAndValue() {
        assertFilter("{\"type\":\"eq\",\"key\":\"material\",\"value\":\"PETG\"}", SearchFilter.eq("material", "PETG"));
        assertFilter("{\"type\":\"eq\",\"key\":\"year\",\"value\":2024}", SearchFilter.eq("year", 2024));
        assertFilter("{\"type\":\"eq\",\"key\":\"dry\",\"value\":true}", SearchFilter.eq("dry", true));
        assertFilter("{\"type\":\"ne\",\"key\":\"a\",\"value\":\"\\\"\"}", SearchFilter.ne("a", "\""));
        assertFilter("{\"type\":\"ne\",\"key\":\"a\",\"value\":1.5}", SearchFilter.ne("a", 1.5));
        assertFilter("{\"type\":\"ne\",\"key\":\"a\",\"value\":false}", SearchFilter.ne("a", false));
        assertFilter("{\"type\":\"gt\",\"key\":\"a\",\"value\":1}", SearchFilter.gt("a", 1L));
        assertFilter("{\"type\":\"gte\",\"key\":\"a\",\"value\":0.1}", SearchFilter.gte("a", new BigDecimal("0.1")));
        assertFilter("{\"type\":\"lt\",\"key\":\"a\",\"value\":-1}", SearchFilter.lt("a", -1));
        assertFilter("{\"type\":\"lte\",\"key\":\"a\",\"value\":7}", SearchFilter.lte("a", 7));
        assertFilter("{\"type\":\"lte\",\"key\":\"a\",\"value\":7.0}", SearchFilter.lte("a", new AtomicInteger(7)));
        assertFilter("{\"type\":\"in\",\"key\":\"a\",\"value\":[\"x\",1]}", SearchFilter.in("a", List.of("x", 1)));
        assertFilter("{\"type\":\"nin\",\"key\":\"a\",\"value\":[]}", SearchFilter.nin("a", List.of()));
    }

    @Test
    void filtersAreJoinedAtAnyDepthAndValid() {
        SearchFilter filter = SearchFilter.and(
                SearchFilter.in("material", List.of("PETG", "ASA")),
                SearchFilter.or(SearchFilter.gte("year", 2024), SearchFilter.eq("tested", true)));

        assertFilter(
                "{\"type\":\"and\",\"filters\":[{\"type\":\"in\",\"key\":\"material\",\"value\":[\"PETG\",\"ASA\"]},"
                        + "{\"type\":\"or\",\"filters\":[{\"type\":\"gte\",\"key\":\"year\",\"value\":2024},"
                        + "{\"type\":\"eq\",\"key\":\"tested\",\"value\":true}]}]}",
                filter);
        RequestSchemas schemas = CreateSchemas.read();
        schemas.assertValid(ResponseRequest.builder("m")
                .tools(List.of(FileSearchTool.of("vs_1").withFilter(filter)))
                .build()
                .toJson()
                .text());
    }

    @Test
    void whatIsNoFilterIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> SearchFilter.gt("a", Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> SearchFilter.eq("a", Float.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> SearchFilter.in("a", List.of(true)));
        assertThrows(IllegalArgumentException.class, () -> SearchFilter.in("a", List.of(Double.NaN)));
        assertThrows(IllegalArgumentException.class, SearchFilter::and);
        assertThrows(IllegalArgumentException.class, SearchFilter::or);
        assertThrows(IllegalArgumentException.class, () -> new SearchFilter(Json.parse("[]")));
        assertThrows(NullPointerException.class, () -> SearchFilter.eq(null, true));
    }

    private static void assertFilter(String expected, SearchFilter filter) {
        assertEquals(expected, filter.value().text());
        assertEquals(new SearchFilter(Json.parse(expected)), filter);
    }
}
