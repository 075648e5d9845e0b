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
 * @param note why; null where nobody said
 */
public record StepTaken(Step step, String desk, Workflow left, Duration stay, String note) {

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
                change.reason().note());
    }
}
