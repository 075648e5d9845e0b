package galley.events;

/**
 * A reading of the text that an editor may accept or dismiss.
 *
 * @param id identifies the proposal within its article
 * @param what the field it would set, for example {@code attribution.publisher}
 * @param part the part it is about, or null for the whole article
 * @param evidence the words it was read from
 * @param confidence 0 to 1
 */
public record Proposal(
        String id, String what, String part, String value, String evidence, double confidence) {}
