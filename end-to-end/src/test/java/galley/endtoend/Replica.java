package galley.endtoend;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import galley.localstack.StackServer;
import galley.testkit.Metrics;

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
     * @param token the asker's; null for somebody without one
     * @return empty when no answer came although one was due: whether the request was carried out
     *     is unknown then. That may be so only while the replica is down
     * @throws UncheckedIOException when no answer came while it was up
     */
    Optional<Answer> ask(String token, Function<Caller, Answer> request) {
        boolean wasUp = up;
        try {
            return Optional.of(request.apply(caller(token)))
                    .filter(answer -> answer.status() != UNAVAILABLE || (wasUp && up));
        } catch (UncheckedIOException e) {
            if (wasUp && up) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /**
     * Somebody who talks to this replica, and trusts that it is up.
     *
     * @param token null for somebody without one
     */
    Caller caller(String token) {
        return new Caller(address("/"), token);
    }

    /** What a reader gets here at an address, as {@link #ask} answers it. */
    Optional<Answer> read(String path) {
        return ask(null, reader -> reader.get(path, Map.of()));
    }

    /** What operators see of this replica now; it is up. */
    Metrics metrics() {
        return Metrics.of(address("/q/metrics"));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + process.port() + path);
    }

    /** Asks the process to end, and waits until it has. */
    void stop() {
        up = false;
        process.close();
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

    /** Starts those that are not up, side by side, and waits until all serve. */
    static void start(List<Replica> replicas) {
        replicas.parallelStream().filter(replica -> !replica.up).forEach(Replica::start);
    }
}
