package galley.editorial.article;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import galley.editorial.content.Content;
import galley.editorial.history.Reason;
import galley.editorial.slug.Slugs;
import galley.editorial.staff.Caller;
import galley.editorial.workflow.Step;
import galley.events.Article;

/** Takes decisions on articles: each is one transaction under the article's row lock. */
@ApplicationScoped
public class Decisions {
    private final Articles articles;
    private final Contents contents;
    private final Slugs slugs;
    private final Ledger ledger;
    private final TermsReader terms;
    private final Clock clock;

    Decisions(
            Articles articles,
            Contents contents,
            Slugs slugs,
            Ledger ledger,
            TermsReader terms,
            Clock clock) {
        this.articles = articles;
        this.contents = contents;
        this.slugs = slugs;
        this.ledger = ledger;
        this.terms = terms;
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
        Instant now = clock.instant();
        take(article, step, caller, terms.read(body, step, article.assignment(), now), now);
        return article.article();
    }

    /**
     * Takes a step on an article that is locked by the caller, in the caller's transaction.
     *
     * @throws galley.editorial.workflow.StepNotAllowedException when it leads nowhere from here
     */
    @Transactional(TxType.MANDATORY)
    public void take(StoredArticle article, Step step, Caller caller, Reason reason) {
        take(article, step, caller, Terms.because(reason), clock.instant());
    }

    private void take(StoredArticle article, Step step, Caller caller, Terms given, Instant now) {
        Change change =
                Change.of(article, step, caller, given.reason(), now).about(given.details());
        var actor = caller.actor();
        switch (step) {
            case SCHEDULE -> article.schedule(given.at(), actor, now);
            case RELEASE, EMERGENCY_RELEASE -> article.release(step, slugFor(article), actor, now);
            case CORRECT, UPDATE ->
                    article.amend(step, live(article), given.reason().note(), actor, now);
            case WITHHOLD -> article.withhold(actor, now);
            case REINSTATE -> article.reinstate(actor, now);
            case KILL -> article.kill(actor, now);
            case SPIKE -> article.spike(actor, now);
            case RESTORE -> article.restore(actor, now);
            case ASSIGN -> article.assign(given.assignment(), actor, now);
            default -> article.decide(step, actor, now);
        }
        ledger.write(article, change);
    }

    private Content live(StoredArticle article) {
        return contents.at(article.id(), article.releasedRevision()).orElseThrow().content();
    }

    private String slugFor(StoredArticle article) {
        return article.slug() != null
                ? article.slug()
                : slugs.take(article.content().headline(), article.id(), article.revision() + 1);
    }
}
