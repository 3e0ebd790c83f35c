package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputFileTest {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "255044462d312e37, petg.pdf, application/pdf",
        "255044462d312e37, petg, application/pdf",
        "504b0304, sheet.XLSX, " + OFFICE + "spreadsheetml.sheet",
        "504b0304, text.docx, " + OFFICE + "wordprocessingml.document",
        "504b0304, talk.pptx, " + OFFICE + "presentationml.presentation",
        "504b0304, text.odt, application/vnd.oasis.opendocument.text",
        "d0cf11e0a1b11ae1, text.doc, application/msword",
        "d0cf11e0a1b11ae1, sheet.xls, application/vnd.ms-excel",
        "7b5c72746631, text.rtf, application/rtf",
        "612c62, prices.csv, text/csv",
        "7b7d, quote.json, application/json",
        "23206869, readme.md, text/markdown",
        "4731205831, part.gcode, text/plain",
        "c3a4, umlaut, text/plain"
    })
    void theFirstBytesAndTheExtensionSayWhatADocumentIs(String hex, String name, String type) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        Path file = Files.write(folder.resolve(name), bytes);

        InputFile input = InputFile.of(file);

        assertEquals("data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes), input.fileData());
        assertEquals(name, input.filename());
        assertEquals(input, InputFile.of(bytes, name));
    }

    @ParameterizedTest
    @CsvSource({
        "'', petg.pdf, is empty",
        "504b0304, parts.zip, ZIP archive with the extension \"zip\"",
        "504b0304, part.3mf, ZIP archive with the extension \"3mf\"",
        "d0cf11e0a1b11ae1, mail.msg, older Office document",
        "0001020304, part.stl, begins with the bytes 00 01 02 03 04",
        "fffe61006200, utf16.txt, begins with the bytes ff fe",
        "61ff, latin1.txt, begins with the bytes 61 ff",
        "89504e470d0a1a0a, bed.png, InputImage.of"
    })
    void anythingElseIsRefusedWithWhatWasFound(String hex, String name, String found) throws IOException {
        Path file = Files.write(folder.resolve(name), HexFormat.of().parseHex(hex));

        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> InputFile.of(file));

        assertTrue(e.getMessage().contains(found), e.getMessage());
        assertTrue(e.getMessage().contains(name), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "524946460000000057415645, a, WAV",
        "49443304, a, MP3",
        "fffb9064, a, MP3",
        "fff15080, a, AAC",
        "0000002066747970 4d344120, a, M4A",
        "4f676753, a, Ogg",
        "664c6143, a, FLAC",
        "1a45dfa3, a, WebM",
        "464f524d0000000041494646, a, AIFF",
        "61, note.mp3, MP3",
        "61, note.WAV, WAV",
        "61, note.m4a, M4A",
        "61, note.ogg, Ogg",
        "61, note.flac, FLAC",
        "61, note.webm, WebM"
    })
    void soundIsRefusedWithAHintWhereToGo(String hex, String name, String kind) throws IOException {
        Path file = Files.write(folder.resolve(name), HexFormat.of().parseHex(hex.replace(" ", "")));

        for (IllegalArgumentException e : new IllegalArgumentException[] {
            assertThrows(IllegalArgumentException.class, () -> InputFile.of(file)),
            assertThrows(IllegalArgumentException.class, () -> InputImage.of(file))
        }) {
            assertTrue(e.getMessage().contains("is sound (" + kind + ")"), e.getMessage());
            assertTrue(e.getMessage().contains("ai.audio().transcribe("), e.getMessage());
            assertTrue(e.getMessage().contains("have it transcribed first"), e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"note.wav.txt", "wav", "mp3"})
    void aTextIsNoSoundForAWordInItsName(String name) {
        assertTrue(InputFile.of("hello".getBytes(StandardCharsets.US_ASCII), name)
                .fileData()
                .startsWith("data:text/plain;"));
    }

    @Test
    void aDocumentOfTheLargestSizeIsTakenAndOneByteMoreIsNot() throws IOException {
        Path file = folder.resolve("large.pdf");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
            out.setLength(InputFile.MAX_BYTES);
            assertTrue(InputFile.of(file).fileData().length() > InputFile.MAX_BYTES);
            out.setLength(InputFile.MAX_BYTES + 1L);
        }

        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> InputFile.of(file));

        assertTrue(e.getMessage().contains("larger than 50000000 bytes"), e.getMessage());
        assertTrue(e.getMessage().contains("large.pdf"), e.getMessage());
    }

    @Test
    void aFileThatIsNotThereOrIsAFolderIsNamed() {
        UncheckedIOException e =
                assertThrows(UncheckedIOException.class, () -> InputFile.of(folder.resolve("none.pdf")));

        assertTrue(e.getMessage().contains("none.pdf"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> InputFile.of(folder));
    }

    @Test
    void aFileNeedsSomethingToRead() {
        assertThrows(IllegalArgumentException.class, () -> new InputFile(null, null, null, "petg.pdf", null, null));
        assertEquals("file_1", InputFile.ofFileId("file_1").fileId());
        assertEquals(
                InputFile.Detail.HIGH,
                InputFile.ofUrl("https://example.org/petg.pdf")
                        .withDetail(InputFile.Detail.HIGH)
                        .detail());
    }

    @Test
    void itsTextDoesNotShowTheWholeDocument() {
        InputFile file = InputFile.of("secret ".repeat(100).getBytes(StandardCharsets.US_ASCII), "notes.txt");

        assertFalse(file.toString().contains(file.fileData()));
        assertTrue(file.toString().contains("notes.txt"));
    }
}
