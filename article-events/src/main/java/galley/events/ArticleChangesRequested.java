package galley.events;

/** Review asks for changes; the note says which. */
public record ArticleChangesRequested(Article article, Decision decision)
        implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.changes-requested.v1";
}
