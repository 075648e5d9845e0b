package galley.publish.apikey;

import java.time.Duration;

/**
 * How a client stands after a request.
 *
 * @param allowed whether the request is within its rate
 * @param rate requests a minute
 * @param remaining how many more may follow at once
 * @param wait until the next is allowed, if this is not; else until all are allowed again
 */
record Standing(boolean allowed, int rate, long remaining, Duration wait) {

    /** Whole seconds, no shorter than the wait. */
    long seconds() {
        return Math.ceilDiv(wait.toMillis(), 1_000L);
    }
}
