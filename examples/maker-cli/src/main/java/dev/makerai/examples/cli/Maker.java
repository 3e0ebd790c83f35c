package dev.makerai.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/** The {@code maker} command. */
@Command(
        name = "maker",
        mixinStandardHelpOptions = true,
        version = "maker 0.1.0-SNAPSHOT",
        description = "Looks at meshes, quotes prints, and asks a model that can do both.",
        subcommands = {MeshCommand.class, QuoteCommand.class, AskCommand.class, ToolsCommand.class},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all fine", "1:a file that was refused, or a question without an answer", "2:wrong usage"})
final class Maker {
    private static final int LONGEST_AMOUNT = 40;

    private Maker() {}

    /** Runs the command and ends the JVM with its exit status. */
    public static void main(String[] args) {
        // JSON is UTF-8 whatever the locale is.
        PrintWriter out =
                new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8), true);
        int exit = run(out, args);
        if (out.checkError()) {
            System.err.println("maker: standard output could not be written");
            exit = 1;
        }
        System.exit(exit);
    }

    private static int run(PrintWriter out, String... args) {
        return new CommandLine(new Maker())
                .setOut(out)
                .registerConverter(BigDecimal.class, Maker::amount)
                // A word that begins with @ is a word: a file's content must not become options.
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Maker::report)
                .setParameterExceptionHandler(Maker::refuse)
                .execute(args);
    }

    private static BigDecimal amount(String text) {
        String shown = text.length() <= LONGEST_AMOUNT ? text : text.substring(0, LONGEST_AMOUNT) + "…";
        try {
            BigDecimal amount = new BigDecimal(shown.strip());
            // Written out, an exponent of nine digits fills all memory.
            if (Math.abs((long) amount.scale()) > LONGEST_AMOUNT) {
                throw new TypeConversionException(
                        "the exponent of '" + shown + "' is beyond all bounds; give an amount such as 27.90");
            }
            return amount;
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + shown + "' is not an amount such as 27.90");
        }
    }

    /** Wrong usage: what is wrong, and where to read more; not all of it at once. */
    private static int refuse(CommandLine.ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("maker: " + e.getMessage());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** What went wrong outside any file: in words, without a stack trace. */
    private static int report(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        command.getErr().println("maker: " + message);
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
