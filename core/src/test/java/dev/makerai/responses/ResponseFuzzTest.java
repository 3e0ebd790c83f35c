package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.makerai.errors.DecodeException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever bytes come, they are a response or a typed error. */
class ResponseFuzzTest {
    private static final byte[] RESPONSE = """
            {"id":"resp_1","object":"response","created_at":1741476777,"status":"completed","model":"gpt-6.1-sol",
             "output":[
              {"id":"rs_1","type":"reasoning","summary":[{"type":"summary_text","text":"thinking"}],
               "encrypted_content":"abc"},
              {"type":"function_call","id":"fc_1","call_id":"call_1","name":"f","arguments":"{\\"a\\":1}"},
              {"type":"web_search_call","id":"ws_1","action":{"type":"search","queries":["a"]}},
              {"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[
               {"type":"output_text","text":"Grüße 😀","annotations":[{"type":"url_citation","url":"u"}]},
               {"type":"refusal","refusal":"no"}]}],
             "usage":{"input_tokens":328,"input_tokens_details":{"cached_tokens":0},"output_tokens":52,
              "output_tokens_details":{"reasoning_tokens":1},"total_tokens":380},
             "metadata":{"a":"b"},"error":{"code":"server_error","message":"m"},"service_tier":"default"}""".getBytes(StandardCharsets.UTF_8);

    private static final ObjectMapper OTHER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            // Ours takes a backslash before an apostrophe and before the end of a line.
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final byte[] MARKS =
            "{}[]\",:\\0123456789.-+eEtfn \n\u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void changedBytesAreAResponseOrADecodeError() {
        fuzz(42, 20_000);
    }

    @Test
    @Tag("long")
    @Timeout(3600)
    void changedBytesAreAResponseOrADecodeErrorForLong() {
        long end = System.nanoTime() + 1_000_000_000L * Integer.getInteger("makerai.fuzz.seconds", 600);
        for (int seed = 1_000; System.nanoTime() < end; seed++) {
            fuzz(seed, 20_000);
        }
    }

    /** Moshi alone takes it for the end. */
    @Test
    void aByteThatIsNoTextBehindTheEndIsADecodeError() {
        byte[] more = Arrays.copyOf(RESPONSE, RESPONSE.length + 2);
        more[RESPONSE.length] = (byte) 0xFF;
        more[RESPONSE.length + 1] = 'x';

        assertThrows(DecodeException.class, () -> Response.read(more, "req_1"));
    }

    @Test
    void everyBeginningIsADecodeError() {
        for (int length = 0; length < RESPONSE.length; length++) {
            byte[] cut = Arrays.copyOf(RESPONSE, length);
            DecodeException e = null;
            try {
                Response.read(cut, "req_1");
            } catch (DecodeException thrown) {
                e = thrown;
            }
            assertNotNull(e, "length " + length);
        }
    }

    /** What another parser of JSON says, which is told to be as mild about control characters and escapes as ours. */
    private static boolean isJson(byte[] bytes) {
        try {
            OTHER.readTree(new String(bytes, StandardCharsets.UTF_8));
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static void fuzz(int seed, int rounds) {
        Random random = new Random(seed);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < rounds; i++) {
            byte[] bytes = mutate(random);
            try {
                use(Response.read(bytes, "req_1"));
                read++;
                assertTrue(isJson(bytes), () -> "seed " + seed + ": " + new String(bytes, StandardCharsets.UTF_8));
            } catch (DecodeException e) {
                assertNotNull(e.getMessage());
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError(
                        "seed " + seed + ", round " + i + ": " + new String(bytes, StandardCharsets.UTF_8), e);
            }
        }
        assertTrue(read > rounds / 10 && refused > rounds / 10, read + " read, " + refused + " refused");
    }

    /** What is read can also be shown, compared and sent again. */
    private static void use(Response response) {
        assertNotNull(response.toString());
        assertNotNull(response.outputText());
        assertNotNull(response.toJson());
        ResponseRequest request =
                ResponseRequest.builder("m").input(response.output()).build();
        assertNotNull(request.toJson());
        assertTrue(response.functionCalls().size() <= response.output().size());
    }

    private static byte[] mutate(Random random) {
        byte[] bytes = RESPONSE.clone();
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = MARKS[random.nextInt(MARKS.length)];
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> {
                    // A piece of the document over another piece.
                    int length = Math.min(random.nextInt(40), bytes.length - at);
                    System.arraycopy(bytes, random.nextInt(bytes.length - length), bytes, at, length);
                }
                default -> {
                    // A piece cut out.
                    int length = Math.min(random.nextInt(20), bytes.length - at);
                    byte[] cut = Arrays.copyOf(bytes, bytes.length - length);
                    System.arraycopy(bytes, at + length, cut, at, bytes.length - at - length);
                    bytes = cut;
                }
            }
        }
        return bytes;
    }
}
