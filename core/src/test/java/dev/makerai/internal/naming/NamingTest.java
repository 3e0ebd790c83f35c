package dev.makerai.internal.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {
    @ParameterizedTest
    @CsvSource({
        "weightGrams, weight_grams",
        "stlFile, stl_file",
        "parseURL, parse_url",
        "URLParser, url_parser",
        "URL, url",
        "x2, x2",
        "x2Y, x2_y",
        "sha256Sum, sha256_sum",
        "A4Paper, a4_paper",
        "iPhone, i_phone",
        "weight_grams, weight_grams",
        "MAX_SIZE, max_size",
        "_hidden, _hidden",
        "Circle, circle",
        "größeInMm, größe_in_mm",
        "a, a",
        "AB, ab",
        "aB, a_b",
        "ABc, a_bc"
    })
    void wireNamesAreSnakeCase(String java, String wire) {
        assertEquals(wire, SnakeCase.of(java));
    }

    @Test
    void findsTheNameThatWasProbablyMeant() {
        List<String> names = List.of("weight_grams", "material", "quantity");

        assertEquals("weight_grams", Nearest.of("wieght_grams", names));
        assertEquals("weight_grams", Nearest.of("weightGrams", names));
        assertEquals("material", Nearest.of("MATERIAL", names));
        assertEquals("weight_grams", Nearest.of("weight", names));
        assertEquals("print_hours", Nearest.of("hoursOfPrint", List.of("print_hours", "x")));
        assertNull(Nearest.of("weight", List.of("weight_grams", "weight_ounces")), "either could be meant");
        assertNull(Nearest.of("colour", names));
        assertNull(Nearest.of("x", List.of("y")));
        assertNull(Nearest.of("anything", List.of()));
        assertEquals(List.of("quantity", "material", "weight_grams"), Nearest.sorted("quality", names));
    }

    @Test
    void showsForeignTextShortAndVisible() {
        assertEquals("\"lid.stl\"", Shown.quoted("lid.stl"));
        assertEquals("\"aU+0000bU+202EcU+000A\"", Shown.quoted("a\0b\u202ec\n"));
        assertEquals("\"" + "x".repeat(80) + "…\"", Shown.quoted("x".repeat(1_000)));
        assertEquals("\"🙂\"", Shown.quoted("🙂"));
    }
}
