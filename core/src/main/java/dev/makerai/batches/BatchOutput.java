package dev.makerai.batches;

import dev.makerai.errors.DecodeException;
import dev.makerai.internal.http.OpenAnswer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An output or error file of a batch, read line by line while it is downloaded, so that it may be of any size. The order
 * of the lines is the service's own. A line that cannot be read is an element of its own and spares the others.
 *
 * <pre>{@code
 * try (BatchOutput output = ai.batches().output(batch.outputFileId())) {
 *     for (BatchOutput.Line line : output) {
 *         if (line instanceof BatchOutput.Read read) {
 *             done.add(read.result().customId());
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>It can be gone through once. A download that breaks off throws a {@link dev.makerai.errors.TransportException}, as
 * does interrupting the thread. For one thread at a time, though any may close it.
 */
public final class BatchOutput implements Iterable<BatchOutput.Line>, AutoCloseable {
    private final FileLines lines;
    private boolean begun;

    BatchOutput(OpenAnswer answer) {
        this(new FileLines(answer, FileLines.LONGEST_LINE));
    }

    BatchOutput(FileLines lines) {
        this.lines = lines;
    }

    /**
     * The lines.
     *
     * @throws IllegalStateException the second time
     */
    @Override
    public Iterator<Line> iterator() {
        if (begun) {
            throw new IllegalStateException("The file has been read: open it again to read it again");
        }
        begun = true;
        return new Walk(lines);
    }

    /** Ends the download. */
    @Override
    public void close() {
        lines.close();
    }

    /** One line. */
    public sealed interface Line {
        /** Which line it is, counted from 1. */
        long number();
    }

    /**
     * A line that was read.
     *
     * @param number which line it is, counted from 1
     * @param result what it says
     */
    public record Read(long number, BatchResult result) implements Line {}

    /**
     * A line that cannot be read.
     *
     * @param number which line it is, counted from 1
     * @param problem what is wrong with it, and its text
     */
    public record Broken(long number, DecodeException problem) implements Line {}

    private static final class Walk implements Iterator<Line> {
        private final FileLines lines;
        private @Nullable Line next;
        private boolean ended;

        Walk(FileLines lines) {
            this.lines = lines;
        }

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                next = read();
                ended = next == null;
            }
            return next != null;
        }

        @Override
        public Line next() {
            Line line = hasNext() ? next : null;
            if (line == null) {
                throw new NoSuchElementException("The file is at its end");
            }
            next = null;
            return line;
        }

        private @Nullable Line read() {
            byte[] line;
            try {
                line = lines.next();
            } catch (DecodeException e) {
                return new Broken(lines.number(), e);
            }
            if (line == null) {
                return null;
            }
            try {
                return new Read(lines.number(), BatchResult.read(line));
            } catch (DecodeException e) {
                return new Broken(
                        lines.number(), new DecodeException(e.problem(), e.path(), lines.shown(line), null, null));
            }
        }
    }
}
