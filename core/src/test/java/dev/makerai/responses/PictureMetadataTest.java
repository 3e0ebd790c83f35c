package dev.makerai.responses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureMetadataTest {
    /** Stands in everything that has to go. */
    private static final String SECRET = "GPS 48.137N";

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void aJpegKeepsItsPictureAndItsOrientationOnly(int orientation) throws IOException {
        byte[] plain = picture("jpg");
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        byte[] tagged = insert(
                plain,
                2,
                segment(0xe1, concat(ascii("Exif\0\0"), exif(orientation, true))),
                segment(0xe1, ascii("http://ns.adobe.com/xap/1.0/\0<x>" + SECRET + "</x>")),
                segment(0xe2, concat(ascii("ICC_PROFILE\0\1\1"), profile)),
                segment(0xe2, ascii("MPF\0" + SECRET)),
                segment(0xed, ascii("Photoshop 3.0\0" + SECRET)),
                segment(0xe5, ascii(SECRET)),
                segment(0xf7, ascii(SECRET)),
                segment(0x02, ascii(SECRET)),
                segment(0xfe, ascii(SECRET)));

        byte[] bare = without(concat(tagged, ascii(SECRET)));

        assertBare(bare);
        assertTrue(text(bare).contains("ICC_PROFILE\0\1\1" + text(profile)));
        assertSamePixels(plain, bare);
        int exif = text(bare).indexOf("Exif\0\0");
        assertEquals(orientation != 1, exif >= 0);
        assertEquals(orientation, exif < 0 ? 1 : Orientation.read(bare, exif + 6, bare.length));
        assertArrayEquals(bare, without(bare));
    }

    @Test
    void aProgressiveJpegKeepsAllItsScans() {
        byte[] scan = HexFormat.of().parseHex("ffda0008010100003f0012ff0034ffd056ff00");
        byte[] jpeg = concat(
                HexFormat.of().parseHex("ffd8"),
                segment(0xc4, new byte[] {1, 2}),
                scan,
                segment(0xc4, new byte[] {3}),
                segment(0xfe, ascii(SECRET)),
                new byte[] {(byte) 0xff, (byte) 0xff},
                scan);

        byte[] bare = without(jpeg);

        assertBare(bare);
        assertArrayEquals(
                concat(
                        HexFormat.of().parseHex("ffd8"),
                        segment(0xc4, new byte[] {1, 2}),
                        scan,
                        segment(0xc4, new byte[] {3}),
                        scan),
                bare);
    }

    @Test
    void whatHidesInPartsThatAreNeededGoesToo() throws IOException {
        byte[] jpeg = picture("jpg");
        byte[] preview = concat(ascii("JFIF\0"), new byte[] {1, 2, 0, 0, 1, 0, 1, 2, 2}, ascii(SECRET), new byte[1]);
        byte[] bareJpeg =
                without(insert(jpeg, 2, segment(0xe0, preview), segment(0xe2, ascii("ICC_PROFILE_" + SECRET))));
        assertBare(bareJpeg);
        assertSamePixels(jpeg, bareJpeg);

        byte[] png = picture("png");
        byte[] bodyOfPng = Arrays.copyOf(png, png.length - 12);
        assertArrayEquals(png, without(concat(bodyOfPng, chunk("IEND", ascii(SECRET)))));
        byte[] unknown = insert(png, 33, chunk("CgBI", ascii(SECRET)));
        assertThrows(IllegalArgumentException.class, () -> without(unknown));

        byte[] frame =
                concat(new byte[16], riff("ALPH", ascii("a")), riff("EXIF", ascii(SECRET)), riff("VP8 ", ascii("pi")));
        byte[] bareFrame = concat(new byte[16], riff("ALPH", ascii("a")), riff("VP8 ", ascii("pi")));
        byte[] flags = {2, 0, 0, 0, 7, 0, 0, 7, 0, 0};
        assertArrayEquals(
                webp(riff("VP8X", flags), riff("ANMF", bareFrame)),
                without(webp(riff("VP8X", concat(flags, ascii(SECRET))), riff("ANMF", frame))));

        byte[] gif = picture("gif");
        int blocks = 13 + ((gif[10] & 0x80) == 0 ? 0 : 3 << ((gif[10] & 7) + 1));
        byte[] name = concat(new byte[] {0x21, (byte) 0xff, 11}, ascii("NETSCAPE2.0"));
        byte[] loop = {3, 1, 5, 0};
        byte[] more = concat(new byte[] {(byte) SECRET.length()}, ascii(SECRET), new byte[1]);
        assertArrayEquals(
                insert(gif, blocks, concat(name, loop, new byte[1])),
                without(insert(gif, blocks, concat(name, loop, more))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void aPngKeepsItsPictureAndItsOrientationOnly(int orientation) throws IOException {
        byte[] plain = picture("png");
        byte[] tagged = insert(
                plain,
                33,
                chunk("gAMA", new byte[] {0, 0, (byte) 0xb1, (byte) 0x8f}),
                chunk("eXIf", exif(orientation, false)),
                chunk("tEXt", ascii("Comment\0" + SECRET)),
                chunk("zTXt", ascii("Raw profile type exif\0\0" + SECRET)),
                chunk("iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0" + SECRET)),
                chunk("tIME", new byte[7]),
                chunk("caBX", ascii(SECRET)));

        byte[] bare = without(concat(tagged, ascii(SECRET)));

        assertBare(bare);
        assertTrue(text(bare).contains("gAMA"));
        assertFalse(text(bare).contains("tIME"));
        assertSamePixels(plain, bare);
        int exif = text(bare).indexOf("eXIf");
        assertEquals(orientation, exif < 0 ? 1 : Orientation.read(bare, exif + 4, bare.length));
        if (exif >= 0) {
            byte[] chunk = Arrays.copyOfRange(bare, exif - 4, exif + 4 + 26 + 4);
            assertArrayEquals(chunk("eXIf", Orientation.tiff(orientation)), chunk);
        }
        assertArrayEquals(bare, without(bare));
    }

    @ParameterizedTest
    @CsvSource({"1, false", "6, false", "6, true"})
    void aWebpKeepsItsPictureAndItsOrientationOnly(int orientation, boolean marked) {
        byte[] exif = exif(orientation, true);
        byte[] bare = without(webp(
                riff("VP8X", new byte[] {(byte) 0x3c, 0, 0, 0, 7, 0, 0, 7, 0, 0}),
                riff("ICCP", ascii("odd")),
                riff("VP8 ", ascii("pixels")),
                riff("EXIF", marked ? concat(ascii("Exif\0\0"), exif) : exif),
                riff("XMP ", ascii(SECRET)),
                riff("junk", ascii(SECRET))));

        byte[] flags = {(byte) (orientation == 1 ? 0x30 : 0x38), 0, 0, 0, 7, 0, 0, 7, 0, 0};
        byte[] kept = concat(riff("VP8X", flags), riff("ICCP", ascii("odd")), riff("VP8 ", ascii("pixels")));
        assertArrayEquals(
                orientation == 1 ? webp(kept) : webp(kept, riff("EXIF", Orientation.tiff(orientation))), bare);
        assertArrayEquals(bare, without(concat(bare, ascii(SECRET))));
    }

    @Test
    void aGifKeepsItsPicturesAndRepetitionsOnly() throws IOException {
        byte[] plain = picture("gif");
        int blocks = 13 + ((plain[10] & 0x80) == 0 ? 0 : 3 << ((plain[10] & 7) + 1));
        byte[] loop = concat(new byte[] {0x21, (byte) 0xff, 11}, ascii("NETSCAPE2.0"), new byte[] {3, 1, 0, 0, 0});
        byte[] xmp = concat(
                new byte[] {0x21, (byte) 0xff, 11},
                ascii("XMP DataXMP"),
                new byte[] {(byte) SECRET.length()},
                ascii(SECRET),
                new byte[] {0});
        byte[] comment = concat(new byte[] {0x21, (byte) 0xfe, (byte) SECRET.length()}, ascii(SECRET), new byte[] {0});

        byte[] bare = without(concat(insert(plain, blocks, loop, xmp, comment), ascii(SECRET)));

        assertBare(bare);
        assertArrayEquals(insert(plain, blocks, loop), bare);
        assertSamePixels(plain, bare);
    }

    @Test
    void aPictureThatIsCutOffIsRefusedRatherThanSentWithItsData() throws IOException {
        byte[] jpeg = insert(picture("jpg"), 2, segment(0xe1, concat(ascii("Exif\0\0"), exif(6, true))));
        byte[] png = insert(picture("png"), 33, chunk("tEXt", ascii(SECRET)));

        for (byte[] cut : new byte[][] {
            Arrays.copyOf(jpeg, 12),
            Arrays.copyOf(jpeg, 40),
            Arrays.copyOf(png, 45),
            Arrays.copyOf(png, png.length - 12),
            Arrays.copyOf(webp(riff("VP8 ", ascii("pixels"))), 22),
            Arrays.copyOf(picture("gif"), 20)
        }) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> without(cut));
            assertTrue(e.getMessage().contains("picture is broken at byte"), e.getMessage());
        }
    }

    @Test
    void noDamageLeadsToAnythingButAPictureOrARefusal() throws IOException {
        Random random = new Random(7);
        byte[][] pictures = {
            insert(picture("jpg"), 2, segment(0xe1, concat(ascii("Exif\0\0"), exif(6, true)))),
            insert(picture("png"), 33, chunk("eXIf", exif(6, false))),
            webp(riff("VP8X", new byte[10]), riff("EXIF", exif(6, true)), riff("VP8 ", ascii("pixels"))),
            picture("gif")
        };
        int refused = 0;
        for (int round = 0; round < 4000; round++) {
            byte[] damaged = pictures[round % pictures.length].clone();
            int head = Math.min(damaged.length, 120);
            for (int i = 0; i < 3; i++) {
                damaged[12 + random.nextInt(head - 12)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(damaged, 12 + random.nextInt(damaged.length - 11));
            try {
                assertNotNull(without(cut));
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertTrue(refused > 100, "only " + refused + " refused");
    }

    @Test
    void aPictureThatIsNotHereCannotBeCleaned() {
        for (InputImage image :
                new InputImage[] {InputImage.ofUrl("https://example.org/a.jpg"), InputImage.ofFileId("file_1")}) {
            IllegalStateException e = assertThrows(IllegalStateException.class, image::withoutExif);
            assertTrue(e.getMessage().contains("EXIF"), e.getMessage());
        }
    }

    @Test
    void anOrientationThatMakesNoSenseIsUpright() {
        byte[] tiff = Orientation.tiff(6);
        assertEquals(6, Orientation.read(tiff, 0, tiff.length));
        for (byte[] odd : new byte[][] {
            Orientation.tiff(0), Orientation.tiff(9), Arrays.copyOf(tiff, 7), Arrays.copyOf(tiff, 15), new byte[26]
        }) {
            assertEquals(1, Orientation.read(odd, 0, odd.length));
        }
    }

    private static byte[] without(byte[] bytes) {
        InputImage image = InputImage.of(bytes).withDetail(ImageDetail.LOW).withoutExif();
        assertEquals(ImageDetail.LOW, image.detail());
        String url = image.imageUrl();
        return Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
    }

    private static void assertBare(byte[] bytes) {
        assertFalse(text(bytes).contains(SECRET));
        assertFalse(text(bytes).contains("Maker phone"));
    }

    private static void assertSamePixels(byte[] wanted, byte[] found) throws IOException {
        BufferedImage one = ImageIO.read(new ByteArrayInputStream(wanted));
        BufferedImage other = ImageIO.read(new ByteArrayInputStream(found));
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                assertEquals(one.getRGB(x, y), other.getRGB(x, y));
            }
        }
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            image.setRGB(i % 16, i / 16, i * 0x010305);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }

    /** A TIFF structure with the maker, the orientation and a place. */
    private static byte[] exif(int orientation, boolean little) {
        byte[] maker = ascii("Maker phone " + SECRET + "\0");
        return ByteBuffer.allocate(8 + 2 + 24 + 4 + maker.length)
                .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .put(ascii(little ? "II" : "MM"))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x010f)
                .putShort((short) 2)
                .putInt(maker.length)
                .putInt(38)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(maker)
                .array();
    }

    private static byte[] segment(int marker, byte[] content) {
        int length = content.length + 2;
        return concat(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length}, content);
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] named = concat(ascii(name), content);
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(content.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] riff(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + (content.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii(name))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] webp(byte[]... chunks) {
        return riff("RIFF", concat(ascii("WEBP"), concat(chunks)));
    }

    private static byte[] insert(byte[] picture, int at, byte[]... parts) {
        return concat(Arrays.copyOf(picture, at), concat(parts), Arrays.copyOfRange(picture, at, picture.length));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
