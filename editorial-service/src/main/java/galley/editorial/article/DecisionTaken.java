package galley.editorial.article;

import java.util.UUID;

/** Told within the transaction in which a decision on an article is taken that writes nothing. */
public record DecisionTaken(UUID articleId) {}
