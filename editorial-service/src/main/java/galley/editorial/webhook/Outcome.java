package galley.editorial.webhook;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How something was taken.
 *
 * @param delivered whether it was
 * @param status what was answered; null for nothing
 * @param problem why it was not taken; null if it was
 * @param retryAfter how long the other side wants to be left alone; zero for no wish
 */
record Outcome(boolean delivered, Integer status, String problem, @JsonIgnore Duration retryAfter) {

    static Outcome answered(int status, Duration retryAfter) {
        boolean delivered = status / 100 == 2;
        return new Outcome(
                delivered,
                status,
                delivered ? null : "It answered %d.".formatted(status),
                retryAfter);
    }

    static Outcome silent(String problem) {
        return new Outcome(false, null, problem, Duration.ZERO);
    }
}
