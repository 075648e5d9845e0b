package galley.localstack.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import galley.localstack.ReachableStack;
import galley.localstack.StackDirectory;

/**
 * A stack that runs, as {@code .galley/running} records it.
 *
 * @param pid the supervisor's
 * @param started when the supervisor started
 * @param data where the stack keeps its data
 * @param ready whether all parts have been ready
 */
record RunningStack(long pid, Instant started, Path data, boolean ready, List<Part> parts) {
    /**
     * A server or service.
     *
     * @param pid 0 when it has not been started yet
     */
    record Part(String name, int port, long pid) {}

    StackDirectory directory() {
        return new StackDirectory(data);
    }

    ReachableStack reachable() {
        return ReachableStack.ofProcesses(directory(), part("kafka").port(), part("ingest").port());
    }

    /** The supervisor; nothing when it has gone, even if its number belongs to another by now. */
    Optional<ProcessHandle> supervisor() {
        return ProcessHandle.of(pid)
                .filter(process -> process.info().startInstant().equals(Optional.of(started)));
    }

    Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new CommandException(
                                        "No such part: "
                                                + name
                                                + "; there are "
                                                + String.join(
                                                        ", ",
                                                        parts.stream().map(Part::name).toList())));
    }
}
