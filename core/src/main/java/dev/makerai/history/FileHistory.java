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
        members.put("at", turn.at().toString());
        if (turn.responseId() != null) {
            members.put("response_id", turn.responseId());
        }
        members.put("unsent", turn.unsent());
        members.put("items", turn.items().stream().map(InputItem::toJson).toList());
        // Line ends outside of strings, where they are escaped, mean nothing.
        return CODECS.encode(members).text().replace('\n', ' ').replace('\r', ' ') + "\n";
    }

    private static ConversationTurn read(String line, Path file, int number) {
        try {
            Json turn = Json.parse(line);
            Json at = turn.get("at");
            Json items = turn.get("items");
            Json responseId = turn.get("response_id");
            Json unsent = turn.get("unsent");
            BigDecimal count = unsent == null ? null : unsent.number();
            if (at == null || at.string() == null || items == null || items.kind() != Json.Kind.ARRAY || count == null) {
                throw new DecodeException("A turn has at, unsent and items", "$", line, null, null);
            }
            return new ConversationTurn(
                    Instant.parse(at.string()),
                    items.elements().stream().map(InputItem::of).toList(),
                    responseId == null ? null : responseId.string(),
                    count.intValueExact());
        } catch (DecodeException | DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new DecodeException(
                    "The history " + file + " is damaged in line " + number + ": " + e.getMessage(), "$", line, null, e);
        }
    }
}
