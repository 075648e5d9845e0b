package galley.publish.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import galley.kit.paging.Cursor;

/**
 * Which of the live articles, and in which order: newest published first; with {@code since} in the
 * order in which they changed here, so that whoever reads on from where it stopped misses nothing.
 * Whatever is null narrows nothing.
 *
 * @param section the section's exact name
 * @param tag one of the tags
 * @param source id or name of the source, or a reprint's publisher
 * @param language a language range as RFC 4647 filters by it: {@code en} also finds {@code en-GB}
 * @param author one of the bylines
 * @param subject code or name of a subject, as articles carry it
 * @param kind as articles carry it, such as {@code round-up}
 * @param from published at this time or later
 * @param to published before this time
 * @param words what is to be found in the text, as people write it into a search field
 * @param since articles that changed here at this time or later
 * @param removed with {@code since}, also what readers had and do not get any more; the filters
 *     above do not narrow these, since nothing is left to narrow them by
 * @param product as JSON, which the database's {@code in_product} reads
 * @param after the place after which the page starts, or null for the start
 */
public record ArticleQuery(
        String section,
        String tag,
        String source,
        String language,
        String author,
        String subject,
        String kind,
        Instant from,
        Instant to,
        String words,
        Instant since,
        boolean removed,
        String product,
        Cursor after) {

    private static final String LIVE = "e.state = 'LIVE'";

    private static final String REMOVED =
            "(e.shown and e.state in ('KILLED', 'WITHHELD', 'EMBARGOED'))";

    private static final String HAS_WORDS = "w.words @@ cast(:words as tsquery)";
    private static final String IN_HEADLINE = "(w.headline @@ cast(:words as tsquery))";

    /** Names of subjects and their codes, as the index has them. */
    private static final String SUBJECTS =
            "jsonb_path_query_array(e.article,"
                    + " '$.subjects[*].keyvalue() ? (@.key != \"scheme\").value')";

    /** Every live article, newest published first. */
    public static final ArticleQuery ALL =
            new ArticleQuery(
                    null, null, null, null, null, null, null, null, null, null, null, false, null,
                    null);

    /** The articles of a section, by its exact name. */
    public static ArticleQuery ofSection(String name) {
        return by(name, null, null, null);
    }

    /** The articles that carry a tag. */
    public static ArticleQuery ofTag(String tag) {
        return by(null, tag, null, null);
    }

    /** The articles that name somebody as an author. */
    public static ArticleQuery ofAuthor(String byline) {
        return by(null, null, null, byline);
    }

    /** The articles in a language, by a range. */
    public static ArticleQuery ofLanguage(String range) {
        return by(null, null, range, null);
    }

    private static ArticleQuery by(String section, String tag, String language, String author) {
        return new ArticleQuery(
                section, tag, null, language, author, null, null, null, null, null, null, false,
                null, null);
    }

    /** The same list from another place on; null for its start. */
    public ArticleQuery after(Cursor place) {
        return new ArticleQuery(
                section, tag, source, language, author, subject, kind, from, to, words, since,
                removed, product, place);
    }

    /** The same list for other words. */
    ArticleQuery words(String wanted) {
        return new ArticleQuery(
                section, tag, source, language, author, subject, kind, from, to, wanted, since,
                removed, product, after);
    }

    /** The same list without what is not of a product; null for all. */
    ArticleQuery ofProduct(String json) {
        return new ArticleQuery(
                section, tag, source, language, author, subject, kind, from, to, words, since,
                removed, json, after);
    }

    /** The place of an article in this list. */
    public Cursor placeOf(Entry entry) {
        return new Cursor(since == null ? entry.publishedAt() : entry.changedAt(), entry.id());
    }

    /** The articles; {@code :words} is a query of PostgreSQL's text search. */
    String sql() {
        return select("e.*", HAS_WORDS);
    }

    /**
     * The same for one of the two heaps in which a search by words is answered.
     *
     * @param inHeadline whether for those that have the words in the headline, or for the others
     */
    String sql(boolean inHeadline) {
        return select("e.*", HAS_WORDS + (inHeadline ? " and " : " and not ") + IN_HEADLINE);
    }

    /** Which they are and at which revisions, as {@link Version} has it. */
    String versionSql() {
        return select("e.id, e.revision, e.changed_at", HAS_WORDS);
    }

    /** The places of the articles, as {@code place_time} and {@code place_id}. */
    String placeSql() {
        return select("e.%s place_time, e.id place_id".formatted(timeColumn()), HAS_WORDS);
    }

    private String select(String what, String wordsFilter) {
        return "select %s from edition_article e where %s order by e.%s, e.id %s"
                .formatted(
                        what,
                        String.join(" and ", conditions(wordsFilter)),
                        timeColumn() + (since == null ? " desc" : ""),
                        since == null ? "desc" : "");
    }

    private String timeColumn() {
        return since == null ? "published_at" : "changed_at";
    }

    private List<String> conditions(String wordsFilter) {
        List<String> conditions = new ArrayList<>();
        var live = String.join(" and ", filters(wordsFilter));
        conditions.add(removed ? "((%s) or %s)".formatted(live, REMOVED) : live);
        if (since != null) {
            conditions.add("e.changed_at >= :since");
        }
        if (after != null) {
            conditions.add(
                    "(e.%s, e.id) %s (:time, :id)"
                            .formatted(timeColumn(), since == null ? "<" : ">"));
        }
        return conditions;
    }

    private List<String> filters(String wordsFilter) {
        List<String> filters = new ArrayList<>(List.of(LIVE));
        addIf(section, filters, "e.section = :section");
        addIf(tag, filters, "e.tags @> array[cast(:tag as varchar)]");
        addIf(source, filters, "e.sources @> array[cast(:source as varchar)]");
        addIf(language, filters, "lower(split_part(e.language, '-', 1)) = :primaryLanguage");
        // a language alone needs no second look, which the index could not answer
        addIf(
                language != null && language.contains("-") ? language : null,
                filters,
                "starts_with(lower(e.language) || '-', :language || '-')");
        addIf(author, filters, "e.bylines @> array[cast(:author as varchar)]");
        addIf(subject, filters, SUBJECTS + " @> jsonb_build_array(cast(:subject as text))");
        addIf(kind, filters, "e.article ->> 'kind' = :kind");
        addIf(
                product,
                filters,
                "in_product(cast(:product as jsonb), e.section, e.tags, e.sources, e.language,"
                        + " e.article)");
        addIf(from, filters, "e.published_at >= :from");
        addIf(to, filters, "e.published_at < :to");
        addIf(
                words,
                filters,
                "exists (select from edition_words w where w.article = e.id and "
                        + wordsFilter
                        + ")");
        return filters;
    }

    private static void addIf(Object value, List<String> filters, String filter) {
        if (value != null) {
            filters.add(filter);
        }
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("section", section);
        parameters.put("tag", tag);
        parameters.put("source", source);
        parameters.put("subject", subject);
        parameters.put("product", product);
        parameters.put("kind", kind);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("words", words);
        parameters.put("author", author);
        parameters.put("since", since);
        if (language != null) {
            var range = language.toLowerCase(Locale.ROOT);
            parameters.put("primaryLanguage", range.split("-", 2)[0]);
            if (range.contains("-")) {
                parameters.put("language", range);
            }
        }
        if (after != null) {
            parameters.put("time", after.time());
            parameters.put("id", after.id());
        }
        parameters.values().removeIf(value -> value == null);
        return parameters;
    }
}
