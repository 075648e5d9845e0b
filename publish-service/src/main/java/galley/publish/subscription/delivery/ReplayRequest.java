package galley.publish.subscription.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import galley.kit.json.StrictJson;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * What a subscriber wants again: one of the two.
 *
 * @param since all that was announced at this time (RFC 3339) or later
 * @param article what was announced last of this article
 */
record ReplayRequest(String since, UUID article) {

    /**
     * Reads a request as it is sent.
     *
     * @throws Problem 400 or 422
     */
    static ReplayRequest read(byte[] body) {
        ReplayRequest sent = StrictJson.bind(StrictJson.read(body), ReplayRequest.class);
        if ((sent.since == null) == (sent.article == null)) {
            throw Problems.unprocessable("", "Say either since or article.");
        }
        if (sent.since != null) {
            sent.time();
        }
        return sent;
    }

    /** The time of {@code since}. */
    Instant time() {
        try {
            return OffsetDateTime.parse(since).toInstant();
        } catch (DateTimeException e) {
            throw Problems.unprocessable(
                    "since", "It is a time as RFC 3339 writes it, such as 2026-05-20T10:00:00Z.");
        }
    }
}
