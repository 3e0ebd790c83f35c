package dev.makerai.cost;

import dev.makerai.responses.InputItem;
import dev.makerai.responses.ResponseRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * About how many tokens an input has, before the service has counted them; rather too many than too few. Three bytes of
 * UTF-8 count as a token (the usual rule of thumb for English is four characters), a picture as 2,000 tokens, a document
 * as one token for 50 bytes, but at least 2,000. {@code Responses.countInputTokens} gives the service's own count.
 */
public final class TokenEstimate {
    private static final int BYTES_PER_TOKEN = 3;
    private static final int TOKENS_OF_PICTURE = 2_000;
    private static final int BYTES_OF_DOCUMENT_PER_TOKEN = 50;
    private static final String DATA = ";base64,";

    private TokenEstimate() {}

    /**
     * The tokens of a whole request: input, instructions and tools. What the service keeps is not in it.
     *
     * @param request any
     */
    public static long of(ResponseRequest request) {
        return of(request.toJson().text());
    }

    /** The tokens of items. */
    public static long of(List<? extends InputItem> items) {
        long tokens = 0;
        for (InputItem item : items) {
            tokens += of(item.toJson().text());
        }
        return tokens;
    }

    private static long of(String json) {
        long tokens = 0;
        long bytesOfData = 0;
        int withData = 0;
        for (int at = json.indexOf(DATA); at >= 0; at = json.indexOf(DATA, at + 1)) {
            int end = json.indexOf('"', at);
            long bytes = (end < 0 ? json.length() : end) - at;
            bytesOfData += bytes;
            withData++;
            boolean isPicture = json.lastIndexOf("data:image/", at) > json.lastIndexOf('"', at);
            tokens += isPicture
                    ? TOKENS_OF_PICTURE
                    : Math.max(TOKENS_OF_PICTURE, bytes * 3 / 4 / BYTES_OF_DOCUMENT_PER_TOKEN);
        }
        int elsewhere = count(json, "\"input_image\"") + count(json, "\"input_file\"") - withData;
        tokens += (long) TOKENS_OF_PICTURE * Math.max(0, elsewhere);
        long bytes = json.getBytes(StandardCharsets.UTF_8).length - bytesOfData;
        return tokens + (bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }
}
