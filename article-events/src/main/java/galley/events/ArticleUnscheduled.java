package galley.events;

/** The approved revision no longer goes out by itself. */
public record ArticleUnscheduled(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.unscheduled.v1";
}
