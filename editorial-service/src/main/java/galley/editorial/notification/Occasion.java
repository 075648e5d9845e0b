package galley.editorial.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A comment that somebody should know of.
 *
 * @param by whose it is, a pseudonym; they know
 * @param text the comment's, as it is kept
 */
public record Occasion(Instant at, String by, UUID articleId, UUID commentId, String text) {}
