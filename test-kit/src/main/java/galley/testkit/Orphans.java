package galley.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.github.dockerjava.api.model.Container;

/** Containers whose JVM was killed before it could remove them. */
final class Orphans {
    /** The label that tells which process a container belongs to. */
    static final String OWNER = "galley.test.owner";

    private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

    private Orphans() {}

    /** This process as the owner of containers. */
    static String self() {
        return owner(ProcessHandle.current().pid());
    }

    /** A process beside this one; its number means something in this namespace only. */
    static String owner(long pid) {
        return namespace() + "/" + pid;
    }

    /** Removes them; those of runs that live stay. */
    static void remove() {
        Docker.client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(OWNER))
                .exec()
                .stream()
                .filter(Orphans::isOrphan)
                .forEach(container -> Docker.remove(container.getId()));
    }

    private static boolean isOrphan(Container container) {
        String owner = container.getLabels().get(OWNER);
        String ours = namespace() + "/";
        return owner.startsWith(ours)
                && !lives(
                        Long.parseLong(owner.substring(ours.length())),
                        Instant.ofEpochSecond(container.getCreated()));
    }

    /** Whether a process lives that can have made a container; its number may be another's now. */
    private static boolean lives(long pid, Instant made) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.isPresent()
                && process.get()
                        .info()
                        .startInstant()
                        // Clocks are read to the second, and set now and then.
                        .map(started -> started.isBefore(made.plusSeconds(60)))
                        .orElse(true);
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(NAMESPACE).toString();
        } catch (IOException e) {
            return ""; // not Linux, so there is but one
        }
    }
}
