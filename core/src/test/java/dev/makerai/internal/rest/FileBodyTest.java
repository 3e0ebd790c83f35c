package dev.makerai.internal.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class FileBodyTest {
    private static FileBody of(long length, long most, FileBody.Opening opening) {
        return new FileBody("a.stl", "model/stl", length, most, false, opening);
    }

    private static byte[] written(FileBody body) throws IOException {
        Buffer sink = new Buffer();
        body.writeTo(sink);
        return sink.readByteArray();
    }

    @Test
    void whatIsOfUnknownLengthIsSentToItsEnd() throws IOException {
        byte[] content = new byte[200_000];

        assertArrayEquals(content, written(of(-1, 200_000, () -> new ByteArrayInputStream(content))));
    }

    @Test
    void whatTurnsOutTooLongIsRefusedWithoutReadingOn() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> written(of(-1, 100_000, () -> endless)));

        assertTrue(e.getMessage().contains("a.stl is larger than 100000 bytes"), e.getMessage());
    }

    @Test
    void ofAFileThatHasGrownOnlyTheKnownLengthIsSent() throws IOException {
        assertEquals(1000, written(of(1000, 5000, () -> new ByteArrayInputStream(new byte[3000]))).length);
    }

    @Test
    void aFaultOfReadingIsNoFaultOfTheConnection() {
        FileBody unreadable = of(10, 10, () -> {
            throw new IOException("no such disk");
        });

        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> written(unreadable));

        assertTrue(e.getMessage().contains("a.stl cannot be read to its end: no such disk"), e.getMessage());
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, () -> written(unreadable));
        assertTrue(Thread.interrupted());
    }
}
