package dev.makerai.run;

import dev.makerai.json.Json;
import dev.makerai.responses.Response;
import dev.makerai.tools.Effect;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notes in a file what happens in a run, one line for each thing, on the disk before the run goes on, so that it can be
 * taken up after a crash. One run at a time writes to a file. Thread-safe.
 */
final class Journal implements AutoCloseable {
    private final Path file;

    /** Not a channel, which an interrupt of the writing thread would close. */
    private final RandomAccessFile out;

    private final Set<String> endedCalls = new HashSet<>();

    private boolean isClosed;

    private Journal(Path file, RandomAccessFile out) {
        this.file = file;
        this.out = out;
    }

    /**
     * Opens a file for one run; makes it if it does not exist.
     *
     * @throws JournalException if another run writes to it, or it cannot be opened
     */
    static Journal open(Path file) {
        RandomAccessFile out;
        try {
            out = new RandomAccessFile(file.toFile(), "rw");
        } catch (IOException e) {
            throw new JournalException("The journal " + file + " cannot be opened: " + e.getMessage(), e);
        }
        try {
            if (out.getChannel().tryLock() != null) {
                return new Journal(file, out);
            }
        } catch (OverlappingFileLockException e) {
            // In use by this JVM.
        } catch (IOException e) {
            close(out, e);
            throw new JournalException("The journal " + file + " cannot be locked: " + e.getMessage(), e);
        }
        close(out, null);
        throw new JournalException(
                "The journal " + file + " is in use by another run. Wait until that has ended, or use another file.",
                null);
    }

    private static void close(RandomAccessFile file, @Nullable IOException problem) {
        try {
            file.close();
        } catch (IOException e) {
            if (problem != null) {
                problem.addSuppressed(e);
            }
        }
    }

    /**
     * Reads the run that is in it, and cuts off a last line that was not written to its end.
     *
     * @return null if nothing is in it yet
     * @throws dev.makerai.errors.DecodeException if it is damaged
     */
    @Nullable
    RunState read() {
        try {
            byte[] bytes = new byte[Math.toIntExact(out.length())];
            out.seek(0);
            out.readFully(bytes);
            int whole = bytes.length;
            while (whole > 0 && bytes[whole - 1] != '\n') {
                whole--;
            }
            out.setLength(whole);
            out.seek(whole);
            return whole == 0 ? null : SavedRunReader.read(new String(bytes, 0, whole, StandardCharsets.UTF_8));
        } catch (IOException | ArithmeticException e) {
            throw new JournalException("The journal " + file + " cannot be read: " + e, e);
        }
    }

    Path file() {
        return file;
    }

    void write(Json record) {
        String text = record.text();
        // What a service sent goes back to it byte for byte, so its line ends may not be changed either.
        boolean hasLineEnds = text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        byte[] bytes = ((hasLineEnds ? Json.string(text).text() : text) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (this) {
            if (isClosed) {
                throw new JournalException("The journal " + file + " is closed, since its run has ended", null);
            }
            try {
                out.write(bytes);
                out.getFD().sync();
            } catch (IOException e) {
                throw new JournalException("The journal " + file + " cannot be written: " + e.getMessage(), e);
            }
        }
    }

    void responded(RunState state) {
        Response response = state.open;
        if (response != null) {
            synchronized (this) {
                endedCalls.clear();
            }
            write(RunRecords.response(
                    state.isRequestDerived() ? null : state.request, response, state.answerTime, state.closing));
        }
    }

    void closed(List<ToolCall> calls, RunEnd.@Nullable LimitReached closing) {
        write(RunRecords.closed(calls, closing));
    }

    void brokeOff(Response soFar, Duration answerTime) {
        write(RunRecords.brokeOff(soFar, answerTime));
    }

    /** A call that changes something is about to begin. Any thread may say so. */
    void begins(String callId, Effect effect) {
        write(RunRecords.begins(callId, effect));
    }

    /** A call has ended. Any thread may say so, also twice. */
    void ended(ToolCall call) {
        if (RunState.isInterrupted(call)) {
            return;
        }
        synchronized (this) {
            // A tool that was given up may end after its run: nobody waits for that.
            if (isClosed || !endedCalls.add(call.id())) {
                return;
            }
        }
        write(RunRecords.call(call));
    }

    void ended(RunState state) {
        state.pending.forEach(call -> write(RunRecords.pending(call)));
        write(RunRecords.end(state.lastEnd));
    }

    /** Gives the file free. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            close(out, null);
        }
    }
}
