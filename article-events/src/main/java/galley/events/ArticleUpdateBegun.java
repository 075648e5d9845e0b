package galley.events;

/** A working revision begins that brings what readers have up to date. */
public record ArticleUpdateBegun(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.update-begun.v1";
}
