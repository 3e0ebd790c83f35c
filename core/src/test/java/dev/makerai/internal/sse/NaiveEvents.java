package dev.makerai.internal.sse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The standard's rules in their own words, on the whole stream as one string: slow, and easy to check by reading. */
final class NaiveEvents {
    record Event(String name, String data, String lastId) {}

    private final List<Event> events = new ArrayList<>();
    private String data = "";
    private String name = "";
    private String lastId = "";

    private NaiveEvents() {}

    static List<Event> read(byte[] bytes) {
        // Byte for byte, as the reader hands bytes on; the tests turn its strings into the same form.
        String stream = new String(bytes, StandardCharsets.ISO_8859_1);
        if (stream.startsWith("\u00ef\u00bb\u00bf")) {
            stream = stream.substring(3);
        }
        NaiveEvents reading = new NaiveEvents();
        String lines = stream.replace("\r\n", "\n").replace('\r', '\n');
        int start = 0;
        for (int end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', start)) {
            reading.line(lines.substring(start, end));
            start = end + 1;
        }
        return reading.events;
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        if (line.isEmpty()) {
            dispatch();
        } else if (colon < 0) {
            field(line, "");
        } else if (colon > 0) {
            String value = line.substring(colon + 1);
            field(line.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
        }
    }

    private void field(String field, String value) {
        switch (field) {
            case "event" -> name = value;
            case "data" -> data += value + "\n";
            case "id" -> lastId = value.indexOf('\0') < 0 ? value : lastId;
            default -> {
                // "retry" is for who connects again; all others are to be passed over.
            }
        }
    }

    private void dispatch() {
        if (!data.isEmpty()) {
            events.add(new Event(name, data.substring(0, data.length() - 1), lastId));
        }
        data = "";
        name = "";
    }
}
