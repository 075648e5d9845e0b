package galley.events;

/**
 * A reading of an item's text.
 *
 * @param what the field it would set, for example {@code attribution.publisher}
 * @param part number of the part it is about, from 0; null for the whole item
 * @param evidence the words it was read from
 * @param confidence 0 to 1
 */
public record ItemProposal(
        String what, Integer part, String value, String evidence, double confidence) {}
