package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Commands for a shell and what they print: {@code response.shell_call_command.*} and {@code …output_content.*}. */
public sealed interface ShellCallEvent extends ResponseEvent {
    /** Where the call, or its output, stands in {@link Response#output}; -1 if the service does not say. */
    int outputIndex();

    /** Which command of the call; -1 if the service does not say. */
    int commandIndex();

    /**
     * A command begins.
     *
     * @param outputIndex where the call stands
     * @param commandIndex which command
     * @param command the command so far
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record CommandAdded(int outputIndex, int commandIndex, String command, long sequenceNumber, SourceText source)
            implements ShellCallEvent {
        static final String TYPE = "response.shell_call_command.added";

        /** A missing command is empty. */
        public CommandAdded {
            command = ResponseEvents.orEmpty(command);
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * More of a command.
     *
     * @param outputIndex where the call stands
     * @param commandIndex which command
     * @param delta what to put behind the command so far
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record CommandDelta(int outputIndex, int commandIndex, String delta, long sequenceNumber, SourceText source)
            implements ShellCallEvent {
        static final String TYPE = "response.shell_call_command.delta";

        /** Needs the text. */
        public CommandDelta {
            Objects.requireNonNull(delta, "delta");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * A command is whole.
     *
     * @param outputIndex where the call stands
     * @param commandIndex which command
     * @param command all of it
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record CommandDone(int outputIndex, int commandIndex, String command, long sequenceNumber, SourceText source)
            implements ShellCallEvent {
        static final String TYPE = "response.shell_call_command.done";

        /** Needs the command. */
        public CommandDone {
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * A command prints.
     *
     * @param itemId the id of the output's item; empty if the service gave none
     * @param outputIndex where the output stands
     * @param commandIndex which command
     * @param delta what it prints
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record OutputDelta(
            String itemId, int outputIndex, int commandIndex, Printed delta, long sequenceNumber, SourceText source)
            implements ShellCallEvent {
        static final String TYPE = "response.shell_call_output_content.delta";

        /** Needs what was printed. */
        public OutputDelta {
            itemId = ResponseEvents.orEmpty(itemId);
            Objects.requireNonNull(delta, "delta");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * A command has ended.
     *
     * @param itemId the id of the output's item; empty if the service gave none
     * @param outputIndex where the output stands
     * @param commandIndex which command
     * @param output all that was printed, and how the command ended
     * @param sequenceNumber the event's number
     * @param source the exact text it was read from
     */
    record OutputDone(
            String itemId,
            int outputIndex,
            int commandIndex,
            List<ShellCallOutput.Output> output,
            long sequenceNumber,
            SourceText source)
            implements ShellCallEvent {
        static final String TYPE = "response.shell_call_output_content.done";

        /** A missing list is empty. */
        public OutputDone {
            itemId = ResponseEvents.orEmpty(itemId);
            output = ResponseEvents.orNone(output);
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * What to put behind the texts that a command has printed so far.
     *
     * @param stdout on its standard output, or null if nothing
     * @param stderr on its standard error, or null if nothing
     */
    record Printed(@Nullable String stdout, @Nullable String stderr) {}
}
