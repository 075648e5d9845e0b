package galley.localstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import galley.localstack.StackDirectory;
import galley.localstack.StackPorts;
import galley.localstack.StackProcesses;

/** Starts a stack and looks after it until this process is told to end. */
@Command(name = "start", description = "Starts PostgreSQL, Kafka and the services.")
final class StartCommand implements Callable<Integer> {
    private static final String ELSEWHERE = "; --data names another place";

    @Spec private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where data, keys and logs stay; .galley unless given")
    private Path data;

    @Override
    public Integer call() throws InterruptedException {
        Project project = Project.current();
        StackPorts ports = StackPorts.from(System.getenv());
        StackDirectory directory =
                data == null ? project.usualData() : new StackDirectory(data.toAbsolutePath());
        makeUsable(directory.root());
        lock(project, directory);
        endLeftovers(project, directory);
        TakenPorts.refuse(ports);
        Console console = new Console(spec.commandLine().getOut());
        new Supervisor(project, directory, ports, console).run();
        return 0;
    }

    private static void makeUsable(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new CommandException("No directory for data can be made at " + data + ELSEWHERE);
        }
        if (!Files.isWritable(data)) {
            throw new CommandException("No permission to write in " + data + ELSEWHERE);
        }
        if (data.toString().contains(",")) {
            throw new CommandException("Kafka would take " + data + " for several" + ELSEWHERE);
        }
    }

    private static void lock(Project project, StackDirectory directory) {
        if (!DirectoryLock.take(project.lock())) {
            Optional<RunningStack> running = project.running().read();
            throw new CommandException(
                    "Galley is already running%s; see ./galley status"
                            .formatted(
                                    running.map(stack -> " (process " + stack.pid() + ")")
                                            .orElse("")));
        }
        if (!DirectoryLock.take(directory.lock())) {
            throw new CommandException(
                    directory.root() + " is in use by another Galley" + ELSEWHERE);
        }
    }

    private static void endLeftovers(Project project, StackDirectory directory) {
        new StackProcesses(directory).end();
        // The stack before may have had another place for its data.
        project.running()
                .recorded()
                .map(RunningStack::directory)
                .filter(before -> !before.equals(directory))
                .ifPresent(before -> new StackProcesses(before).end());
        project.running().delete();
    }
}
