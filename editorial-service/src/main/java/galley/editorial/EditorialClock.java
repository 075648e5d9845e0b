package galley.editorial;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/**
 * Gives the time in microseconds, as the database keeps it: what was stored equals what was set.
 */
final class EditorialClock {
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private EditorialClock() {}

    @Produces
    @ApplicationScoped
    static Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
