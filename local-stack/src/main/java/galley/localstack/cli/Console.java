package galley.localstack.cli;

import java.io.PrintWriter;
import java.time.Duration;

/** Lines for whoever started the stack, with the seconds since then. */
final class Console {
    private final PrintWriter out;
    private final long since = System.nanoTime();

    Console(PrintWriter out) {
        this.out = out;
    }

    /** Prints a step with the seconds in front. */
    void step(String what) {
        say("%4d s  %s".formatted(Duration.ofNanos(System.nanoTime() - since).toSeconds(), what));
    }

    /** Prints a line as it is. */
    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
