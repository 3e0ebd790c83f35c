package dev.makerai.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportConfigTest {
    @Test
    void theServiceItselfWantsAKey() {
        ConfigurationException e = assertThrows(
                ConfigurationException.class, () -> TransportConfig.builder().build());

        assertTrue(e.getMessage().contains("OPENAI_API_KEY"), e.getMessage());
        assertThrows(
                ConfigurationException.class,
                () -> TransportConfig.builder().apiKey("").build());
    }

    @Test
    void aServerOfOnesOwnMayWantNone() {
        TransportConfig config =
                TransportConfig.builder().baseUrl("http://localhost:8080/v1/").build();

        assertEquals("/v1/responses", new Transport(config).url("responses").encodedPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:8080", "ftp://example.org", "http://", "http://a b/"})
    void aBaseUrlThatIsNoneIsRefused(String baseUrl) {
        assertThrows(
                ConfigurationException.class,
                () -> TransportConfig.builder().baseUrl(baseUrl).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-secret-1234567\n", " sk-secret-1234567", "sk-secret-ü234567", "sk-secret 1234567"})
    void aKeyThatNoHeaderCanCarryIsRefusedWithoutShowingIt(String key) {
        ConfigurationException e = assertThrows(
                ConfigurationException.class,
                () -> TransportConfig.builder().apiKey(key).build());

        assertTrue(e.getMessage().contains("character at position"), e.getMessage());
        assertFalse(e.getMessage().contains("secret"), e.getMessage());
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThrows(
                ConfigurationException.class, () -> TransportConfig.builder().timeout(Duration.ZERO));
        assertThrows(
                ConfigurationException.class, () -> TransportConfig.builder().timeout(Duration.ofDays(2)));
        assertThrows(
                ConfigurationException.class, () -> TransportConfig.builder().maxRetries(-1));
        assertThrows(
                ConfigurationException.class, () -> TransportConfig.builder().maxRetries(11));
    }

    @Test
    void theTextShowsNoSecret() {
        String text = TransportConfig.builder()
                .baseUrl("https://me:hunter2@example.org/v1?key=hunter3")
                .apiKey("hunter4")
                .build()
                .toString();

        assertEquals("TransportConfig[https://example.org/v1]", text);
    }

    @Test
    void theUserAgentNamesTheVersionOfTheBuild() throws IOException {
        Matcher version = Pattern.compile("<parent>.*?<version>(.*?)</version>", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(version.find());
        assertEquals("maker-ai/" + version.group(1), Version.USER_AGENT);
    }
}
