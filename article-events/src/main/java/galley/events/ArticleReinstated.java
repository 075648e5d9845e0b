package galley.events;

/** Readers get the article that was withheld again. */
public record ArticleReinstated(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.reinstated.v1";
}
