package galley.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A server process that never outlives this one, not even when this one is killed with SIGKILL.
 *
 * <p>A watcher beside it reads from a pipe that only this process holds open; when the pipe ends,
 * the watcher sends the stop signal. The server has a session of its own, so that Ctrl-C reaches
 * only this process, which can then end its servers in order.
 */
final class Child {
    // The watcher is orphaned on purpose: a server must not find a child that it did not start.
    private static final String WITH_WATCHER =
            """
            ( ( trap '' HUP INT TERM; cat <&3; kill -"$0" $$ ) >/dev/null 2>&1 & ) 3<&0
            if command -v setsid >/dev/null 2>&1; then exec setsid "$@" </dev/null; fi
            exec "$@" </dev/null
            """;

    private final ProcessHandle process;
    private final String stopSignal;

    /**
     * @param process one that runs already
     * @param stopSignal what it understands as "end cleanly and soon", e.g. TERM
     */
    Child(ProcessHandle process, String stopSignal) {
        this.process = process;
        this.stopSignal = stopSignal;
    }

    /**
     * Starts a command.
     *
     * @param environment added to this process's own
     * @param log takes the output of the command, appended
     * @param stopSignal what the command understands as "end cleanly and soon", e.g. TERM
     */
    static Child start(
            List<String> command, Map<String, String> environment, Path log, String stopSignal) {
        return new Child(launch(command, environment, log, stopSignal).toHandle(), stopSignal);
    }

    /**
     * Runs a command and waits for it.
     *
     * @param name what to call it when it fails
     * @param log takes its output, appended
     * @throws StartFailedException when it fails
     */
    static void run(String name, List<String> command, Path log) {
        int status = launch(command, Map.of(), log, "TERM").onExit().join().exitValue();
        if (status != 0) {
            throw new StartFailedException(
                    "%s ended with status %d:%n%s".formatted(name, status, Startup.tail(log)));
        }
    }

    private static Process launch(
            List<String> command, Map<String, String> environment, Path log, String stopSignal) {
        List<String> watched = new ArrayList<>(List.of("sh", "-c", WITH_WATCHER, stopSignal));
        watched.addAll(command);
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(watched);
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when the process has ended, however it did. */
    CompletableFuture<ProcessHandle> onExit() {
        return process.onExit();
    }

    /** Asks the process to end, waits, and kills it when it takes longer than the patience. */
    void stop(Duration patience) {
        Signals.stop(process, stopSignal, patience);
    }

    /** Kills the process at once (SIGKILL) and waits until it is gone. */
    void kill() {
        Signals.kill(process);
    }
}
