package galley.editorial.article;

import java.time.Instant;
import java.util.Map;

import galley.editorial.history.Reason;
import galley.editorial.staff.Caller;
import galley.editorial.workflow.Standing;
import galley.editorial.workflow.Step;

/**
 * An accepted change of an article.
 *
 * @param before where the article stood; null when it begins with this step
 * @param since when it came to stand in that state of its workflow; null when it begins with this
 *     step
 * @param untouched whether no person had the article in hand before
 * @param seen the revision that the caller decided on; null when the article begins here
 * @param details what it is about, beside its notes; null for nothing
 */
public record Change(
        Step step,
        Standing before,
        Instant since,
        boolean untouched,
        Long seen,
        Caller by,
        Reason reason,
        Instant at,
        Map<String, Object> details) {

    /** An article begins. */
    public static Change beginning(Step step, Caller by, Reason reason, Instant at) {
        return new Change(step, null, null, false, null, by, reason, at, null);
    }

    /** A change of the article as it stands now, before it is made. */
    public static Change of(
            StoredArticle article, Step step, Caller by, Reason reason, Instant at) {
        return new Change(
                step,
                article.standing(),
                article.stateSince(),
                article.isUntouched(),
                article.revision(),
                by,
                reason,
                at,
                null);
    }

    /** The same change, about something. */
    Change about(Map<String, Object> details) {
        return new Change(step, before, since, untouched, seen, by, reason, at, details);
    }
}
