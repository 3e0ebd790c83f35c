package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputImageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000000d, image/png",
        "ffd8ffe000104a4649460001, image/jpeg",
        "474946383961010001008000, image/gif",
        "474946383761010001008000, image/gif",
        "524946460000000057454250, image/webp"
    })
    void theFirstBytesSayWhatAPictureIs(String hex, String type) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        Path file = Files.write(folder.resolve("picture.txt"), bytes);

        InputImage image = InputImage.of(file);

        assertEquals("data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes), image.imageUrl());
        assertEquals(ImageDetail.AUTO, image.detail());
        assertEquals(image, InputImage.of(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty",
        "424d3600, BMP",
        "49492a00, TIFF",
        "4d4d002a, TIFF",
        "0000001c6674797068656963, HEIC",
        "255044462d, PDF",
        "504b0304, ZIP",
        "3c73766720, SVG",
        "0a203c21, HTML",
        "89504e47, 89 50 4e 47",
        "00, 00"
    })
    void anythingElseIsRefusedWithWhatWasFound(String hex, String found) throws IOException {
        Path file = Files.write(folder.resolve("picture.png"), HexFormat.of().parseHex(hex));

        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> InputImage.of(file));

        assertTrue(e.getMessage().contains(found), e.getMessage());
        assertTrue(e.getMessage().contains("picture.png"), e.getMessage());
        assertTrue(e.getMessage().contains("PNG, JPEG, GIF and WebP"), e.getMessage());
    }

    @Test
    void aPictureOfTheLargestSizeIsTakenAndOneByteMoreIsNot() throws IOException {
        Path file = folder.resolve("large.png");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(HexFormat.of().parseHex("89504e470d0a1a0a"));
            out.setLength(InputImage.MAX_BYTES);
            InputImage image = InputImage.of(file);
            assertEquals(
                    InputImage.MAX_BYTES,
                    Base64.getDecoder().decode(image.imageUrl().substring("data:image/png;base64,".length())).length);
            out.setLength(InputImage.MAX_BYTES + 1L);
        }

        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> InputImage.of(file));

        assertTrue(e.getMessage().contains("20971520"), e.getMessage());
        byte[] bytes = Arrays.copyOf("GIF89a".getBytes(StandardCharsets.US_ASCII), InputImage.MAX_BYTES + 1);
        assertThrows(IllegalArgumentException.class, () -> InputImage.of(bytes));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        UncheckedIOException e =
                assertThrows(UncheckedIOException.class, () -> InputImage.of(folder.resolve("none.png")));

        assertTrue(e.getMessage().contains("none.png"), e.getMessage());
    }

    @Test
    void anImageNeedsAnAddressOrAFileId() {
        assertThrows(IllegalArgumentException.class, () -> new InputImage(null, null, ImageDetail.LOW, null));
        assertEquals("file_1", InputImage.ofFileId("file_1").fileId());
        assertEquals(
                ImageDetail.HIGH,
                InputImage.ofUrl("https://example.org/a.png")
                        .withDetail(ImageDetail.HIGH)
                        .detail());
    }

    @Test
    void anAddressThatHoldsAPictureIsReadHoweverItIsWritten() {
        byte[] file = HexFormat.of()
                .parseHex("89504e470d0a1a0a" + "0000000d49484452000000010000000108000000003a7e9b55"
                        + "0000000049454e44ae426082");
        String png = InputImage.of(file).withoutExif().imageUrl();
        String base64 = png.substring(png.indexOf(',') + 1);
        String wrapped = "DATA:image/png;base64," + base64.substring(0, 8) + "\r\n" + base64.substring(8);

        for (String other : List.of("", "x", "file:///etc/passwd", "data:audio/mp3;base64,AAAA")) {
            assertThrows(IllegalArgumentException.class, () -> InputImage.ofUrl(other));
        }
        assertThrows(IllegalArgumentException.class, () -> InputImage.ofFileId(" "));
        assertEquals(png, InputImage.ofUrl(wrapped).withoutExif().imageUrl());
        assertThrows(
                IllegalArgumentException.class,
                () -> InputImage.ofUrl("data:image/png;base64,=====").withoutExif());
    }
}
