package galley.editorial.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A comment as clients see it.
 *
 * @param thread the comment that the thread begins with; null for that one itself
 * @param actor who said it: {@code staff:<pseudonym>}
 * @param name how they are called, while that is known
 * @param text null once it is taken back
 * @param editedAt when the text was last changed; null for never
 * @param deleted whether it is taken back, and only its replies are left
 * @param resolved whether the thread is settled; false for replies
 * @param resolution by whom and when; null while it is not
 * @param replies those to the thread, oldest first; none for a reply
 */
public record CommentView(
        UUID id,
        UUID thread,
        Instant at,
        String actor,
        String name,
        String text,
        Instant editedAt,
        boolean deleted,
        boolean resolved,
        Resolution resolution,
        List<CommentView> replies) {

    /** Copies the replies. */
    public CommentView {
        replies = List.copyOf(replies);
    }

    /** Who settled a thread, and when. */
    public record Resolution(Instant at, String actor, String name) {}
}
