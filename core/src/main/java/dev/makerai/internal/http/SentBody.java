package dev.makerai.internal.http;

import okhttp3.RequestBody;

/** What is sent, which remembers whether any of it may have reached the service. */
abstract class SentBody extends RequestBody {
    private boolean begun;

    /** To be called when the first byte is written. */
    final void begin() {
        begun = true;
    }

    /** Whether a part of it may have reached the service since the last call of this method. */
    final boolean wasSent() {
        boolean sent = begun;
        begun = false;
        return sent;
    }
}
