package dev.makerai.internal.http;

import dev.makerai.http.RequestReport;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** One try of a request, and the report of how it ended. */
final class Attempt {
    private final Transport transport;
    private final String method;
    private final HttpUrl url;
    private final int number;
    private final String clientRequestId;
    private final Call call;
    private final long startNanos = System.nanoTime();

    Attempt(Transport transport, String method, HttpUrl url, int number, String clientRequestId, Call call) {
        this.transport = transport;
        this.method = method;
        this.url = url;
        this.number = number;
        this.clientRequestId = clientRequestId;
        this.call = call;
    }

    int number() {
        return number;
    }

    String clientRequestId() {
        return clientRequestId;
    }

    Call call() {
        return call;
    }

    void report(@Nullable Integer status, @Nullable String requestId, @Nullable String failure) {
        transport
                .config()
                .listener()
                .ended(new RequestReport(
                        method,
                        url.encodedPath(),
                        number,
                        status,
                        Duration.ofNanos(System.nanoTime() - startNanos),
                        requestId,
                        clientRequestId,
                        failure));
    }
}
