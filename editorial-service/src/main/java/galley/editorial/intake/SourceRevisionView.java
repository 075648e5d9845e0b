package galley.editorial.intake;

import java.time.Instant;

import galley.events.ArticleIngested;

/**
 * A source's later revision as clients see it.
 *
 * @param itemRevision which change of the item it is
 * @param status {@code pending}, {@code taken} or {@code left}
 * @param decidedBy {@code staff:<pseudonym>}, or {@code source:<id>} where a later revision of the
 *     source became the text meanwhile; null while it is pending
 * @param item what ingest read
 */
public record SourceRevisionView(
        long itemRevision,
        Instant keptAt,
        String status,
        String decidedBy,
        Instant decidedAt,
        ArticleIngested item) {}
