package galley.editorial.lock;

import java.time.Instant;

/**
 * Somebody is writing on an article.
 *
 * @param holder {@code staff:<pseudonym>}
 * @param name how the person is called, while that is known
 * @param until when it ends, unless it is renewed before
 */
public record Lock(String holder, String name, Instant takenAt, Instant until) {}
