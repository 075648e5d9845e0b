package galley.endtoend;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

import galley.localstack.StackServer;

/** One of several processes of a service, which can be killed under its clients' hands. */
final class Replica {
    private static final int UNAVAILABLE = 503;

    private final StackServer process;
    private volatile boolean up;

    /**
     * @param process runs, or not yet
     */
    Replica(StackServer process) {
        this.process = process;
        this.up = process.isRunning();
    }

    /**
     * Asks this replica something.
     *
     * @param token the asker's
     * @return empty when no answer came although one was due: whether the request was carried out
     *     is unknown then. That may be so only while the replica is down
     * @throws UncheckedIOException when no answer came while it was up
     */
    Optional<Answer> ask(String token, Function<Caller, Answer> request) {
        boolean wasUp = up;
        try {
            var caller = new Caller(URI.create("http://127.0.0.1:" + process.port()), token);
            return Optional.of(request.apply(caller))
                    .filter(answer -> answer.status() != UNAVAILABLE || (wasUp && up));
        } catch (UncheckedIOException e) {
            if (wasUp && up) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Kills the process (SIGKILL). */
    void kill() {
        up = false;
        process.kill();
    }

    /** Starts the process and waits until it serves. */
    void start() {
        process.start();
        up = true;
    }
}
