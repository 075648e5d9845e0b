package galley.publish.edition;

import java.time.Instant;

import galley.events.Article;
import galley.events.ArticleKilled;

/** Tells nobody: what happens has been told before. */
final class Silence implements Announcer {
    static final Silence KEPT = new Silence();

    private Silence() {}

    @Override
    public void live(Article article, String note) {}

    @Override
    public void released(Instant decided) {}

    @Override
    public void withheld(Article article, Instant decided) {}

    @Override
    public void canceled(ArticleKilled kill, String headline, boolean known) {}

    @Override
    public void takenDown(Article article) {}
}
