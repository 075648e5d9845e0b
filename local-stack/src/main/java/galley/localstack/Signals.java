package galley.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes by signals, also by those that Java has no method for. */
public final class Signals {
    private static final Duration AFTER_KILL = Duration.ofSeconds(30);

    private Signals() {}

    /**
     * Sends the signal and waits until the process is gone; kills it when it takes longer than the
     * patience.
     *
     * @param signal a name that kill(1) knows, e.g. TERM
     * @return whether the process is gone; another user's stays
     */
    public static boolean stop(ProcessHandle process, String signal, Duration patience) {
        if (!send(process, signal) || !endsWithin(process, patience)) {
            kill(process);
        }
        return !process.isAlive();
    }

    /** Kills the process at once (SIGKILL) and waits until it is gone. */
    static void kill(ProcessHandle process) {
        if (process.destroyForcibly()) {
            endsWithin(process, AFTER_KILL);
        }
    }

    private static boolean send(ProcessHandle process, String signal) {
        try {
            return new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
