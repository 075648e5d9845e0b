package galley.localstack.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs one command of the {@code ./galley} script; tells what goes wrong in one line. */
@Command(
        name = "./galley",
        description = "Galley on this machine.",
        subcommands = {
            StartCommand.class,
            StopCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            EventsCommand.class,
            ImportCommand.class,
            EnvCommand.class,
            RehearseCommand.class,
            TrainCommand.class
        })
public final class Galley {
    private Galley() {}

    /** Takes the command line; exits with 0 when the command did what it says. */
    public static void main(String[] arguments) {
        CommandLine commands = new CommandLine(new Galley());
        commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commands.setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                    command.getErr().println(inWords(failure));
                    return CommandLine.ExitCode.SOFTWARE;
                });
        commands.setParameterExceptionHandler(
                (wrong, line) -> {
                    CommandLine command = wrong.getCommandLine();
                    command.getErr().println(wrong.getMessage());
                    command.usage(command.getErr());
                    return CommandLine.ExitCode.USAGE;
                });
        System.exit(commands.execute(arguments));
    }

    /** One line for people; a file's exception by itself says no more than the file's name. */
    static String inWords(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        return switch (cause) {
            case AccessDeniedException denied -> "No permission for " + denied.getFile();
            case NoSuchFileException missing -> "There is no " + missing.getFile();
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }
}
