package galley.events;

/** The article is withdrawn everywhere; the note says why. */
public record ArticleKilled(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.killed.v1";
}
