package galley.editorial.staff;

import java.util.Set;

/** Names of the roles that tokens carry. Decisions are cumulative from writer to publisher. */
public final class Roles {
    /** Creates, edits, submits and withdraws. */
    public static final String WRITER = "writer";

    /** Also approves, requests changes and rejects. */
    public static final String EDITOR = "editor";

    /** Also releases and kills. */
    public static final String PUBLISHER = "publisher";

    /** Looks after sources and operations; reads articles and writes none. */
    public static final String ADMIN = "admin";

    /** Who may do what a writer may. */
    public static final Set<String> WRITERS = Set.of(WRITER, EDITOR, PUBLISHER);

    /** Who may do what an editor may. */
    public static final Set<String> EDITORS = Set.of(EDITOR, PUBLISHER);

    /** Who may do what a publisher may. */
    public static final Set<String> PUBLISHERS = Set.of(PUBLISHER);

    /** Who does steps that no person takes: the platform itself. */
    public static final Set<String> NOBODY = Set.of();

    private Roles() {}
}
