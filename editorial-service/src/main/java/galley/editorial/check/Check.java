package galley.editorial.check;

import java.util.List;

/** Looks for one kind of defect in articles. Every bean of this type takes part. */
public interface Check {

    /** Its name on the wire, which never changes: lower case, words joined by hyphens. */
    String name();

    /** What it looks for, in a sentence for the staff. */
    String looksFor();

    /** How severe its findings are on a fresh install. */
    default Severity usualSeverity() {
        return Severity.WARN;
    }

    /** What it finds, in the order of the article; nothing where the article is sound. */
    List<Defect> look(Proof proof);

    /**
     * What it does not know to be sound yet, in the order of the article. A desk that only wants to
     * be warned is not told; where findings stop a release, doubts do too.
     */
    default List<Defect> doubts(Proof proof) {
        return List.of();
    }
}
