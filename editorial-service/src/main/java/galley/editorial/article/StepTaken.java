package galley.editorial.article;

import java.time.Duration;

import galley.editorial.workflow.Step;
import galley.events.Workflow;

/**
 * Told within the transaction of each accepted change of an article: what its figures are made of.
 *
 * @param desk in whose queue the article is after it; null for none
 * @param left the state that it ended; null where the article stays in its state, or begins
 * @param stay how long the article had been in that state; null with it
 * @param rejection why the article was turned down, as {@code RejectionReason} names it; null where
 *     it wasn't
 */
public record StepTaken(Step step, String desk, Workflow left, Duration stay, String rejection) {

    /**
     * Of a change.
     *
     * @param article as it is after the change
     */
    static StepTaken of(StoredArticle article, Change change) {
        Workflow before = change.before() == null ? null : change.before().workflow();
        boolean left = before != null && before != article.standing().workflow();
        return new StepTaken(
                change.step(),
                article.assignment().desk(),
                left ? before : null,
                left ? Duration.between(change.since(), change.at()) : null,
                change.step() == Step.REJECT ? (String) change.details().get("reason") : null);
    }
}
