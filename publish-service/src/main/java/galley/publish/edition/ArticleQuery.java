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
 * Every query begins as {@link #ALL}, and each method narrows it further; by null it narrows
 * nothing.
 *
 * @param filters what all of them meet
 * @param words what is to be found in the text, as people write it into a search field; or null
 * @param since articles that changed here at this time or later; or null
 * @param removed with {@code since}, also what readers had and do not get any more; filters and
 *     words do not narrow these, since nothing is left to narrow them by
 * @param after the place after which the page starts, or null for the start
 * @param before the place right before which the page ends, or null; in place of {@code after}, and
 *     not with {@code since}
 */
public record ArticleQuery(
        List<Filter> filters,
        String words,
        Instant since,
        boolean removed,
        Cursor after,
        Cursor before) {

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
            new ArticleQuery(List.of(), null, null, false, null, null);

    /** A condition in SQL, and the value of the parameter in it. */
    record Filter(String condition, String parameter, Object value) {}

    /** Those of a section, by its exact name. */
    public ArticleQuery section(String name) {
        return where("e.section = :section", "section", name);
    }

    /** Those that carry a tag. */
    public ArticleQuery tag(String tag) {
        return where("e.tags @> array[cast(:tag as varchar)]", "tag", tag);
    }

    /** Those from a source, by its id or name, or with a reprint of a publisher. */
    public ArticleQuery source(String name) {
        return where("e.sources @> array[cast(:source as varchar)]", "source", name);
    }

    /** Those in a language, by a range as RFC 4647 filters: {@code en} also finds {@code en-GB}. */
    public ArticleQuery language(String range) {
        if (range == null) {
            return this;
        }
        var subtags = range.toLowerCase(Locale.ROOT);
        var primary =
                where(
                        "lower(split_part(e.language, '-', 1)) = :primaryLanguage",
                        "primaryLanguage",
                        subtags.split("-", 2)[0]);
        // a language alone needs no second look, which the index could not answer
        return primary.where(
                "starts_with(lower(e.language) || '-', :language || '-')",
                "language",
                subtags.contains("-") ? subtags : null);
    }

    /** Those with somebody's byline. */
    public ArticleQuery author(String byline) {
        return where("e.bylines @> array[cast(:author as varchar)]", "author", byline);
    }

    /** Those with somebody's byline, or with a reprint of a text by somebody. */
    public ArticleQuery contributor(String name) {
        return where(
                "edition_authors(e.article) @> jsonb_build_array(cast(:contributor as text))",
                "contributor",
                name);
    }

    /** Those about a subject, by its code or name, as articles carry it. */
    public ArticleQuery subject(String subject) {
        return where(
                SUBJECTS + " @> jsonb_build_array(cast(:subject as text))", "subject", subject);
    }

    /** Those of a kind, as articles carry it, such as {@code round-up}. */
    public ArticleQuery kind(String kind) {
        return where("e.article ->> 'kind' = :kind", "kind", kind);
    }

    /** Those published at a time or later. */
    public ArticleQuery from(Instant time) {
        return where("e.published_at >= :from", "from", time);
    }

    /** Those published before a time. */
    public ArticleQuery to(Instant time) {
        return where("e.published_at < :to", "to", time);
    }

    /** Those of a product, as JSON, which the database's {@code in_product} reads. */
    ArticleQuery ofProduct(String json) {
        return where(
                "in_product(cast(:product as jsonb), e.section, e.tags, e.sources, e.language,"
                        + " e.article)",
                "product",
                json);
    }

    /** Those with these words in them, in the place of others. */
    public ArticleQuery words(String wanted) {
        return new ArticleQuery(filters, wanted, since, removed, after, before);
    }

    /**
     * Those that changed here at a time or later.
     *
     * @param andRemoved whether also what readers had and do not get any more
     */
    public ArticleQuery since(Instant time, boolean andRemoved) {
        return new ArticleQuery(filters, words, time, andRemoved, after, before);
    }

    /** The same list from another place on; null for its start. */
    public ArticleQuery after(Cursor place) {
        return new ArticleQuery(filters, words, since, removed, place, null);
    }

    /** The same list up to a place, the nearest to it. */
    public ArticleQuery before(Cursor place) {
        return new ArticleQuery(filters, words, since, removed, null, place);
    }

    /** The place of an article in this list. */
    public Cursor placeOf(Entry entry) {
        return new Cursor(since == null ? entry.publishedAt() : entry.changedAt(), entry.id());
    }

    private ArticleQuery where(String condition, String parameter, Object value) {
        if (value == null) {
            return this;
        }
        List<Filter> more = new ArrayList<>(filters);
        more.add(new Filter(condition, parameter, value));
        return new ArticleQuery(List.copyOf(more), words, since, removed, after, before);
    }

    /**
     * The articles, in reverse order where the page ends {@code before} a place; {@code :words} is
     * a query of PostgreSQL's text search.
     */
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
        return "select %1$s from edition_article e where %2$s order by e.%3$s %4$s, e.id %4$s"
                .formatted(
                        what,
                        String.join(" and ", conditions(wordsFilter)),
                        timeColumn(),
                        isAscending() ? "" : "desc");
    }

    private boolean isAscending() {
        return since != null || before != null;
    }

    private String timeColumn() {
        return since == null ? "published_at" : "changed_at";
    }

    private Cursor place() {
        return before == null ? after : before;
    }

    private List<String> conditions(String wordsFilter) {
        List<String> conditions = new ArrayList<>();
        var live = String.join(" and ", live(wordsFilter));
        conditions.add(removed ? "((%s) or %s)".formatted(live, REMOVED) : live);
        if (since != null) {
            conditions.add("e.changed_at >= :since");
        }
        if (place() != null) {
            conditions.add(
                    "(e.%s, e.id) %s (:time, :id)"
                            .formatted(timeColumn(), isAscending() ? ">" : "<"));
        }
        return conditions;
    }

    private List<String> live(String wordsFilter) {
        List<String> conditions = new ArrayList<>(List.of(LIVE));
        filters.forEach(filter -> conditions.add(filter.condition()));
        if (words != null) {
            conditions.add(
                    "exists (select from edition_words w where w.article = e.id and "
                            + wordsFilter
                            + ")");
        }
        return conditions;
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        filters.forEach(filter -> parameters.put(filter.parameter(), filter.value()));
        if (words != null) {
            parameters.put("words", words);
        }
        if (since != null) {
            parameters.put("since", since);
        }
        if (place() != null) {
            parameters.put("time", place().time());
            parameters.put("id", place().id());
        }
        return parameters;
    }
}
