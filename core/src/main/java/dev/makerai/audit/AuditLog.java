package dev.makerai.audit;

import dev.makerai.cost.PriceTable;
import dev.makerai.json.Json;
import dev.makerai.run.RunEvent;
import dev.makerai.run.RunListener;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Notes in a file what the tools of runs did and who allowed it: one JSON object in a line, only ever appended.
 *
 * <pre>{@code
 * try (AuditLog audit = AuditLog.open(Path.of("audit.jsonl"))) {
 *     ai.prompt("Preheat for PETG")
 *             .tools(new Printers())
 *             .approver(call -> Approval.approve("Anna"))
 *             .listener(audit)
 *             .run();
 * }
 * }</pre>
 *
 * <p>Each line has {@code at} (UTC), {@code run} and {@code event}. The events and what else they have:
 *
 * <ul>
 *   <li>{@code round_started}: {@code round}, {@code model}
 *   <li>{@code approval}: {@code call}, {@code tool}, {@code effect}, {@code decision} (approved, denied, later) and, where
 *       the {@link dev.makerai.run.Approval} says so, {@code by}
 *   <li>{@code tool_started}: {@code call}, {@code tool}, {@code arguments_sha256}
 *   <li>{@code tool_finished}: the same, and {@code outcome} (success, or a {@link dev.makerai.tools.ToolResult.Kind}),
 *       {@code milliseconds}, {@code output_sha256} and, after an exception, {@code cause}, the name of its class
 *   <li>{@code round_finished}: {@code round}, {@code response}, {@code model}, {@code milliseconds}, {@code
 *       input_tokens}, {@code output_tokens} and {@code cost} with {@code currency}; {@code unknown_cost} says what has
 *       no price
 *   <li>{@code run_ended}: {@code outcome} such as completed or limit_reached, and {@code explanation} of a limit
 * </ul>
 *
 * <p>Arguments and outputs are there as SHA-256 of their UTF-8 only, since they may hold anything; {@link
 * Builder#withTexts} adds {@code arguments}, {@code output}, {@code preview}, {@code reason} and the whole {@code trace}
 * of a cause. No request is noted, and no key.
 *
 * <p>Approvals and ends of runs are on the disk before the run goes on. An entry that cannot be written ends the run
 * with an {@link UncheckedIOException}: nothing happens unseen. Thread-safe: one log serves any number of runs, and
 * several processes can append to one file of a local file system.
 */
public final class AuditLog implements RunListener, AutoCloseable {
    private final Path file;

    /** Opened for appending, so that lines of several processes do not overwrite each other. */
    private final FileOutputStream out;

    private final AuditEntries entries;
    private boolean isClosed;

    private AuditLog(Path file, FileOutputStream out, AuditEntries entries) {
        this.file = file;
        this.out = out;
        this.entries = entries;
    }

    /**
     * Opens a log that holds no texts of tools.
     *
     * @param file is made if it does not exist; its folder must
     * @throws UncheckedIOException if it cannot be opened
     */
    public static AuditLog open(Path file) {
        return builder(file).open();
    }

    /**
     * A log with choices.
     *
     * @param file is made if it does not exist; its folder must
     */
    public static Builder builder(Path file) {
        return new Builder(file);
    }

    /**
     * Notes an event.
     *
     * @throws UncheckedIOException if it cannot be written
     * @throws IllegalStateException if the log is closed
     */
    @Override
    public void on(String runId, RunEvent event) {
        Json entry = entries.of(runId, event);
        if (entry == null) {
            return;
        }
        byte[] line = (entry.text() + "\n").getBytes(StandardCharsets.UTF_8);
        boolean mustLast = event instanceof RunEvent.ApprovalDecided || event instanceof RunEvent.Ended;
        synchronized (this) {
            if (isClosed) {
                throw new IllegalStateException(
                        "The audit log " + file + " is closed, but the run " + runId + " goes on");
            }
            try {
                out.write(line);
                if (mustLast) {
                    out.getFD().sync();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The audit log " + file + " cannot be written: " + e.getMessage(), e);
            }
        }
    }

    /** Closes the file; runs that still use the log fail. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The audit log " + file + " cannot be closed: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public String toString() {
        return "AuditLog[" + file + "]";
    }

    /** Chooses what a log holds. Not thread-safe. */
    public static final class Builder {
        private final Path file;
        private boolean hasTexts;
        private @Nullable PriceTable prices;
        private Clock clock = Clock.systemUTC();

        private Builder(Path file) {
            this.file = file;
        }

        /**
         * Also notes what calls said: arguments, outputs, previews, reasons and the traces of exceptions. These may hold
         * secrets of the tools and of the people who use them.
         */
        public Builder withTexts() {
            hasTexts = true;
            return this;
        }

        /** Other prices than the built-in ones. */
        public Builder prices(PriceTable table) {
            prices = table;
            return this;
        }

        /** What the time of entries is taken from; by default the system's clock. */
        public Builder clock(Clock source) {
            clock = source;
            return this;
        }

        /**
         * Opens it. Where a crash has cut off the last line of the file, the next entry begins a new one.
         *
         * @throws UncheckedIOException if it cannot be opened
         */
        public AuditLog open() {
            try {
                boolean isCut = Files.exists(file) && isCut(file);
                FileOutputStream out = new FileOutputStream(file.toFile(), true);
                if (isCut) {
                    out.write('\n');
                }
                PriceTable table = prices == null ? PriceTable.builtIn() : prices;
                return new AuditLog(file, out, new AuditEntries(hasTexts, table, clock));
            } catch (IOException e) {
                throw new UncheckedIOException("The audit log " + file + " cannot be opened: " + e.getMessage(), e);
            }
        }

        private static boolean isCut(Path file) throws IOException {
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                long length = in.length();
                if (length == 0) {
                    return false;
                }
                in.seek(length - 1);
                return in.read() != '\n';
            }
        }
    }
}
