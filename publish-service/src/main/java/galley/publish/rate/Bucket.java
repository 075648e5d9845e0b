package galley.publish.rate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket that holds the requests of a minute and fills evenly. Of it only the time is kept
 * at which it will be full again (the generic cell rate algorithm), so that a request costs one
 * number to be compared and set.
 */
final class Bucket {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final AtomicLong fullAt;

    Bucket(long now) {
        fullAt = new AtomicLong(now);
    }

    /** How it stands while no token is taken. */
    Standing look(int rate, long now) {
        long empty = Math.max(0, fullAt.get() - now);
        return new Standing(
                true, rate, (MINUTE - empty) / (MINUTE / rate), Duration.ofNanos(empty));
    }

    /**
     * Takes a token, if there is one.
     *
     * @param rate requests a minute
     * @param now nanoseconds by a clock that only goes forward
     */
    Standing take(int rate, long now) {
        long each = MINUTE / rate;
        while (true) {
            long before = fullAt.get();
            long empty = Math.max(0, before - now);
            long after = empty + each;
            if (after > MINUTE) {
                return new Standing(false, rate, 0, Duration.ofNanos(after - MINUTE));
            }
            if (fullAt.compareAndSet(before, now + after)) {
                return new Standing(true, rate, (MINUTE - after) / each, Duration.ofNanos(after));
            }
        }
    }
}
