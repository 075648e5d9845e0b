package galley.events;

/** The working revision was taken back from review. */
public record ArticleWithdrawn(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.withdrawn.v1";
}
