package galley.ingest.source;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Embeddable;

import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * When a source is polled. Its interval follows how often there is news, between the fastest and
 * the slowest that are set; where neither is, it is always the usual one. While the source fails,
 * the pauses double.
 */
@Embeddable
class Pace {
    /** However often a source has failed, it is tried once a day. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** A server that asks for more than this is not taken at its word. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    Long pollSeconds;
    Long fastestSeconds;
    Long slowestSeconds;
    Long paceSeconds;
    Instant nextPollAt;

    /** For the persistence layer. */
    protected Pace() {}

    /** The pace that these settings, of which the usual interval is one, give a new source. */
    static Pace of(SettingsChange settings, Instant now) {
        var pace = new Pace();
        pace.change(settings, now);
        return pace;
    }

    /**
     * Changes what is not null, and starts again from the usual interval.
     *
     * @throws Problem 422 when the usual interval is not between the fastest and the slowest
     */
    void change(SettingsChange change, Instant now) {
        pollSeconds = seconds(change.pollEvery(), pollSeconds);
        fastestSeconds = seconds(change.fastest(), fastestSeconds);
        slowestSeconds = seconds(change.slowest(), slowestSeconds);
        if (fastest() > pollSeconds) {
            throw Problems.unprocessable("fastest", "fastest is no longer than pollEvery.");
        }
        if (slowest() < pollSeconds) {
            throw Problems.unprocessable("slowest", "slowest is no shorter than pollEvery.");
        }
        paceSeconds = pollSeconds;
        polled(now);
    }

    /** A poll begins, and the next one is an interval away whatever becomes of it. */
    void polled(Instant now) {
        nextPollAt = now.plusSeconds(paceSeconds);
    }

    /** News makes the next poll come sooner, no news later. */
    void succeeded(boolean news, Instant now) {
        long wanted = news ? paceSeconds / 2 : paceSeconds + Math.ceilDiv(paceSeconds, 2);
        long bounded = Math.clamp(wanted, fastest(), slowest());
        if (bounded != paceSeconds) {
            paceSeconds = bounded;
            polled(now);
        }
    }

    /**
     * Leaves the source alone for a while.
     *
     * @param failures how often in a row it has failed, from 1
     * @param wished how long its server wants to be left alone at least
     */
    void failed(int failures, Duration wished, Instant now) {
        var usual = Duration.ofSeconds(paceSeconds);
        var doubled = Duration.ofSeconds(paceSeconds << Math.min(failures, 20));
        var pause = longer(usual, shorter(doubled, LONGEST_PAUSE));
        nextPollAt = now.plus(longer(pause, shorter(wished, LONGEST_WAIT)));
    }

    private long fastest() {
        return fastestSeconds == null ? pollSeconds : fastestSeconds;
    }

    private long slowest() {
        return slowestSeconds == null ? pollSeconds : slowestSeconds;
    }

    private static Long seconds(Duration changed, Long present) {
        return changed == null ? present : (Long) changed.toSeconds();
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
