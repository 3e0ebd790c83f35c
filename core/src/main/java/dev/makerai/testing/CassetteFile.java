package dev.makerai.testing;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Interactions as lines of JSON: one that says what the file is, then for each interaction one for the request and one
 * for the answer. Text stands there as text, what is none as base64.
 */
final class CassetteFile {
    private static final int VERSION = 1;

    private CassetteFile() {}

    static String write(List<Interaction> interactions) {
        StringBuilder out = new StringBuilder("{\"cassette\":" + VERSION + "}\n");
        for (Interaction each : interactions) {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("method", each.method());
            request.put("path", each.path());
            request.put("type", each.requestType());
            request.put("body", written(each.requestBody()));
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("status", each.status());
            answer.put("headers", each.headers());
            answer.put(
                    "chunks", each.chunks().stream().map(CassetteFile::written).toList());
            answer.put("failure", each.failure());
            out.append(Schema.toJson(Map.of("request", request)).text()).append('\n');
            out.append(Schema.toJson(Map.of("answer", answer)).text()).append('\n');
        }
        return out.toString();
    }

    private static Object written(byte[] bytes) {
        String text = Bytes.text(bytes);
        return text == null ? Map.of("base64", Base64.getEncoder().encodeToString(bytes)) : text;
    }

    /** @throws IllegalStateException if the file is no whole cassette; the message names the line */
    static List<Interaction> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The cassette " + file + " cannot be read", e);
        }
        Json first = lines.isEmpty() ? Json.NULL : line(file, lines, 0);
        Json version = first.get("cassette");
        if (version == null || !version.text().equals(String.valueOf(VERSION))) {
            throw broken(file, 1, "it does not begin with {\"cassette\":" + VERSION + "}", null);
        }
        if (lines.size() % 2 == 0) {
            throw broken(file, lines.size(), "the answer to the last request is missing", null);
        }
        List<Interaction> interactions = new ArrayList<>();
        for (int i = 1; i < lines.size(); i += 2) {
            try {
                interactions.add(interaction(
                        member(line(file, lines, i), "request"), member(line(file, lines, i + 1), "answer")));
            } catch (IllegalArgumentException e) {
                throw broken(file, i + 1, String.valueOf(e.getMessage()), e);
            }
        }
        return interactions;
    }

    private static Interaction interaction(Json request, Json answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        member(answer, "headers").members().forEach((name, value) -> headers.put(name, text(value)));
        return new Interaction(
                text(member(request, "method")),
                text(member(request, "path")),
                text(member(request, "type")),
                bytes(member(request, "body")),
                Integer.parseInt(member(answer, "status").text()),
                headers,
                member(answer, "chunks").elements().stream()
                        .map(CassetteFile::bytes)
                        .toList(),
                text(member(answer, "failure")));
    }

    private static Json line(Path file, List<String> lines, int index) {
        try {
            return Json.parse(lines.get(index));
        } catch (DecodeException e) {
            throw broken(file, index + 1, "it is not JSON", e);
        }
    }

    private static Json member(Json json, String name) {
        Json value = json.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the member \"" + name + "\" is missing");
        }
        return value;
    }

    private static String text(Json json) {
        String text = json.string();
        if (text == null) {
            throw new IllegalArgumentException("there is " + json + " instead of text");
        }
        return text;
    }

    private static byte[] bytes(Json json) {
        Json base64 = json.get("base64");
        return base64 == null
                ? text(json).getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(text(base64));
    }

    private static IllegalStateException broken(Path file, int line, String problem, @Nullable Throwable cause) {
        return new IllegalStateException(
                "The cassette " + file + " is broken in line " + line + ": " + problem
                        + ". Delete it to record it anew",
                cause);
    }
}
