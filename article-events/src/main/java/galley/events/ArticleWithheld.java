package galley.events;

/** Readers do not get the article for now. */
public record ArticleWithheld(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.withheld.v1";
}
