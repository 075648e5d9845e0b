package galley.events;

/** The approved revision goes out at a time, {@link Article#scheduledAt()}. */
public record ArticleScheduled(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.scheduled.v1";
}
