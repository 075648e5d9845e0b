package galley.events;

/** Review turned the article down; the note says why. */
public record ArticleRejected(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.rejected.v1";
}
