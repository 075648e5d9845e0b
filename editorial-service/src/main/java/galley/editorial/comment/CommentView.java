package galley.editorial.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import galley.editorial.mention.Mention;

/**
 * A comment as clients see it.
 *
 * @param thread the comment that the thread begins with; null for that one itself
 * @param actor who said it: {@code staff:<pseudonym>}
 * @param name how they are called, while that is known
 * @param text null once it is taken back
 * @param mentions whom the text names
 * @param editedAt when the text was last changed; null for never
 * @param deleted whether it is taken back, and only its replies are left
 * @param anchor the words that it is about; null for the article as a whole
 * @param orphaned whether these words are gone from the article
 * @param suggestion what these words should become, empty for nothing; null for no suggestion
 * @param outcome what became of the suggestion; null while it waits
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
        List<Mention> mentions,
        Instant editedAt,
        boolean deleted,
        Anchor anchor,
        boolean orphaned,
        String suggestion,
        Outcome outcome,
        boolean resolved,
        Resolution resolution,
        List<CommentView> replies) {

    /** Copies the lists. */
    public CommentView {
        mentions = List.copyOf(mentions);
        replies = List.copyOf(replies);
    }

    /** Who settled a thread, and when. */
    public record Resolution(Instant at, String actor, String name) {}
}
