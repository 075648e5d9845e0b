package galley.editorial.webhook;

import java.time.Instant;
import java.util.UUID;

import galley.editorial.article.ArticleChanged;

/**
 * Something whose turn it is to be told, to a webhook that nobody else tells anything meanwhile.
 *
 * @param id the same at every try
 * @param createdAt when it happened
 * @param attempts how often it was tried before
 */
record DueSend(
        UUID id,
        UUID webhook,
        String url,
        Template template,
        String secret,
        ArticleChanged change,
        Instant createdAt,
        int attempts) {}
