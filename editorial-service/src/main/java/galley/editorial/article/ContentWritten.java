package galley.editorial.article;

import java.util.UUID;

import galley.editorial.content.Content;

/**
 * Told within the transaction in which an article's content begins or changes.
 *
 * @param first whether the article begins with it
 * @param untouched whether no person has the article in hand
 */
public record ContentWritten(UUID articleId, boolean first, boolean untouched, Content content) {}
