package galley.editorial.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.desk.DeskRules;
import galley.editorial.desk.Desks;
import galley.editorial.diff.ContentDiff;
import galley.editorial.etag.ArticleETag;
import galley.editorial.history.History;
import galley.editorial.staff.Caller;
import galley.editorial.workflow.Standing;
import galley.editorial.workflow.Step;
import galley.editorial.workflow.StepNotAllowedException;
import galley.kit.etag.ETag;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** What a change must pass before its content is looked at, in the order of the answers. */
@ApplicationScoped
public class Refusals {
    private final Contents contents;
    private final Desks desks;
    private final History history;

    Refusals(Contents contents, Desks desks, History history) {
        this.contents = contents;
        this.desks = desks;
        this.history = history;
    }

    /**
     * Refuses a step that is not the caller's to take, whatever the article.
     *
     * @throws Problem 403
     */
    public static void requireRole(Step step, Caller caller) {
        if (!step.isFor(caller.roles())) {
            throw Problems.forbidden(
                    "forbidden",
                    "Not allowed",
                    "To '%s' takes another role.".formatted(step.wireName()));
        }
    }

    /**
     * Refuses what is not the caller's to decide in the article's desk, was decided on an older
     * revision, is not possible here, or takes other eyes.
     *
     * @throws Problem 403, 428, 412, 409 or 403, in this order
     */
    void check(StoredArticle article, String ifMatch, Step step, Caller caller) {
        DeskRules desk = requireDesk(article, step, caller);
        requireMatch(article, ifMatch);
        try {
            article.guard(step);
        } catch (StepNotAllowedException e) {
            throw illegal(e.getMessage(), article.standing(), desk, caller);
        }
        if (desk.fourEyes() && article.lacksOtherEyes(step, caller.actor())) {
            throw Problems.fourEyes(
                    "Who wrote the last change may not approve it; somebody else has to.");
        }
    }

    /**
     * Refuses a step that the article's desk leaves to others.
     *
     * @return what the desk's articles need
     * @throws Problem 403
     */
    public DeskRules requireDesk(StoredArticle article, Step step, Caller caller) {
        return desks.requirePrivilege(article.assignment().desk(), step, caller);
    }

    /**
     * Refuses what was decided on an older revision. Who did so learns what changed since, by whom
     * and when, and can merge.
     *
     * @param article as it is now, locked by the caller
     * @param ifMatch the header, or null
     * @throws Problem 428 or 412
     */
    public void requireMatch(StoredArticle article, String ifMatch) {
        String revisions = ArticleETag.ofRevisions(ifMatch);
        try {
            ETag.of(article.revision()).requireMatch(revisions);
        } catch (Problem problem) {
            throw problem.status() == 412
                    ? conflict(article, ETag.revisionIn(revisions), problem)
                    : problem;
        }
    }

    private Problem conflict(StoredArticle article, OptionalLong seen, Problem refused) {
        Map<String, Object> about = new HashMap<>();
        about.put("revision", article.revision());
        history.revision(article.id(), article.revision())
                .ifPresent(
                        last -> {
                            about.put("changedBy", last.actor());
                            about.put("changedAt", last.at());
                            if (last.name() != null) {
                                about.put("changedByName", last.name());
                            }
                        });
        seen.ifPresent(revision -> putChanges(about, article, revision));
        return new Problem(
                412, "precondition-failed", "Precondition failed", refused.getMessage(), about);
    }

    private void putChanges(Map<String, Object> about, StoredArticle article, long seen) {
        if (history.revision(article.id(), seen).isPresent()) {
            contents.at(article.id(), seen)
                    .map(past -> ContentDiff.of(past.content(), article.content()))
                    .ifPresent(changes -> about.put("changes", changes));
        }
    }

    private static Problem illegal(
            String detail, Standing standing, DeskRules desk, Caller caller) {
        return new Problem(
                409,
                "illegal-step",
                "Not allowed in this state",
                detail,
                Map.of(
                        "workflow", standing.workflow(),
                        "publication", standing.publication(),
                        "allowed", names(standing.allowed()),
                        "allowedToYou",
                                names(standing.allowedWhere(step -> desk.allows(step, caller)))));
    }

    private static List<String> names(List<Step> steps) {
        return steps.stream().map(Step::wireName).toList();
    }
}
