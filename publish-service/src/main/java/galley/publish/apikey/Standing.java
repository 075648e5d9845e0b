package galley.publish.apikey;

import java.time.Duration;

/**
 * How a client stands after a request.
 *
 * @param allowed whether the request is within its rate
 * @param rate requests a minute
 * @param remaining how many more may follow at once
 * @param pause until the next is allowed, if this is not; else until all are allowed again
 */
record Standing(boolean allowed, int rate, long remaining, Duration pause) {

    /** Whole seconds, no shorter than the pause. */
    long seconds() {
        return Math.ceilDiv(pause.toMillis(), 1_000L);
    }
}
