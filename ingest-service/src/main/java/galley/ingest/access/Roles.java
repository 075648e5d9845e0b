package galley.ingest.access;

/** The roles of callers, as their tokens name them. */
public final class Roles {
    /** Manages sources and the quarantine. */
    public static final String ADMIN = "admin";

    /** Pushes items. */
    public static final String SOURCE = "source";

    /** Writes and edits; reads items. */
    public static final String WRITER = "writer";

    /** Reviews; reads items. */
    public static final String EDITOR = "editor";

    /** Releases; reads items. */
    public static final String PUBLISHER = "publisher";

    private Roles() {}
}
