package galley.events;

/** An item became an article. */
public record ArticleReceived(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.received.v1";
}
