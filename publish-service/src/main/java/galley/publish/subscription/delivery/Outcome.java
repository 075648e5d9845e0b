package galley.publish.subscription.delivery;

import java.time.Duration;

/**
 * What came of sending something.
 *
 * @param status what was answered; null for nothing
 * @param problem why it was not taken, a sentence; null if it was
 * @param retryAfter how long the subscriber wants to be left alone; zero for no wish
 */
record Outcome(Integer status, String problem, Duration retryAfter) {
    private static final int GONE = 410;

    /** An answer, of any status. */
    static Outcome answered(int status, Duration retryAfter) {
        return new Outcome(
                status, status / 100 == 2 ? null : "It answered %d.".formatted(status), retryAfter);
    }

    /** No answer. */
    static Outcome silent(String problem) {
        return new Outcome(null, problem, Duration.ZERO);
    }

    /** Whether it was taken: any 2xx. */
    boolean isTaken() {
        return problem == null;
    }

    /** Whether the subscriber wants nothing any more. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
