package galley.events;

/** What readers have was wrong: the note says what. A working revision that corrects it begins. */
public record ArticleCorrectionBegun(Article article, Decision decision) implements LifecycleEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.correction-begun.v1";
}
