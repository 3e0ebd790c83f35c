package dev.makerai.internal.http;

import dev.makerai.http.TransferProgress;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A body of files and fields that is streamed out, and tells how far it has come. */
final class UploadBody extends SentBody {
    private final RequestBody content;
    private final TransferProgress progress;

    UploadBody(RequestBody content, TransferProgress progress) {
        this.content = content;
        this.progress = progress;
    }

    @Override
    public @Nullable MediaType contentType() {
        return content.contentType();
    }

    @Override
    public long contentLength() throws IOException {
        return content.contentLength();
    }

    /** Whether it can be sent only once, since what it is read from is then used up. */
    @Override
    public boolean isOneShot() {
        return content.isOneShot();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        begin();
        long total = contentLength();
        BufferedSink counted = Okio.buffer(new ForwardingSink(sink) {
            private long sent;

            @Override
            public void write(Buffer source, long byteCount) throws IOException {
                super.write(source, byteCount);
                sent += byteCount;
                progress.moved(sent, total);
            }
        });
        content.writeTo(counted);
        counted.flush();
    }
}
