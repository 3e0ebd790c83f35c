package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the quick reader takes, the general one finds the same in it. */
class DeltaReaderTest {
    private static final String DELTA =
            "{'type':'response.output_text.delta','item_id':'msg_1','output_index':1,'content_index':2,'delta':'x',"
                    + "'logprobs':[],'sequence_number':3,'obfuscation':'k3'}";

    private static final String[] TYPES = {
        OutputTextEvent.Delta.TYPE,
        FunctionCallEvent.ArgumentsDelta.TYPE,
        ReasoningEvent.SummaryTextDelta.TYPE,
        ReasoningEvent.TextDelta.TYPE,
        RefusalEvent.Delta.TYPE,
        CustomToolCallEvent.InputDelta.TYPE,
        HostedToolEvent.McpArgumentsDelta.TYPE,
        HostedToolEvent.CodeDelta.TYPE,
        ShellCallEvent.CommandDelta.TYPE,
        OutputTextEvent.Done.TYPE,
        "response.invented_later"
    };

    private static final String[] TEXTS = {
        "",
        "x",
        "PETG ",
        "ü€😀",
        "\\n",
        "\\\"a\\\"",
        "\\\\",
        "\\/\\b\\f\\r\\t",
        "\\u00e9\\u20AC",
        "\\u0000",
        "\\ud83d\\ude00",
        "\\ud83d",
        "\\u12",
        "\\x",
        "\u007f",
        "\t",
        "a\\",
        "]},:{[",
        "\\u000g"
    };

    private static final String[] NUMBERS = {
        "0",
        "3",
        "3",
        "3",
        "12",
        "-1",
        "007",
        "1.0",
        "1e2",
        "2147483647",
        "2147483648",
        "123456789012345678901",
        "\"4\""
    };

    private static final String[] VALUES = {"null", "true", "[]", "[1]", "{}", "\"x\"", "7", "[ ]"};

    private final DeltaReader reader = new DeltaReader();
    private int taken;
    private int left;

    @Test
    void aPlainPieceOfTextIsTakenWhateverTheOrderOfItsMembers() {
        OutputTextEvent.Delta delta = assertInstanceOf(OutputTextEvent.Delta.class, read(DELTA));

        assertEquals(general(DELTA), delta);
        assertTrue(delta.source().isNone());
        List<String> members = new ArrayList<>(
                Arrays.asList(DELTA.substring(1, DELTA.length() - 1).split(",")));
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(members, new Random(seed));
            assertEquals(delta, read("{ " + String.join(" ,\n", members) + " }\r\n"));
        }
    }

    @Test
    void theIdOfAnItemIsOneStringForAllEventsInTurn() {
        String first =
                assertInstanceOf(OutputTextEvent.Delta.class, read(DELTA)).itemId();
        String second =
                assertInstanceOf(OutputTextEvent.Delta.class, read(DELTA)).itemId();
        String other = assertInstanceOf(OutputTextEvent.Delta.class, read(DELTA.replace("msg_1", "msg_2")))
                .itemId();

        assertEquals("msg_1", first);
        assertSame(first, second);
        assertEquals("msg_2", other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'logprobs':[]|'logprobs':[{'token':'x','logprob':-1}]",
                "'logprobs':[]|'logprobs':null",
                "'logprobs':[]|'novelty':1",
                "'logprobs':[]|'stream_id':'a'",
                "'logprobs':[]|'delta':'twice'",
                "'logprobs':[]|'summary_index':1",
                "'sequence_number':3,|",
                "'item_id':'msg_1',|",
                "'delta':'x'|'delta':null",
                "'sequence_number':3|'sequence_number':3.0",
                "output_text.delta|output_text.done",
                "'k3'}|'k3'",
                "'k3'}|'k3'}{}",
                "'k3'}|'k3',}"
            })
    void whatIsNotPlainIsLeftToTheGeneralReader(String change) {
        String[] parts = change.split("\\|", -1);

        assertNull(read(DELTA.replace(parts[0], parts[1])));
    }

    @Test
    void everyPrefixOfAnEventIsLeftWithoutAByteBehindItBeingRead() {
        byte[] whole = bytes(DELTA);
        for (int length = 0; length < whole.length; length++) {
            byte[] inside = Arrays.copyOf(whole, whole.length + 3);
            assertNull(reader.read(inside, 0, length));
            assertNull(reader.read(Arrays.copyOf(whole, length), 0, length));
        }
        byte[] shifted = new byte[whole.length + 5];
        System.arraycopy(whole, 0, shifted, 5, whole.length);
        assertEquals(general(DELTA), reader.read(shifted, 5, whole.length));
    }

    @Test
    void randomEventsAreTheSameByBothReaders() {
        for (int seed = 0; seed < 60_000; seed++) {
            check(seed);
        }
        assertTrue(taken > 5_000 && left > 5_000, taken + " taken, " + left + " left");
    }

    @Test
    @Tag("long")
    @Timeout(3600)
    void randomEventsAreTheSameByBothReadersForLong() {
        long end = System.nanoTime() + 1_000_000_000L * Integer.getInteger("makerai.fuzz.seconds", 600);
        for (int seed = 1_000_000; System.nanoTime() < end; seed++) {
            check(seed);
        }
        assertTrue(taken > 5_000 && left > 5_000, taken + " taken, " + left + " left");
    }

    private void check(int seed) {
        byte[] event = random(new Random(seed));
        ResponseEvent quick = reader.read(event, 0, event.length);
        if (quick == null) {
            left++;
            return;
        }
        taken++;
        try {
            assertEquals(ResponseEvents.read(event, false, null), quick, () -> "seed " + seed);
        } catch (DecodeException e) {
            throw new AssertionError("seed " + seed + " is no JSON: " + new String(event, StandardCharsets.UTF_8), e);
        }
        assertNotNull(quick.toJson());
    }

    /** Mostly whole events, with odd values, members and bytes in some. */
    private static byte[] random(Random random) {
        int oddity = random.nextInt(6);
        String type = TYPES[random.nextInt(oddity == 0 ? TYPES.length : 8)];
        List<String> members = new ArrayList<>();
        members.add("\"type\":\"" + type + '"');
        members.add("\"item_id\":\"" + (random.nextInt(9) == 0 ? text(random) : "msg_" + random.nextInt(2)) + '"');
        members.add("\"output_index\":" + number(random, oddity));
        members.add("\"sequence_number\":" + number(random, oddity));
        members.add("\"delta\":\"" + text(random) + text(random) + '"');
        if (type.contains("summary")) {
            members.add("\"summary_index\":" + number(random, oddity));
        } else if (!type.contains("call") || oddity == 1) {
            members.add("\"content_index\":" + number(random, oddity));
        }
        if (random.nextBoolean() && (type.contains("output_text") || oddity == 2)) {
            members.add("\"logprobs\":" + (oddity == 2 ? VALUES[random.nextInt(VALUES.length)] : "[]"));
        }
        if (random.nextBoolean()) {
            members.add("\"obfuscation\":\"" + text(random) + '"');
        }
        if (oddity == 3) {
            members.remove(random.nextInt(members.size()));
            members.add("\"x" + random.nextInt(3) + "\":" + VALUES[random.nextInt(VALUES.length)]);
        }
        Collections.shuffle(members, random);
        String space = random.nextInt(3) == 0 ? " " : "";
        String event = '{' + space + String.join(space + ',' + space, members) + space + '}';
        return oddity == 4 ? mutated(random, event) : event.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mutated(Random random, String event) {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        int at = random.nextInt(bytes.length);
        changed.write(bytes, 0, at);
        switch (random.nextInt(4)) {
            case 0 -> changed.write(random.nextInt(256));
            case 1 -> changed.write("{}[]\",:\\0 \n".charAt(random.nextInt(11)));
            case 2 -> changed.write(bytes[at] ^ 1 << random.nextInt(8));
            default -> changed.write(bytes, at, Math.min(4, bytes.length - at));
        }
        int from = Math.min(bytes.length, at + random.nextInt(3));
        changed.write(bytes, from, bytes.length - from);
        return changed.toByteArray();
    }

    private static String text(Random random) {
        return TEXTS[random.nextInt(random.nextInt(3) == 0 ? TEXTS.length : 10)];
    }

    private static String number(Random random, int oddity) {
        return NUMBERS[random.nextInt(oddity == 5 ? NUMBERS.length : 5)];
    }

    private ResponseEvent read(String event) {
        byte[] bytes = bytes(event);
        return reader.read(bytes, 0, bytes.length);
    }

    private static ResponseEvent general(String event) {
        return ResponseEvents.read(bytes(event), false, null);
    }

    private static byte[] bytes(String event) {
        return event.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
