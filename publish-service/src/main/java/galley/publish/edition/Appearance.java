package galley.publish.edition;

/**
 * Something under which readers find an article, or found it.
 *
 * @param name what it is called, such as the slug or the tag
 */
public record Appearance(Kind kind, String name) {

    /** What an article is found under. */
    public enum Kind {
        /** The last segment of its page's address. */
        SLUG,
        /** A picture that it shows, by its hash. */
        PICTURE,
        /** The month of its publication in UTC, such as {@code 2026-05}. */
        MONTH,
        /** A section, by the name that articles carry. */
        SECTION,
        /** A tag. */
        TAG,
        /** Who wrote it, or a text in it. */
        AUTHOR,
        /** A source by its id or its name, or a publisher of what is reprinted. */
        SOURCE,
        /** A language, BCP 47. */
        LANGUAGE
    }
}
