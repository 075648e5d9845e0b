package galley.editorial.workflow;

/** Whether a decision says why. */
public enum NoteRule {
    /** The decision may carry a note. */
    OPTIONAL,

    /** The decision is refused without a note. */
    REQUIRED,

    /** The decision is refused without a note that stays inside. */
    INTERNAL_REQUIRED
}
