package dev.makerai.internal.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.ApiException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest extends TransportFixture {
    @Test
    void aPostCarriesTheDocumentAndWhoAsks() throws Exception {
        server.enqueue(json(200, "{\"id\":1}", "x-request-id: req_7"));
        Transport transport = open(config().organization("org-1").project("proj_1"));
        Buffer body = new Buffer().writeUtf8("{\"model\":\"m\"}");

        Answer answer = transport.post(transport.url("responses"), body, null, null);

        assertEquals("{\"id\":1}", text(answer));
        assertEquals("req_7", answer.requestId());
        assertEquals(0, body.size());
        RecordedRequest request = server.takeRequest();
        assertEquals("POST", request.getMethod());
        assertEquals("/v1/responses", request.getTarget());
        assertEquals("{\"model\":\"m\"}", request.getBody().utf8());
        Headers headers = request.getHeaders();
        assertEquals("Bearer " + KEY, headers.get("Authorization"));
        assertEquals("org-1", headers.get("OpenAI-Organization"));
        assertEquals("proj_1", headers.get("OpenAI-Project"));
        assertEquals("application/json", headers.get("Content-Type"));
        assertEquals("13", headers.get("Content-Length"));
        assertEquals(Version.USER_AGENT, headers.get("User-Agent"));
        UUID id = UUID.fromString(headers.get("X-Client-Request-Id"));
        assertEquals(4, id.version());
        assertEquals(2, id.variant());
    }

    @Test
    void withoutKeyOrOrganisationTheirHeadersAreNotSent() throws Exception {
        server.enqueue(json(200, "{}"));
        Transport transport = open(config().apiKey("").organization("").project(null));

        transport.get(transport.url("responses", "resp_1"));

        RecordedRequest request = server.takeRequest();
        assertEquals("/v1/responses/resp_1", request.getTarget());
        assertNull(request.getHeaders().get("Authorization"));
        assertNull(request.getHeaders().get("OpenAI-Organization"));
        assertNull(request.getHeaders().get("Content-Type"));
    }

    @Test
    void aLargeDocumentArrivesByteForByteAndAgainAtTheNextTry() throws Exception {
        byte[] document = new byte[300_000];
        new Random(7).nextBytes(document);
        server.enqueue(json(500, "{}"));
        server.enqueue(json(200, "{}"));
        Transport transport = open(config());

        transport.post(transport.url("responses"), new Buffer().write(document), null, null);

        RecordedRequest first = server.takeRequest();
        RecordedRequest second = server.takeRequest();
        assertArrayEquals(document, first.getBody().toByteArray());
        assertArrayEquals(document, second.getBody().toByteArray());
        assertNotEquals(
                first.getHeaders().get("X-Client-Request-Id"),
                second.getHeaders().get("X-Client-Request-Id"));
    }

    @Test
    void whatTheServiceSaysToADeletionDoesNotMatter() throws Exception {
        server.enqueue(answer(200, "text/plain", ""));
        Transport transport = open(config());

        transport.delete(transport.url("responses", "resp_1"));

        assertEquals("DELETE", server.takeRequest().getMethod());
    }

    @Test
    void anIdIsOnePartOfThePathWhateverItHolds() {
        Transport transport = open(config());

        assertEquals(
                "/v1/responses/a%2F..%2Fb%3Fc",
                transport.url("responses", "a/../b?c").encodedPath());
        for (String id : List.of("", ".", "..")) {
            assertThrows(IllegalArgumentException.class, () -> transport.url("responses", id), id);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowedSoTheKeyStaysWithItsHost(int status) throws IOException {
        try (MockWebServer other = new MockWebServer()) {
            other.start();
            server.enqueue(
                    answer(status, "text/html", "<html>moved</html>", "Location: " + other.url("/v1/responses")));
            Transport transport = open(config().client(new OkHttpClient()));

            ApiException e = assertThrows(ApiException.class, () -> post(transport));

            assertEquals(status, e.status());
            assertSame(ApiException.class, e.getClass());
            assertTrue(e.getMessage().contains("Redirects are not followed"), e.getMessage());
            assertEquals(0, other.getRequestCount());
        }
    }

    @Test
    void theUsersOwnInterceptorsRunOnTheCallingThread() {
        server.enqueue(json(200, "{}"));
        List<Thread> threads = new ArrayList<>();
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    threads.add(Thread.currentThread());
                    return chain.proceed(chain.request());
                })
                .build();

        post(open(config().client(own)));

        assertEquals(List.of(Thread.currentThread()), threads);
    }

    @Test
    void theUsersOwnTimeoutsHoldUnlessOneIsSet() {
        OkHttpClient own = new OkHttpClient.Builder()
                .callTimeout(java.time.Duration.ofSeconds(33))
                .build();

        assertEquals(33_000, open(config().client(own)).client().callTimeoutMillis());
        Transport set = open(config().client(own).timeout(java.time.Duration.ofSeconds(5)));
        assertEquals(5_000, set.client().callTimeoutMillis());
        assertEquals(600_000, open(config()).client().readTimeoutMillis());
    }

    @Test
    void whatAnInterceptorThrowsReachesTheCaller() {
        for (Map.Entry<String, Throwable> thrown : Map.of(
                        "exception", new IllegalStateException("own"), "error", new AssertionError("own"))
                .entrySet()) {
            OkHttpClient own = new OkHttpClient.Builder()
                    .addInterceptor(chain -> {
                        if (thrown.getValue() instanceof Error error) {
                            throw error;
                        }
                        throw (RuntimeException) thrown.getValue();
                    })
                    .build();
            Transport transport = open(config().client(own));
            assertSame(thrown.getValue(), assertThrows(Throwable.class, () -> post(transport)), thrown.getKey());
        }
    }

    @Test
    void forAPlainAddressNoCertificatesAreLoaded() {
        Transport transport = open(config());
        assertThrows(IllegalStateException.class, () -> transport.client().sslSocketFactory());
        assertFalse(transport.client().followRedirects());
    }
}
