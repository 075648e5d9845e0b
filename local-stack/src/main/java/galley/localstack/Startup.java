package galley.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Waits for a process that has just been started. */
final class Startup {
    private static final int TAIL = 15;

    private Startup() {}

    /**
     * Waits until the process serves. Ends it when it takes longer than the patience.
     *
     * @param log where the process tells what is wrong
     * @throws StartFailedException with the end of the log when it has ended or takes too long
     */
    static void await(
            String name, Child child, BooleanSupplier serves, Path log, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!serves.getAsBoolean()) {
            if (!child.isAlive()) {
                throw new StartFailedException(name + " ended while it started:\n" + tail(log));
            }
            if (System.nanoTime() > deadline) {
                child.stop(Duration.ofSeconds(10));
                throw new StartFailedException(
                        "%s is not ready after %d s:%n%s"
                                .formatted(name, patience.toSeconds(), tail(log)));
            }
            pause(child);
        }
    }

    private static void pause(Child child) {
        try {
            child.onExit().get(50, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // still starting
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            child.kill();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last lines of a log. */
    static String tail(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - TAIL), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
