package galley.editorial.article;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import galley.editorial.desk.Desks;
import galley.editorial.history.Happening;
import galley.editorial.history.History;
import galley.editorial.history.Notes;
import galley.editorial.history.Reason;
import galley.editorial.slug.Slugs;
import galley.editorial.staff.Caller;
import galley.editorial.workflow.Step;
import galley.events.Article;
import galley.kit.problem.Problems;

/** Takes decisions on articles: each is one transaction under the article's row lock. */
@ApplicationScoped
public class Decisions {
    private static final String DISMISS_CANCEL = "dismiss-cancel";

    private final Articles articles;
    private final Contents contents;
    private final Slugs slugs;
    private final Refusals refusals;
    private final Desks desks;
    private final Ledger ledger;
    private final History history;
    private final Event<ArticleChanged> changed;
    private final TermsReader terms;
    private final ReleaseChecks checks;
    private final Clock clock;

    Decisions(
            Articles articles,
            Contents contents,
            Slugs slugs,
            Refusals refusals,
            Desks desks,
            Ledger ledger,
            History history,
            Event<ArticleChanged> changed,
            TermsReader terms,
            ReleaseChecks checks,
            Clock clock) {
        this.articles = articles;
        this.contents = contents;
        this.slugs = slugs;
        this.refusals = refusals;
        this.desks = desks;
        this.ledger = ledger;
        this.history = history;
        this.changed = changed;
        this.terms = terms;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * Takes a step that decides on the content as it is.
     *
     * @param ifMatch the header, or null
     * @param body the decision's JSON; empty or null for none. It is read last, so that a refusal
     *     for another reason comes first
     * @return the article afterwards
     * @throws galley.kit.problem.Problem 404, 403 (desk), 428, 412, 409, 403 (four eyes), 400, 422
     *     or 413, in this order
     */
    @Transactional
    public Article decide(UUID id, Step step, String ifMatch, byte[] body, Caller caller) {
        StoredArticle article = articles.lock(id).orElseThrow(Articles::notFound);
        refusals.check(article, ifMatch, step, caller);
        Instant now = clock.instant();
        Terms given = terms.read(body, step, article.assignment(), now);
        if (article.lacksOtherEyes(step, caller.actor())) {
            given = given.waivingFourEyes(); // or it had been refused
        }
        take(article, step, caller, checked(article, step, given, now), now);
        return article.article();
    }

    /**
     * Follows the source that takes an article back: kills what was released, and puts away what
     * was not.
     *
     * @param note why, to the public; null for the source's own words
     * @param evidence the source's words, or null
     * @throws galley.kit.problem.Problem 404, 403, 428, 412, 409 or 422, in this order
     */
    @Transactional
    public Article acceptCancel(
            UUID id, String ifMatch, String note, String evidence, Caller caller) {
        StoredArticle article = articles.lock(id).orElseThrow(Articles::notFound);
        Step step = article.standing().version() > 0 ? Step.KILL : Step.SPIKE;
        Refusals.requireRole(step, caller);
        refusals.check(article, ifMatch, step, caller);
        String why =
                Stream.of(Notes.read("note", note), Notes.beginning(evidence))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        if (step == Step.KILL && why == null) {
            throw Problems.unprocessable("note", "This decision says why, in a note.");
        }
        article.proposeCancel(null);
        take(article, step, caller, new Reason(why, null));
        return article.article();
    }

    /**
     * Leaves an article as it is that its source takes back.
     *
     * @throws galley.kit.problem.Problem 404, 403, 428 or 412, in this order
     */
    @Transactional
    public Article dismissCancel(UUID id, String ifMatch, Caller caller) {
        StoredArticle article = articles.lock(id).orElseThrow(Articles::notFound);
        refusals.requireDesk(article, Step.EDIT, caller);
        refusals.requireMatch(article, ifMatch);
        article.proposeCancel(null);
        Instant now = clock.instant();
        history.append(
                article.chain(),
                new Happening(
                        id,
                        now,
                        caller,
                        DISMISS_CANCEL,
                        article.standing(),
                        article.standing(),
                        article.revision(),
                        null,
                        Reason.NONE));
        changed.fire(article.changed(DISMISS_CANCEL, caller.actor(), now));
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

    /**
     * What goes out is checked as of when it does; who is to have an article in hand must be able
     * to act.
     */
    private Terms checked(StoredArticle article, Step step, Terms given, Instant now) {
        return switch (step) {
            case ASSIGN -> {
                requireMember(given.assignment());
                yield given;
            }
            case RELEASE, EMERGENCY_RELEASE ->
                    given.overriding(checks.require(article, given.overridden(), now));
            case SCHEDULE -> {
                checks.requireKnown(given.overridden());
                checks.require(article, given.overridden(), given.at());
                yield given; // what blocks nothing yet may at its time
            }
            default -> given;
        };
    }

    /**
     * Releases an article whose time has come, in the caller's transaction, by the decision of
     * whoever scheduled it; or keeps it approved where a check that was not overridden then blocks.
     *
     * @return whether it was released
     */
    @Transactional(TxType.MANDATORY)
    public boolean releaseScheduled(StoredArticle article) {
        Instant now = clock.instant();
        Caller scheduler = Caller.of(article.schedule().by());
        Set<String> blocking = new TreeSet<>(checks.blocking(article, now));
        blocking.removeAll(article.schedule().overrides());
        if (!blocking.isEmpty()) {
            String why = "Held back at its time: " + String.join(", ", blocking) + ".";
            take(article, Step.UNSCHEDULE, scheduler, new Reason(null, why));
            return false;
        }
        take(article, Step.RELEASE, scheduler, Reason.NONE);
        return true;
    }

    /** Whether no check stands against a release now. */
    @Transactional(TxType.MANDATORY)
    public boolean isReleasable(StoredArticle article) {
        return checks.blocking(article, clock.instant()).isEmpty();
    }

    private void take(StoredArticle article, Step step, Caller caller, Terms given, Instant now) {
        Change change =
                Change.of(article, step, caller, given.reason(), now).about(given.details());
        switch (step) {
            case SCHEDULE -> article.schedule(given.at(), given.overridden(), caller.actor(), now);
            case RELEASE, EMERGENCY_RELEASE -> article.release(step, slugFor(article), now);
            case CORRECT, UPDATE ->
                    article.amend(
                            step,
                            contents.released(article),
                            given.reason().note(),
                            caller.actor(),
                            now);
            case WITHHOLD -> article.withhold(now);
            case REINSTATE -> article.reinstate(now);
            case KILL -> article.kill(now);
            case SPIKE -> article.spike(now);
            case RESTORE -> article.restore(now);
            case ASSIGN ->
                    article.assign(
                            given.assignment(), approvalHolds(article, given.assignment()), now);
            default -> article.decide(step, now);
        }
        try {
            ledger.write(article, change);
        } catch (ArticleTooLargeException e) {
            throw Problems.tooLarge(e.getMessage(), e.limit());
        }
    }

    private void requireMember(Assignment assignment) {
        if (assignment.assignee() != null
                && !desks.rules(assignment.desk()).has(assignment.assignee())) {
            throw Problems.unprocessable(
                    "user", "Only a member of the desk can have its articles in hand.");
        }
    }

    /** An approval under one desk's rules is none under another's. */
    private boolean approvalHolds(StoredArticle article, Assignment next) {
        return desks.rules(article.assignment().desk()).equals(desks.rules(next.desk()));
    }

    private String slugFor(StoredArticle article) {
        return article.slug() != null
                ? article.slug()
                : slugs.take(article.content().headline(), article.id(), article.revision() + 1);
    }
}
