package galley.editorial.article;

import java.util.UUID;

/**
 * Told within the transaction of the first decision on an article that no person had in hand, where
 * it leaves the content as it is.
 */
public record TakenInHand(UUID articleId) {}
