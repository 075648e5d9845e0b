package galley.publish.edition;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import galley.events.Article;
import galley.events.ArticleReleased;
import galley.events.Publication;

/**
 * The last gate before the public: all that leaves this service is made of what it lets through.
 */
final class PublicArticle {
    private PublicArticle() {}

    /**
     * The released article as the public gets it: safe, live, and without what waits for editors.
     * It is published no earlier than its embargo ends, and was not updated before it was
     * published.
     */
    static Article of(ArticleReleased release) {
        var it = release.article();
        var publishedAt =
                it.publishedAt() != null
                        ? it.publishedAt()
                        : latest(release.decision().at(), it.embargoedUntil());
        return new Article(
                it.id(),
                it.revision(),
                it.version(),
                it.slug(),
                it.language(),
                it.kind(),
                Objects.requireNonNullElse(it.headline(), ""),
                it.standfirst(),
                it.section(),
                orNone(it.tags()),
                orNone(it.bylines()),
                orNone(it.subjects()),
                it.rights(),
                List.of(),
                it.teaserBreak(),
                SafeParts.of(it.parts()),
                SafeParts.ofRelated(it.related()),
                it.workflow(),
                Publication.LIVE,
                it.embargoedUntil(),
                publishedAt,
                latest(it.updatedAt(), publishedAt, it.embargoedUntil()),
                it.url(),
                orNone(it.corrections()),
                it.provenance(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static <T> List<T> orNone(List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static Instant latest(Instant... times) {
        return Stream.of(times).filter(Objects::nonNull).max(Instant::compareTo).orElseThrow();
    }
}
