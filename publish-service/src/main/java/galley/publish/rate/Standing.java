package galley.publish.rate;

import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * How a client stands after a request.
 *
 * @param allowed whether the request is within its rate
 * @param rate requests a minute
 * @param remaining how many more may follow at once
 * @param pause until the next is allowed, if this is not; else until all are allowed again
 */
public record Standing(boolean allowed, int rate, long remaining, Duration pause) {

    /** Says it in header fields, by the IETF's draft of RateLimit header fields. */
    public void tell(BiConsumer<String, String> header) {
        header.accept("RateLimit-Policy", "\"minute\";q=" + rate + ";w=60");
        header.accept("RateLimit", "\"minute\";r=" + remaining + ";t=" + seconds());
    }

    /** Whole seconds, no shorter than the pause. */
    public long seconds() {
        return Math.ceilDiv(pause.toMillis(), 1_000L);
    }
}
