package galley.kit.work;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before something that failed is tried again.
 *
 * @param first after a first failure; twice as long after each further one
 * @param longest at most
 */
public record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    /**
     * The pause, by a random part of up to a half shorter, so that not all come back at once.
     *
     * @param failures how many there were before this one, from 0
     */
    public Duration pause(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration most = doubled.compareTo(longest) > 0 ? longest : doubled;
        long half = most.toMillis() / 2;
        return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
    }

    /**
     * The same, but no shorter than the other side wishes.
     *
     * @param wish zero for none
     * @param granted how long a wish is granted at most
     */
    public Duration pause(int failures, Duration wish, Duration granted) {
        Duration pause = pause(failures);
        Duration bounded = wish.compareTo(granted) > 0 ? granted : wish;
        return bounded.compareTo(pause) > 0 ? bounded : pause;
    }
}
