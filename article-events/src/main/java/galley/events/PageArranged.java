package galley.events;

/**
 * A page of the publication was arranged, or its section's settings were: the whole page as it is
 * then.
 *
 * @param page {@code front}, or {@code sections/} and the section's key
 * @param revision grows by one with every accepted change of the page, also after it was deleted;
 *     orders events and guards writes
 * @param deleted whether there is no such page any more; it may come back as a later revision
 * @param section the section's settings; null for the front page, and once deleted
 * @param arrangement null once deleted
 */
public record PageArranged(
        String page,
        long revision,
        boolean deleted,
        Section section,
        Arrangement arrangement,
        Decision decision) {

    /** CloudEvents type. */
    public static final String TYPE = "galley.front-page.arranged.v1";

    /** The key of the front page. */
    public static final String FRONT = "front";

    /** What the keys of sections' pages begin with. */
    public static final String SECTIONS = "sections/";
}
