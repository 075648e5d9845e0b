package galley.editorial.stream;

import java.util.UUID;

import galley.editorial.article.ArticleChanged;

/**
 * A row of the change log: either a change of an article or a notification.
 *
 * @param position its place, without gaps, in the order of commits
 * @param change null for a notification
 * @param recipient whom alone it is for, a pseudonym; null for everybody
 * @param notification null for a change
 */
record LoggedChange(long position, ArticleChanged change, String recipient, UUID notification) {}
