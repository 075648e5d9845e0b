package galley.testkit;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What Testcontainers tells in the log: warnings only, and nothing while it looks for an engine,
 * which it does at length.
 */
final class TestcontainersLog implements AutoCloseable {
    // Held, or they would be forgotten with their levels.
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.testcontainers"), Logger.getLogger("tc"));

    private TestcontainersLog() {}

    /** Silences it until this is closed. */
    static TestcontainersLog silenced() {
        set(Level.OFF);
        return new TestcontainersLog();
    }

    @Override
    public void close() {
        set(Level.WARNING);
    }

    private static void set(Level level) {
        LOGGERS.forEach(logger -> logger.setLevel(level));
    }
}
