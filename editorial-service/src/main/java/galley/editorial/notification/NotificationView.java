package galley.editorial.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import galley.editorial.mention.Mention;
import galley.editorial.mention.Shown;

/**
 * A notification as its recipient sees it.
 *
 * @param article the article's id
 * @param comment the comment's id; null for a match
 * @param search the id of the saved search; null for what is about a comment
 * @param text the comment's; or the name of the search
 * @param readAt null while it is not read
 */
public record NotificationView(
        UUID id,
        Instant at,
        Kind kind,
        UUID article,
        UUID comment,
        UUID search,
        String text,
        List<Mention> mentions,
        Instant readAt) {

    /** Copies the mentions. */
    public NotificationView {
        mentions = List.copyOf(mentions);
    }

    static NotificationView of(Notification notification, Shown shown) {
        return new NotificationView(
                notification.id,
                notification.at,
                notification.kind,
                notification.articleId,
                notification.commentId,
                notification.searchId,
                shown.text(),
                shown.mentions(),
                notification.readAt);
    }
}
