package dev.makerai.history;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.json.Codecs;
import dev.makerai.internal.naming.Shown;
import dev.makerai.json.Json;
import dev.makerai.responses.InputItem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps turns in files, one line of JSON for each. */
final class FileHistory implements HistoryStore {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}");
    private static final Codecs CODECS = Codecs.builder().build();

    private final Path folder;

    FileHistory(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public synchronized List<ConversationTurn> load(String conversationId) {
        Path file = file(conversationId);
        List<ConversationTurn> turns = new ArrayList<>();
        if (!Files.exists(file)) {
            return turns;
        }
        try {
            String[] lines = Files.readString(file).split("\n", -1);
            // What stands behind the last line end is empty, or was being written when the program stopped.
            for (int i = 0; i < lines.length - 1; i++) {
                turns.add(read(lines[i], file, i + 1));
            }
            return List.copyOf(turns);
        } catch (CharacterCodingException e) {
            throw new DecodeException("The history " + file + " is damaged: it is not UTF-8", "$", "", null, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The history " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void append(String conversationId, ConversationTurn turn) {
        Path file = file(conversationId);
        byte[] line = line(turn).getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(folder);
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                long end = endOfLastLine(out);
                out.setLength(end);
                out.seek(end);
                out.write(line);
                out.getFD().sync();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The history " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static long endOfLastLine(RandomAccessFile file) throws IOException {
        long end = file.length();
        while (end > 0) {
            file.seek(end - 1);
            if (file.read() == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }

    @Override
    public synchronized void replace(String conversationId, List<ConversationTurn> turns) {
        Path file = file(conversationId);
        try {
            if (turns.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(folder);
            StringBuilder lines = new StringBuilder();
            turns.forEach(turn -> lines.append(line(turn)));
            Path part = Files.createTempFile(folder, ".history", ".part");
            try {
                Files.writeString(part, lines);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The history " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Path file(String conversationId) {
        if (!NAME.matcher(conversationId).matches()) {
            throw new IllegalArgumentException("The conversation id " + Shown.quoted(conversationId)
                    + " cannot be the name of a file: take 1 to 100 of A-Z, a-z, 0-9, _, - and .");
        }
        return folder.resolve(conversationId + ".jsonl");
    }

    private static String line(ConversationTurn turn) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("run_id", turn.runId());
        members.put("at", turn.at().toString());
        if (turn.responseId() != null) {
            members.put("response_id", turn.responseId());
        }
        if (turn.conversationId() != null) {
            members.put("conversation_id", turn.conversationId());
        }
        members.put("unsent", turn.unsent());
        members.put("tokens", turn.tokens());
        members.put("items", turn.items().stream().map(FileHistory::inOneLine).toList());
        return CODECS.encode(members).text() + "\n";
    }

    /** An item goes back as it came, so one of several lines is kept as a string. */
    private static Json inOneLine(InputItem item) {
        Json json = item.toJson();
        return json.text().indexOf('\n') < 0 && json.text().indexOf('\r') < 0 ? json : Json.string(json.text());
    }

    private static InputItem item(Json kept) {
        String text = kept.string();
        return InputItem.of(text == null ? kept : Json.parse(text));
    }

    private static ConversationTurn read(String line, Path file, int number) {
        try {
            Json turn = Json.parse(line);
            Json items = turn.get("items");
            if (items == null || items.kind() != Json.Kind.ARRAY) {
                throw new IllegalArgumentException("a turn has items");
            }
            return new ConversationTurn(
                    needed(string(turn, "run_id"), "run_id"),
                    Instant.parse(needed(string(turn, "at"), "at")),
                    items.elements().stream().map(FileHistory::item).toList(),
                    needed(number(turn, "unsent"), "unsent").intValueExact(),
                    string(turn, "response_id"),
                    string(turn, "conversation_id"),
                    needed(number(turn, "tokens"), "tokens").longValueExact());
        } catch (DecodeException | DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new DecodeException(
                    "The history " + file + " is damaged in line " + number + ": " + e.getMessage(),
                    "$",
                    line,
                    null,
                    e);
        }
    }

    private static @Nullable String string(Json turn, String member) {
        Json value = turn.get(member);
        return value == null ? null : value.string();
    }

    private static @Nullable BigDecimal number(Json turn, String member) {
        Json value = turn.get(member);
        return value == null ? null : value.number();
    }

    private static <T> T needed(@Nullable T value, String member) {
        if (value == null) {
            throw new IllegalArgumentException("a turn has " + member);
        }
        return value;
    }
}
