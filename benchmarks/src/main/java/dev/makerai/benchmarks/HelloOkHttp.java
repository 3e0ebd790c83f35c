package dev.makerai.benchmarks;

import java.io.IOException;
import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The floor: one prebuilt request over bare OkHttp, the reply printed without being read. */
final class HelloOkHttp {
    private HelloOkHttp() {}

    /**
     * @param args the base URL; with a second word the client is made without TLS, as ours is for such an address, which
     *     saves loading the trust store
     */
    public static void main(String[] args) throws IOException {
        String body = "{\"model\":\"gpt-6.1-sol\",\"input\":\"Say hello\"}";
        Request request = new Request.Builder()
                .url(args[0] + "/responses")
                .header("Authorization", "Bearer key")
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .build();
        OkHttpClient client = args.length < 2
                ? new OkHttpClient()
                : new OkHttpClient.Builder()
                        .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                        .build();
        try (Response response = client.newCall(request).execute()) {
            System.out.println(response.body().string().contains("Hello, maker."));
        }
    }
}
