package galley.publish.edition;

import java.time.Instant;
import java.util.Map;

/**
 * Which of the live articles a page of the readers' site lists, the newest published first.
 *
 * @param condition SQL that an article meets
 * @param parameters what stands in it
 */
public record ReaderQuery(String condition, Map<String, Object> parameters) {
    /** Every live article. */
    public static final ReaderQuery ALL = new ReaderQuery("true", Map.of());

    /** Those of a section, by the name that articles carry. */
    public static ReaderQuery section(String name) {
        return new ReaderQuery("section = :section", Map.of("section", name));
    }

    /** Those with a tag. */
    public static ReaderQuery tag(String tag) {
        return new ReaderQuery("tags @> cast(array[:tag] as varchar[])", Map.of("tag", tag));
    }

    /** Those from a source, by its name or id, or with a text that a publisher had first. */
    public static ReaderQuery source(String name) {
        return new ReaderQuery(
                "sources @> cast(array[:source] as varchar[])", Map.of("source", name));
    }

    /** Those with this name above them, or as the author of a text that they reprint. */
    public static ReaderQuery author(String name) {
        return new ReaderQuery(
                "edition_authors(article) @> jsonb_build_array(cast(:author as text))",
                Map.of("author", name));
    }

    /** Those published from a time on and before another. */
    public static ReaderQuery published(Instant from, Instant before) {
        return new ReaderQuery(
                "published_at >= :from and published_at < :before",
                Map.of("from", from, "before", before));
    }

    /**
     * Those with words in them.
     *
     * @param words as people write them into a search box: all of them, {@code "these in a row"},
     *     {@code or}, and with a minus sign those that must not be there
     */
    public static ReaderQuery words(String words) {
        return new ReaderQuery(
                "edition_words(headline, article) @@ websearch_to_tsquery('simple', :words)",
                Map.of("words", words));
    }
}
