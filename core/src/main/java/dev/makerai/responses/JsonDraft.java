package dev.makerai.responses;

import com.squareup.moshi.JsonWriter;
import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that grows: one that was read, with texts that get longer and members and elements that are put in.
 * Members that nobody touches keep their exact text.
 */
final class JsonDraft {
    private final Room room;
    private @Nullable Json base;
    private @Nullable StringBuilder text;
    private final Map<String, JsonDraft> members = new HashMap<>(4);
    private final TreeMap<Integer, JsonDraft> elements = new TreeMap<>();

    JsonDraft(Room room) {
        this.room = room;
        room.take(Room.DRAFT);
    }

    /** Whether nothing was put in yet. */
    boolean isEmpty() {
        return base == null && text == null && members.isEmpty() && elements.isEmpty();
    }

    /** Replaces all that was here. */
    void set(Json value) {
        room.take(value.text().length());
        base = value;
        text = null;
        members.clear();
        elements.clear();
    }

    /** Makes a string longer; what is no string yet becomes one. */
    void append(String more) {
        room.take(more.length());
        if (text == null) {
            String start = base == null ? null : base.string();
            text = new StringBuilder(start == null ? "" : start);
        }
        text.append(more);
    }

    /** The member of an object; what is no object yet becomes one. */
    JsonDraft member(String name) {
        JsonDraft member = members.get(name);
        if (member == null) {
            member = child(base == null ? null : base.get(name));
            members.put(name, member);
        }
        return member;
    }

    /**
     * The element of an array; what is no array yet becomes one.
     *
     * @param index where it stands; if negative, the last one
     */
    JsonDraft element(int index) {
        if (elements.isEmpty() && base != null) {
            // All at once, so that elements before and behind keep their order.
            List<Json> known = base.elements();
            for (int i = 0; i < known.size(); i++) {
                elements.put(i, child(known.get(i)));
            }
        }
        int at = index >= 0 ? index : Math.max(elements.size() - 1, 0);
        JsonDraft element = elements.get(at);
        if (element == null) {
            element = child(null);
            elements.put(at, element);
        }
        return element;
    }

    /** How many elements there are. */
    int size() {
        return elements.isEmpty() && base != null ? base.elements().size() : elements.size();
    }

    /** Whether the object has a member. */
    boolean has(String name) {
        return members.containsKey(name) || (base != null && base.get(name) != null);
    }

    /** The value as it is now. */
    Json json() {
        Buffer buffer = new Buffer();
        try (JsonWriter out = JsonWriter.of(buffer)) {
            out.setSerializeNulls(true);
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory cannot fail", e);
        }
        return Json.trusted(buffer.readUtf8());
    }

    private JsonDraft child(@Nullable Json value) {
        JsonDraft child = new JsonDraft(room);
        child.base = value;
        return child;
    }

    private void write(JsonWriter out) throws IOException {
        if (text != null) {
            out.value(text.toString());
        } else if (!members.isEmpty()) {
            writeObject(out);
        } else if (!elements.isEmpty()) {
            out.beginArray();
            for (JsonDraft element : elements.values()) {
                element.write(out);
            }
            out.endArray();
        } else {
            writeJson(out, base == null ? Json.NULL : base);
        }
    }

    private void writeObject(JsonWriter out) throws IOException {
        Map<String, Json> known = base == null ? Map.of() : base.members();
        out.beginObject();
        for (Map.Entry<String, Json> member : known.entrySet()) {
            out.name(member.getKey());
            JsonDraft changed = members.get(member.getKey());
            if (changed == null) {
                writeJson(out, member.getValue());
            } else {
                changed.write(out);
            }
        }
        for (Map.Entry<String, JsonDraft> member : new TreeMap<>(members).entrySet()) {
            if (!known.containsKey(member.getKey())) {
                out.name(member.getKey());
                member.getValue().write(out);
            }
        }
        out.endObject();
    }

    private static void writeJson(JsonWriter out, Json value) throws IOException {
        try (BufferedSink sink = out.valueSink()) {
            sink.writeUtf8(value.text());
        }
    }

    /** How much a stream may still bring, so that none can fill the memory. */
    static final class Room {
        /** About what the objects of a draft take, in characters. */
        private static final int DRAFT = 200;

        private final int most;
        private final @Nullable String requestId;
        private long taken;

        /**
         * @param most characters
         * @param requestId for the error, or null
         */
        Room(int most, @Nullable String requestId) {
            this.most = most;
            this.requestId = requestId;
        }

        private void take(int characters) {
            taken += characters;
            if (taken > most) {
                throw new DecodeException(
                        "The stream has brought more than " + most + " characters, the most that is kept",
                        "$",
                        "",
                        requestId,
                        null);
            }
        }
    }
}
