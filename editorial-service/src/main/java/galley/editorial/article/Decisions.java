package galley.editorial.article;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import galley.editorial.history.Reason;
import galley.editorial.slug.Slugs;
import galley.editorial.staff.Caller;
import galley.editorial.workflow.Step;
import galley.events.Article;

/** Takes decisions on articles: each is one transaction under the article's row lock. */
@ApplicationScoped
public class Decisions {
    private final Articles articles;
    private final Slugs slugs;
    private final Ledger ledger;
    private final Clock clock;

    Decisions(Articles articles, Slugs slugs, Ledger ledger, Clock clock) {
        this.articles = articles;
        this.slugs = slugs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Takes a step that decides on the content as it is.
     *
     * @param ifMatch the header, or null
     * @param body the decision's JSON; empty or null for none. It is read last, so that a refusal
     *     for another reason comes first
     * @return the article afterwards
     * @throws galley.kit.problem.Problem 404, 428, 412, 409, 403, 400 or 422, in this order
     */
    @Transactional
    public Article decide(UUID id, Step step, String ifMatch, byte[] body, Caller caller) {
        StoredArticle article = articles.lock(id).orElseThrow(Articles::notFound);
        Refusals.check(article, ifMatch, step, caller);
        take(article, step, caller, ReasonReader.read(body, step.note()));
        return article.article();
    }

    /**
     * Takes a step on an article that is locked by the caller, in the caller's transaction.
     *
     * @throws galley.editorial.workflow.StepNotAllowedException when it leads nowhere from here
     */
    @Transactional(TxType.MANDATORY)
    public void take(StoredArticle article, Step step, Caller caller, Reason reason) {
        Instant now = clock.instant();
        Change change = Change.of(article, step, caller, reason, now);
        switch (step) {
            case RELEASE -> article.release(slugFor(article), caller.actor(), now);
            case KILL -> article.kill(caller.actor(), now);
            default -> article.decide(step, caller.actor(), now);
        }
        ledger.write(article, change);
    }

    private String slugFor(StoredArticle article) {
        return article.slug() != null
                ? article.slug()
                : slugs.take(article.content().headline(), article.id(), article.revision() + 1);
    }
}
