package galley.publish.edition;

import java.time.Instant;

import galley.events.Article;
import galley.events.ArticleKilled;

/** Who is told what changes in the edition, in the transaction that changes it. */
interface Announcer {
    /** Readers get this version from now on. */
    void live(Article article, String note);

    /** The version that went live was decided on at this time. */
    void released(Instant decided);

    /** Readers had a version, and get none for now. */
    void withheld(Article article, Instant decided);

    /**
     * The article is withdrawn.
     *
     * @param headline what it was called, or null
     * @param known whether the world may know where it was: it then learns every address, so that
     *     copies can be dropped
     */
    void canceled(ArticleKilled kill, String headline, boolean known);

    /** Editorial learns that readers do not get the article any more. */
    void takenDown(Article article);
}
