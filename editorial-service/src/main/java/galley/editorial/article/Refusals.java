package galley.editorial.article;

import java.util.List;
import java.util.Map;

import galley.editorial.staff.Caller;
import galley.editorial.workflow.FourEyesException;
import galley.editorial.workflow.Standing;
import galley.editorial.workflow.Step;
import galley.editorial.workflow.StepNotAllowedException;
import galley.kit.etag.ETag;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** What a change must pass before its content is looked at, in the order of the answers. */
final class Refusals {
    private Refusals() {}

    /**
     * Refuses what was decided on an older revision, is not possible here, or is not the caller's
     * to decide.
     *
     * @throws Problem 428, 412, 409 or 403
     */
    static void check(StoredArticle article, String ifMatch, Step step, Caller caller) {
        ETag.of(article.revision()).requireMatch(ifMatch);
        try {
            article.guard(step, caller.actor());
        } catch (StepNotAllowedException e) {
            throw illegal(e.getMessage(), article.standing(), caller);
        } catch (FourEyesException e) {
            throw Problems.fourEyes(e.getMessage());
        }
    }

    private static Problem illegal(String detail, Standing standing, Caller caller) {
        return new Problem(
                409,
                "illegal-step",
                "Not allowed in this state",
                detail,
                Map.of(
                        "workflow", standing.workflow(),
                        "publication", standing.publication(),
                        "allowed", names(standing.allowed()),
                        "allowedToYou", names(standing.allowedTo(caller.roles()))));
    }

    private static List<String> names(List<Step> steps) {
        return steps.stream().map(Step::wireName).toList();
    }
}
