package galley.editorial.intake;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.article.Decisions;
import galley.editorial.article.StoredArticle;
import galley.editorial.history.Reason;
import galley.editorial.staff.Actor;
import galley.editorial.staff.Caller;
import galley.editorial.workflow.Step;
import galley.events.Routing;

/** Does what ingest's rules decided for an item. */
@ApplicationScoped
class Rules {
    private final Decisions decisions;

    Rules(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Puts the article into the queue of its desk. */
    void route(StoredArticle article, Routing routing) {
        if (routing != null) {
            article.route(ItemReading.text(routing.desk()), priority(routing));
        }
    }

    /**
     * Takes the steps that need no hands, in the caller's transaction. Nobody on the staff wrote
     * the content, so a rule's approval is the one pair of eyes that it gets; the history shows it
     * under the rule's id. What a check blocks stays in review.
     */
    void act(StoredArticle article, Routing routing) {
        if (routing == null || routing.submittedBy() == null) {
            return;
        }
        Reason held = new Reason(null, ItemReading.text(routing.heldBack()));
        decisions.take(article, Step.SUBMIT, rule(routing.submittedBy()), held);
        if (routing.releasedBy() != null && decisions.isReleasable(article)) {
            decisions.take(article, Step.APPROVE, rule(routing.releasedBy()), Reason.NONE);
            decisions.take(article, Step.RELEASE, rule(routing.releasedBy()), Reason.NONE);
        }
    }

    private static Integer priority(Routing routing) {
        Integer priority = routing.priority();
        return priority != null && priority >= 1 && priority <= 9 ? priority : null;
    }

    private static Caller rule(UUID id) {
        return Caller.of(Actor.rule(id));
    }
}
