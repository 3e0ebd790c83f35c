package dev.makerai.internal.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.makerai.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sealed interface whose records are told apart by the member {@code type}. What has no known label, or a known one
 * and members that do not fit it, becomes the unknown case with its exact text. Where a union says so, an object
 * without a label is recognised by a member that it has.
 *
 * @param <T> the sealed interface
 */
final class UnionCodec<T> extends Codec<T> {
    private final Codecs codecs;
    private final byte[][] labels;
    private final Class<?>[] records;
    private final Map<String, Class<?>> unlabelled;
    private final RecordCodec<? extends T> unknown;

    UnionCodec(
            Codecs codecs,
            Map<String, Class<? extends T>> table,
            Map<String, Class<?>> unlabelled,
            RecordCodec<? extends T> unknown) {
        this.codecs = codecs;
        this.unlabelled = unlabelled;
        this.unknown = unknown;
        Map<String, Class<? extends T>> entries = new LinkedHashMap<>(table);
        this.labels = new byte[entries.size()][];
        this.records = entries.values().toArray(new Class<?>[0]);
        int i = 0;
        for (String label : entries.keySet()) {
            labels[i++] = label.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public @Nullable T read(WireReader in) throws IOException {
        if (in.peek() != JsonReader.Token.BEGIN_OBJECT) {
            return unknown("", in.nextJson());
        }
        int start = in.objectStart();
        byte[] document = in.document();
        int quote = TypeLabel.find(document, start);
        int end = quote < 0 ? -1 : TypeLabel.endOfString(document, quote);
        int index = quote < 0 ? -1 : indexOf(document, quote + 1, end - 1);
        if (index >= 0) {
            int before = in.mismatches();
            T value = record(records[index]).read(in);
            if (value != null && in.mismatches() == before) {
                return value;
            }
            in.forgiveSince(before);
        } else {
            in.skipValue();
        }
        if (quote < 0 && !unlabelled.isEmpty()) {
            return recognised(in.json(start));
        }
        return unknown(quote < 0 ? "" : label(document, quote, end), in.json(start));
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
        codecs.write(out, value);
    }

    @SuppressWarnings("unchecked") // The tables hold subtypes of T only.
    private RecordCodec<T> record(Class<?> type) {
        return codecs.record((Class<T>) type);
    }

    private T recognised(Json raw) throws IOException {
        Map<String, Json> members = raw.members();
        for (Map.Entry<String, Class<?>> entry : unlabelled.entrySet()) {
            if (members.containsKey(entry.getKey()) && typeIsAbsent(members.get("type"))) {
                WireReader in = new WireReader(raw.text().getBytes(StandardCharsets.UTF_8));
                T value = record(entry.getValue()).read(in);
                in.close();
                return value != null && in.mismatches() == 0 ? value : unknown("", raw);
            }
        }
        return unknown("", raw);
    }

    private static boolean typeIsAbsent(@Nullable Json type) {
        return type == null || type.equals(Json.NULL);
    }

    private T unknown(String type, Json raw) {
        return unknown.create(type, raw);
    }

    private static String label(byte[] document, int quote, int end) {
        String label = Json.trusted(new String(document, quote, end - quote, StandardCharsets.UTF_8))
                .string();
        return label == null ? "" : label;
    }

    private int indexOf(byte[] document, int from, int to) {
        for (int i = 0; i < labels.length; i++) {
            if (Arrays.equals(labels[i], 0, labels[i].length, document, from, to)) {
                return i;
            }
        }
        return -1;
    }
}
