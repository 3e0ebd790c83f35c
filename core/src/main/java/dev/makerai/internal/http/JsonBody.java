package dev.makerai.internal.http;

import java.io.IOException;
import okhttp3.MediaType;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A document that can be sent several times. Its bytes are copied into the connection: sharing the segments instead
 * would keep them from going back to the pool.
 */
final class JsonBody extends SentBody {
    private final Buffer document;

    JsonBody(Buffer document) {
        this.document = document;
    }

    /** Null: the request carries the header itself, which spares the media type's regular expressions. */
    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return document.size();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        begin();
        try (Buffer.UnsafeCursor cursor = document.readUnsafe()) {
            while (cursor.next() != -1) {
                sink.write(cursor.data, cursor.start, cursor.end - cursor.start);
            }
        }
    }
}
