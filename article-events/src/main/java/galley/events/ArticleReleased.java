package galley.events;

/** This version goes out. */
public record ArticleReleased(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.released.v1";
}
