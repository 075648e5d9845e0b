package galley.events;

/** Somebody, or nobody, has the article in hand from now on; or another desk has. */
public record ArticleAssigned(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.assigned.v1";
}
