package galley.localstack.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import galley.localstack.StackDirectory;
import galley.localstack.StackPorts;

/** Prints what a part of the stack has told since the stack was started. */
@Command(name = "logs", description = "Prints the log of a part of the stack.")
final class LogsCommand implements Callable<Integer> {
    private static final int POLL_MILLIS = 200;

    @Parameters(
            paramLabel = "SERVICE",
            description = "ingest, editorial, publish, kafka or postgres")
    private String service;

    @Option(names = "--follow", description = "goes on as the log grows")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Project project = Project.current();
        Optional<RunningStack> running = project.running().read();
        // After a failed start the log is what one wants to see.
        StackDirectory directory =
                running.map(RunningStack::directory).orElseGet(project::usualData);
        Path log = directory.log(service);
        if (!Files.exists(log)) {
            throw new CommandException(
                    "No log of %s; there are %s once started"
                            .formatted(service, String.join(", ", StackPorts.PARTS)));
        }
        print(log);
        return 0;
    }

    private void print(Path log) throws IOException, InterruptedException {
        try (InputStream in = Files.newInputStream(log)) {
            while (true) {
                in.transferTo(System.out);
                if (System.out.checkError() || !follow) {
                    return;
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }
}
