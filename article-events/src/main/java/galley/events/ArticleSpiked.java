package galley.events;

/** The working revision is put away. */
public record ArticleSpiked(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.spiked.v1";
}
