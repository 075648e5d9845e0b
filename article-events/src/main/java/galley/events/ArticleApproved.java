package galley.events;

/** A second pair of eyes approved the working revision. */
public record ArticleApproved(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.approved.v1";
}
