package galley.localstack.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import galley.localstack.StackPorts;

/** Prints what a part of the stack has told since the stack was started. */
@Command(name = "logs", description = "Prints the log of a part of the stack.")
final class LogsCommand implements Callable<Integer> {
    private static final int POLL_MILLIS = 200;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "SERVICE",
            description = "ingest, editorial, publish, kafka or postgres")
    private String service;

    @Option(names = "--follow", description = "goes on as the log grows")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!StackPorts.PARTS.contains(service)) {
            throw new ParameterException(spec.commandLine(), "No such service: " + service);
        }
        Project project = Project.current();
        Optional<RunningStack> running = project.running().read();
        Path log = running.map(RunningStack::directory).orElseGet(project::usualData).log(service);
        if (!Files.exists(log)) {
            throw new CommandException(
                    running.isPresent()
                            ? service + " has told nothing yet"
                            : "Galley is not running and has left no log of " + service);
        }
        if (running.isEmpty()) {
            // After a failed start the log is what one wants to see.
            spec.commandLine().getErr().println("Galley is not running; this is from its last run");
        }
        print(log, running);
        return 0;
    }

    private void print(Path log, Optional<RunningStack> running)
            throws IOException, InterruptedException {
        try (InputStream in = Files.newInputStream(log)) {
            while (true) {
                // Asked first, so that what a stack tells in its end is printed too.
                boolean maySayMore =
                        follow && running.flatMap(RunningStack::supervisor).isPresent();
                in.transferTo(System.out);
                if (System.out.checkError() || !maySayMore) {
                    return;
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }
}
