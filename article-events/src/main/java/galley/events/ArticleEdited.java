package galley.events;

/** Somebody, or the article's source, changed the content. */
public record ArticleEdited(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.edited.v1";
}
