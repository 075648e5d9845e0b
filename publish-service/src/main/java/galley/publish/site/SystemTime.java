package galley.publish.site;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The clock that everything here tells the time by; tests bring their own. */
final class SystemTime {
    private SystemTime() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
