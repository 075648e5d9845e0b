package galley.events;

/** The working revision that was put away is back where it was. */
public record ArticleRestored(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.restored.v1";
}
