package dev.makerai.internal.http;

import dev.makerai.errors.ApiError;
import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads what a service says about a refused request, whatever form that has. */
final class ErrorBody {
    private static final long READ_BYTES = 64 * 1024;
    private static final int SHOWN_CHARACTERS = 1000;

    private final Secrets secrets;

    ErrorBody(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Reads the error; a body that breaks off counts as far as it came, since the status says enough. */
    ApiError read(Response response, @Nullable Duration retryAfter) {
        String text = text(response);
        Json body = json(text);
        Json error = body == null ? null : body.get("error");
        String message = error == null ? null : string(error.kind() == Json.Kind.STRING ? error : error.get("message"));
        if (message == null && !isHtml(response, text) && !text.isBlank()) {
            message = text.strip();
        }
        return new ApiError(
                response.code(),
                member(error, "code"),
                member(error, "type"),
                member(error, "param"),
                message == null ? null : shorten(secrets.maskEscaped(message)),
                secrets.maskOrNull(response.header("x-request-id")),
                retryAfter);
    }

    /** Whether an error says so little that something else than the service may have answered. */
    static boolean isForeign(ApiError error) {
        return error.code() == null && error.type() == null;
    }

    private static String text(Response response) {
        BufferedSource source = response.body().source();
        try {
            source.request(READ_BYTES);
        } catch (IOException e) {
            // What has come until now is still in the buffer.
            return source.getBuffer().readUtf8();
        }
        return source.getBuffer().readUtf8();
    }

    private static @Nullable Json json(String text) {
        try {
            return Json.parse(text);
        } catch (DecodeException e) {
            return null;
        }
    }

    private static boolean isHtml(Response response, String text) {
        String type = response.header("Content-Type");
        return type != null && type.contains("html") || text.stripLeading().startsWith("<");
    }

    private @Nullable String member(@Nullable Json error, String name) {
        String value = error == null ? null : string(error.get(name));
        return value == null ? null : shorten(secrets.maskEscaped(value));
    }

    private static @Nullable String string(@Nullable Json value) {
        if (value == null || value.kind() == Json.Kind.NULL) {
            return null;
        }
        String text = value.kind() == Json.Kind.STRING ? value.string() : value.text();
        return text == null || text.isBlank() ? null : text;
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
