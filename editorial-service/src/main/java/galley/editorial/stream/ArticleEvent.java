package galley.editorial.stream;

import java.time.Instant;
import java.util.UUID;

import galley.editorial.article.ArticleChanged;
import galley.events.Publication;
import galley.events.Workflow;

/**
 * An accepted change as streams tell it, or what happened beside an article.
 *
 * @param step the step's name, or what happened beside the article: {@code went-live}, {@code
 *     cancel}, {@code comment}, …
 * @param assignee who has it in hand, a pseudonym; null for nobody
 * @param actor who did it: {@code staff:<pseudonym>}, {@code source:<id>}, …
 * @param name how a person is called, while that is known
 */
record ArticleEvent(
        UUID article,
        long revision,
        String step,
        Workflow workflow,
        Publication publication,
        String headline,
        String desk,
        String assignee,
        String url,
        String actor,
        String name,
        Instant at) {

    static ArticleEvent of(ArticleChanged change, String name) {
        return new ArticleEvent(
                change.article(),
                change.revision(),
                change.step(),
                change.workflow(),
                change.publication(),
                change.headline(),
                change.desk(),
                change.assignee(),
                change.url(),
                change.actor(),
                name,
                change.at());
    }
}
