package galley.editorial.revision;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.article.Articles;
import galley.editorial.article.Contents;
import galley.editorial.article.Wire;
import galley.editorial.content.Content;
import galley.editorial.history.History;
import galley.editorial.history.HistoryView;
import galley.editorial.slug.Slugs;
import galley.events.Article;
import galley.events.Publication;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Puts articles together as they were. */
@ApplicationScoped
class PastArticles {
    private final Articles articles;
    private final Contents contents;
    private final History history;
    private final Slugs slugs;

    PastArticles(Articles articles, Contents contents, History history, Slugs slugs) {
        this.articles = articles;
        this.contents = contents;
        this.history = history;
        this.slugs = slugs;
    }

    /** The article as it was when the revision had been made; empty when there is none such. */
    Optional<Article> at(UUID id, long revision) {
        return history.revision(id, revision).map(entry -> article(id, revision, entry));
    }

    /** The content as it was when the revision had been made; empty when there is none such. */
    Optional<Content> contentAt(UUID id, long revision) {
        return history.revision(id, revision)
                .flatMap(_ -> contents.at(id, revision))
                .map(Contents.Past::content);
    }

    static Problem noSuchRevision() {
        return Problems.notFound("There is no such revision of such an article.");
    }

    private Article article(UUID id, long revision, HistoryView entry) {
        Article now = articles.get(id).article();
        Contents.Past past = contents.at(id, revision).orElseThrow();
        boolean released = entry.version() > 0;
        Publication publication = entry.to().publication();
        return Wire.article(
                past.content(),
                new Wire.Frame(
                        id,
                        revision,
                        entry.version(),
                        slugs.at(id, revision).orElse(null),
                        entry.to().workflow(),
                        publication,
                        released ? now.publishedAt() : null,
                        entry.at(),
                        publication == Publication.UNPUBLISHED ? null : now.url(),
                        now.corrections().stream()
                                .filter(c -> c.version() <= entry.version())
                                .toList(),
                        past.provenance(),
                        new Wire.Handling(now.desk(), now.priority(), null, null, null, null)));
    }
}
