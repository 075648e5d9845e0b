package galley.localstack.cli;

import java.nio.file.Path;

import galley.localstack.EnvironmentFile;
import galley.localstack.ReachableStack;
import galley.localstack.StackDirectory;

/**
 * The project whose script runs.
 *
 * @param root its root directory
 */
record Project(Path root) {
    /** The project that the script names in the system property {@code galley.root}. */
    static Project current() {
        return new Project(Path.of(System.getProperty("galley.root", "")).toAbsolutePath());
    }

    /** What the script and the commands keep for themselves. */
    Path own() {
        return root.resolve(".galley");
    }

    /** Where a stack keeps its data unless told otherwise. */
    StackDirectory usualData() {
        return new StackDirectory(own());
    }

    /** The packaged services. */
    Path programs() {
        String set = System.getProperty("galley.programs");
        return set == null ? own().resolve("program") : Path.of(set);
    }

    /** The record of the running stack. */
    RunningFile running() {
        return new RunningFile(own().resolve("running"));
    }

    /** What Docker Compose is told of a stack in containers. */
    EnvironmentFile environment() {
        return new EnvironmentFile(root.resolve(".env"));
    }

    /**
     * The stack that commands talk to: the one that runs here, else the one in containers.
     *
     * @throws CommandException when there is neither
     */
    ReachableStack reachable() {
        return running()
                .read()
                .map(RunningStack::reachable)
                .or(() -> environment().read().map(ReachableStack::ofContainers))
                .orElseThrow(
                        () ->
                                new CommandException(
                                        "Galley is not running; ./galley start starts it"));
    }

    /** Held locked while a stack of this project runs. */
    Path lock() {
        return own().resolve("running.lock");
    }
}
