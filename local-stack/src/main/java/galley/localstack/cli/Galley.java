package galley.localstack.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

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
                    command.getErr().println(failure.getMessage());
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
}
