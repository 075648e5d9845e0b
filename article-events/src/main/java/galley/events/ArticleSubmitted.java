package galley.events;

/** The working revision went to review. */
public record ArticleSubmitted(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.submitted.v1";
}
