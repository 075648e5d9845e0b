package galley.publish.edition;

import galley.events.Article;
import galley.publish.Samples;

/** Gives tests of other features an article as the edition holds it. */
public final class Gate {
    private Gate() {}

    /** The article as the public gets it. */
    public static Article through(Article article) {
        return PublicArticle.of(Samples.released(article));
    }
}
