package galley.editorial.article;

import java.time.Instant;
import java.util.UUID;

import galley.events.Article;
import galley.events.Publication;
import galley.events.Workflow;

/**
 * Told within the transaction of each accepted change of an article, and of what happens beside it:
 * what readers have of it, what its source sends, locks and comments; says what a list of articles
 * shows of it.
 *
 * @param step the step's name on the wire, or what happened beside the article
 * @param revision the article's after it; what happens beside it leaves it
 * @param desk whose queue it is in now; null for none
 * @param deskBefore whose queue it was in; null for none
 * @param assignee who has it in hand now, a pseudonym; null for nobody
 * @param assigneeBefore who had it in hand, a pseudonym; null for nobody
 * @param url where readers find it; null while they don't
 * @param actor who did it, as the history names them
 */
public record ArticleChanged(
        UUID article,
        long revision,
        String step,
        Workflow workflow,
        Publication publication,
        String headline,
        String desk,
        String deskBefore,
        String assignee,
        String assigneeBefore,
        String url,
        String actor,
        Instant at) {

    static ArticleChanged of(
            Article article, Assignment before, String step, String actor, Instant at) {
        return new ArticleChanged(
                article.id(),
                article.revision(),
                step,
                article.workflow(),
                article.publication(),
                article.headline(),
                article.desk(),
                before.desk(),
                article.assignee(),
                before.assignee(),
                article.url(),
                actor,
                at);
    }

    /** Whether it is, or just was, in this desk's queue. */
    public boolean concernsDesk(String name) {
        return name.equals(desk) || name.equals(deskBefore);
    }

    /**
     * Whether this person has it in hand, or just had.
     *
     * @param person a pseudonym
     */
    public boolean concerns(String person) {
        return person.equals(assignee) || person.equals(assigneeBefore);
    }
}
