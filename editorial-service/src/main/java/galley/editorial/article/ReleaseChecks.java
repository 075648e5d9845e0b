package galley.editorial.article;

import java.time.Instant;
import java.util.Set;

/** Looks at an article before it goes out. */
public interface ReleaseChecks {

    /**
     * Insists that nothing stands in the way.
     *
     * @param overridden names of the checks whose findings may go out all the same
     * @param at when the article is to go out: a scheduled time, or now
     * @return of those checks the ones that would have blocked, to be remembered with the decision
     * @throws galley.kit.problem.Problem 409 {@code checks-block} with the findings of all other
     *     checks that block, as the member {@code findings}
     */
    Set<String> require(StoredArticle article, Set<String> overridden, Instant at);

    /**
     * Insists that these are names of checks, as what is kept for later must be.
     *
     * @throws galley.kit.problem.Problem 422 that says which is none
     */
    void requireKnown(Set<String> overridden);

    /**
     * The names of the checks that stand in the way.
     *
     * @param at when the article is to go out
     */
    Set<String> blocking(StoredArticle article, Instant at);
}
