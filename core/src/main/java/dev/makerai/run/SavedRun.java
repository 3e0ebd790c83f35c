package dev.makerai.run;

import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.responses.ResponseRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A run that was kept, to go on with it later, also in another process: one that waits for an approval, came up against a
 * limit, failed or was cancelled. Tool calls that have ended are not run again.
 *
 * <pre>{@code
 * run.save().write(file);
 *
 * SavedRun saved = SavedRun.read(file);
 * Run<String> resumed =
 *         ai.resume(saved).tools(new Printers()).approver(operator).run();
 * }</pre>
 *
 * <p>What is saved is all that was said: question, answers, arguments and outputs of tools. Tools are not saved, neither
 * one's own nor those that the service runs, so they have to be given again. Immutable.
 */
public final class SavedRun {
    private final RunState state;

    SavedRun(RunState state) {
        this.state = state;
    }

    /**
     * Reads what {@link #toJson} gave, or the lines of a journal.
     *
     * @throws DecodeException if it is neither; the message says in which line or record
     */
    public static SavedRun parse(String text) {
        return new SavedRun(SavedRunReader.read(text));
    }

    /**
     * Reads what {@link #write} wrote, or a journal. Of a journal whose last line was cut off by a crash that line is
     * left out.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws DecodeException if it is neither; the message says in which line or record
     */
    public static SavedRun read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new DecodeException("The file " + file + " is no text in UTF-8", "$", "", null, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The saved run " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The id of the run, which it keeps. */
    public String runId() {
        return state.id;
    }

    /**
     * The request that comes next, or the one whose tool calls are not all carried out; without tools.
     */
    public ResponseRequest request() {
        RunState next = state.copy();
        next.takeUp();
        return next.request.toBuilder().tools(List.of()).extra("tools", null).build();
    }

    /** The calls that wait for a decision, in their order; empty if there are none. Of their policy only the effect is kept. */
    public List<PendingCall> pendingCalls() {
        return state.pending;
    }

    /** The rounds so far. */
    public List<Step> steps() {
        return List.copyOf(state.steps);
    }

    /** All of it as one JSON object. */
    public Json toJson() {
        List<String> records = new ArrayList<>();
        new SavedRunWriter(record -> records.add(record.text())).write(state);
        return Json.trusted(
                "{\"maker_ai_run\":" + RunRecords.FORMAT + ",\"records\":[" + String.join(",\n", records) + "]}");
    }

    /**
     * Writes it to a file, in the place of what was there only when all of it is written.
     *
     * @throws UncheckedIOException if that fails
     */
    public void write(Path file) {
        Path target = file.toAbsolutePath();
        try {
            Path part = Files.createTempFile(
                    target.getParent(), target.getFileName().toString(), ".part");
            try {
                Files.writeString(part, toJson().text());
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The run cannot be saved to " + file + ": " + e.getMessage(), e);
        }
    }

    RunState state() {
        return state.copy();
    }

    /** The id and how far it is; not what was said. */
    @Override
    public String toString() {
        return "SavedRun[" + state.id + ", " + state.steps.size() + " rounds, " + state.pending.size()
                + " calls waiting]";
    }
}
