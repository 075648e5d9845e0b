package galley.editorial.history;

/**
 * What somebody said about a decision.
 *
 * @param note may be read by the public; null for none
 * @param internalNote stays inside; null for none
 */
public record Reason(String note, String internalNote) {
    /** Nothing was said. */
    public static final Reason NONE = new Reason(null, null);
}
