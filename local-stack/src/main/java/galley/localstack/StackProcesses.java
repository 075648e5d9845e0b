package galley.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the processes of a stack by what their command lines say. */
public final class StackProcesses {
    private static final Set<String> DATABASE_PROGRAMS = Set.of("postgres", "initdb");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final StackDirectory directory;

    /**
     * @param directory the stack's
     */
    public StackProcesses(StackDirectory directory) {
        this.directory = directory;
    }

    /**
     * Ends what an earlier stack on the directory has left behind. Only to be called by who has
     * locked the directory.
     *
     * @return how many processes there were
     */
    public int end() {
        List<ProcessHandle> leftovers = all().toList();
        List<Thread> stopping =
                leftovers.stream().map(each -> Thread.startVirtualThread(() -> end(each))).toList();
        try {
            for (Thread each : stopping) {
                each.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return leftovers.size();
    }

    /** Those that were started with a certain argument, for example a main class. */
    Stream<ProcessHandle> withArgument(String argument) {
        return all().filter(process -> arguments(process).contains(argument));
    }

    private Stream<ProcessHandle> all() {
        return ProcessHandle.allProcesses().filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        List<String> arguments = arguments(process);
        return arguments.contains(directory.marker())
                || (isDatabase(process)
                        && arguments.stream()
                                .anyMatch(each -> each.contains(directory.postgres().toString())));
    }

    private static void end(ProcessHandle process) {
        Signals.stop(process, isDatabase(process) ? "INT" : "TERM", PATIENCE);
    }

    private static boolean isDatabase(ProcessHandle process) {
        return process.info()
                .command()
                .flatMap(StackProcesses::programName)
                .filter(DATABASE_PROGRAMS::contains)
                .isPresent();
    }

    /**
     * The name of the program that a process runs.
     *
     * @param command the program's path; {@code /}, as which a process in a container may be seen,
     *     has no name
     */
    public static Optional<String> programName(String command) {
        return Optional.of(command).map(Path::of).map(Path::getFileName).map(Path::toString);
    }

    private static List<String> arguments(ProcessHandle process) {
        return process.info().arguments().map(Arrays::asList).orElse(List.of());
    }
}
