package dev.makerai.audio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makerai.errors.BadRequestException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.json.Json;
import dev.makerai.responses.Spec;
import dev.makerai.wire.ServiceFixture;
import dev.makerai.wire.WireChecks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioTest extends ServiceFixture {
    private static final SpeechRequest SPEECH = SpeechRequest.of("gpt-4o-mini-tts", Voice.CORAL, "Done.");
    private static final String VERBOSE = """
            {"task":"transcribe","language":"german","duration":1.5,"text":"PETG, bitte.",
             "segments":[{"id":0,"start":0,"end":1.5,"text":"PETG, bitte.","speaker":"A"},{}],
             "words":[{"word":"PETG","start":0.1,"end":0.6}],
             "usage":{"type":"tokens","input_tokens":14,"input_token_details":{"text_tokens":10,"audio_tokens":4},
              "output_tokens":5,"total_tokens":19},"x_new":[1.50]}""";

    @TempDir
    Path folder;

    private Audio audio;

    @BeforeEach
    void makeService() {
        audio = new Audio(transport);
    }

    private Path note() throws IOException {
        return Files.writeString(folder.resolve("note.wav"), "RIFF sound");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileIsWrittenDown() throws Exception {
        answer("{\"text\":\"PETG, please.\",\"usage\":{\"type\":\"duration\",\"seconds\":3}}");

        Transcription transcription = audio.transcribe(note());

        assertEquals("PETG, please.", transcription.text());
        assertEquals(3.0, transcription.usage().seconds());
        assertEquals(List.of(), transcription.segments());
        String form = server.takeRequest().getBody().utf8();
        assertTrue(
                form.contains("name=\"model\"\r\nContent-Length: 14\r\n\r\ngpt-transcribe\r\n")
                        || form.contains("name=\"model\"\r\n\r\ngpt-transcribe\r\n"),
                form);
        assertTrue(form.contains("name=\"file\"; filename=\"note.wav\"\r\nContent-Type: audio/wav\r\n"), form);
        assertTrue(form.contains("RIFF sound"), form);
        assertFalse(form.contains("response_format"), form);
    }

    @Test
    void everyFieldOfTheFormIsSent() throws Exception {
        answer("{\"text\":\"x\"}");
        TranscriptionRequest request = TranscriptionRequest.of(new byte[] {1, 2}, "note.x")
                .model("other")
                .language("de")
                .prompt("PETG")
                .temperature(0.5)
                .format(TranscriptionRequest.Format.JSON)
                .field("keywords[]", "brim")
                .field("keywords[]", "raft")
                .field("language", "en");

        Transcription unused = audio.transcribe(request);

        String form = server.takeRequest().getBody().utf8().replaceAll("Content-Length: \\d+\r\n", "");
        for (String field : List.of(
                "model=other",
                "language=en",
                "prompt=PETG",
                "temperature=0.5",
                "response_format=json",
                "keywords[]=brim",
                "keywords[]=raft")) {
            String[] parts = field.split("=");
            assertTrue(form.contains("name=\"" + parts[0] + "\"\r\n\r\n" + parts[1] + "\r\n"), form);
        }
        assertFalse(form.contains("gpt-transcribe") || form.contains("\r\nde\r\n"), form);
        assertTrue(request.toString().contains("note.x"), request.toString());
    }

    @Test
    void aLongTranscriptIsReadAndKept() {
        Transcription transcription = Transcription.of(Json.parse(VERBOSE));

        assertEquals(VERBOSE, transcription.toJson().text());
        assertEquals("german 1.5", transcription.language() + " " + transcription.duration());
        assertEquals("A", transcription.segments().get(0).speaker());
        assertNull(transcription.segments().get(1).text());
        assertEquals("PETG", transcription.words().get(0).word());
        assertEquals(10L, transcription.usage().inputTokenDetails().textTokens());
    }

    @Test
    void whateverChangesInATranscriptItIsReadAndKept() {
        JsonNode document = Spec.tree(VERBOSE);
        WireChecks.assertTolerant(document, json -> {
            if (!Spec.tree(json).path("text").isTextual()) {
                assertThrows(DecodeException.class, () -> Transcription.of(Json.parse(json)));
                return json;
            }
            return Transcription.of(Json.parse(json)).toJson().text();
        });
    }

    @Test
    void aBareTextIsTakenAsItIs() throws Exception {
        answer(200, "text/plain; charset=utf-8", "WEBVTT\n\n00:00.000 --> 00:01.000\nGrüße\n");

        Transcription transcription =
                audio.transcribe(TranscriptionRequest.of(note()).format(TranscriptionRequest.Format.VTT));

        assertEquals("WEBVTT\n\n00:00.000 --> 00:01.000\nGrüße\n", transcription.text());
        assertTrue(transcription.source().isNone());
    }

    @Test
    void aPageOfAProxyIsNoTranscript() throws Exception {
        answer(200, "text/html", "<html>Log in</html>");
        answer(200, "text/html", "<html>Log in</html>");
        Path note = note();

        assertThrows(DecodeException.class, () -> audio.transcribe(note));
        DecodeException e = assertThrows(
                DecodeException.class,
                () -> audio.transcribe(TranscriptionRequest.of(note).format(TranscriptionRequest.Format.TEXT)));
        assertTrue(e.getMessage().contains("<html>Log in"), e.getMessage());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> audio.transcribe(folder.resolve("no.wav")));

        assertTrue(e.getMessage().contains("no.wav"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> audio.transcribe(folder));
        assertThrows(
                IllegalArgumentException.class,
                () -> TranscriptionRequest.of(new byte[0], "a.wav").temperature(2));
    }

    @Test
    void aTextIsSpoken() throws Exception {
        byte[] sound = new byte[100_000];
        sound[99_999] = -1;
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "audio/mpeg")
                .body(new Buffer().write(sound))
                .build());

        byte[] heard = audio.speak(SPEECH.instructions("Calm.")
                .format(SpeechRequest.Format.OPUS)
                .speed(1.5)
                .extra("x", Json.parse("[1]")));

        assertArrayEquals(sound, heard);
        assertEquals(
                Json.parse("{\"model\":\"gpt-4o-mini-tts\",\"input\":\"Done.\",\"voice\":\"coral\","
                        + "\"instructions\":\"Calm.\",\"response_format\":\"opus\",\"speed\":1.5,\"x\":[1]}"),
                nextBody());
    }

    @Test
    void speechGoesIntoAFileThatIsReplacedAsAWhole() throws Exception {
        Path file = Files.writeString(folder.resolve("done.mp3"), "old");
        cutAnswer("audio/mpeg", "new".repeat(50_000));
        answer(200, "application/json", "{\"error\":\"none\"}");
        answer(400, "application/json", "{\"error\":{\"message\":\"No such voice\"}}");

        assertThrows(TransportException.class, () -> audio.speak(SPEECH, file));
        assertThrows(DecodeException.class, () -> audio.speak(SPEECH, file));
        assertThrows(BadRequestException.class, () -> audio.speak(SPEECH, file));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("done.mp3"), files());

        answer(200, "audio/mpeg", "new");
        audio.speak(SPEECH, file);
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("done.mp3"), files());
    }

    @Test
    void anEmptyAnswerIsNoSpeech() {
        answer(200, "audio/mpeg", "");

        DecodeException e = assertThrows(DecodeException.class, () -> audio.speak(SPEECH));

        assertTrue(e.getMessage().contains("no sound at all"), e.getMessage());
    }

    @Test
    void speechGoesIntoAStream() {
        answer(200, "audio/mpeg", "sound");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        audio.speak(SPEECH, out);
        assertEquals("sound", out.toString(UTF_8));

        answer(200, "audio/mpeg", "sound");
        assertThrows(
                UncheckedIOException.class,
                () -> audio.speak(SPEECH, new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("full");
                    }
                }));
        assertThrows(
                UncheckedIOException.class,
                () -> audio.speak(SPEECH, folder.resolve("no").resolve("x.mp3")));
    }

    @Test
    void anInterruptEndsTheSpeech() {
        answer(200, "audio/mpeg", "sound");
        Thread.currentThread().interrupt();

        assertThrows(TransportException.class, () -> audio.speak(SPEECH));
        assertTrue(Thread.interrupted());
    }

    @Test
    void whatTheServiceWouldRefuseIsRefusedWithItsBound() {
        assertThrows(IllegalArgumentException.class, () -> SpeechRequest.of("m", Voice.ALLOY, "x".repeat(4097)));
        assertThrows(IllegalArgumentException.class, () -> SPEECH.speed(0.2));
        assertThrows(IllegalArgumentException.class, () -> SPEECH.speed(Double.NaN));
    }
}
