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
 *
 * @param section the section's exact name, or null for all
 * @param tag one of the tags, or null for all
 * @param source id or name of the source, or a reprint's publisher; null for all
 * @param language a language range as RFC 4647 filters by it: {@code en} also finds {@code en-GB};
 *     null for all
 * @param author one of the bylines, or null for all
 * @param since articles that changed here at this time or later, or null for all
 * @param after the place after which the page starts, or null for the start
 */
public record ArticleQuery(
        String section,
        String tag,
        String source,
        String language,
        String author,
        Instant since,
        Cursor after) {

    /** Every live article, newest published first. */
    public static final ArticleQuery ALL =
            new ArticleQuery(null, null, null, null, null, null, null);

    /** The articles of a section, by its exact name. */
    public static ArticleQuery ofSection(String name) {
        return new ArticleQuery(name, null, null, null, null, null, null);
    }

    /** The articles that carry a tag. */
    public static ArticleQuery ofTag(String tag) {
        return new ArticleQuery(null, tag, null, null, null, null, null);
    }

    /** The articles that name somebody as an author. */
    public static ArticleQuery ofAuthor(String byline) {
        return new ArticleQuery(null, null, null, null, byline, null, null);
    }

    /** The articles in a language, by a range. */
    public static ArticleQuery ofLanguage(String range) {
        return new ArticleQuery(null, null, null, range, null, null, null);
    }

    /** The same list from another place on; null for its start. */
    public ArticleQuery after(Cursor place) {
        return new ArticleQuery(section, tag, source, language, author, since, place);
    }

    /** The place of an article in this list. */
    public Cursor placeOf(Entry entry) {
        return new Cursor(since == null ? entry.publishedAt() : entry.changedAt(), entry.id());
    }

    String hql() {
        List<String> conditions = new ArrayList<>(List.of("e.state = LIVE"));
        if (section != null) {
            conditions.add("e.section = :section");
        }
        if (tag != null) {
            conditions.add("array_contains(e.tags, :tag)");
        }
        if (source != null) {
            conditions.add("array_contains(e.sources, :source)");
        }
        if (language != null) {
            conditions.add(
                    "(lower(e.language) = :language or locate(:languagePrefix, lower(e.language)) ="
                            + " 1)");
        }
        if (author != null) {
            conditions.add("array_contains(e.bylines, :author)");
        }
        if (since != null) {
            conditions.add("e.changedAt >= :since");
        }
        if (after != null) {
            conditions.add(
                    since == null
                            ? "(e.publishedAt, e.id) < (:time, :id)"
                            : "(e.changedAt, e.id) > (:time, :id)");
        }
        return "from Entry e where "
                + String.join(" and ", conditions)
                + (since == null
                        ? " order by e.publishedAt desc, e.id desc"
                        : " order by e.changedAt, e.id");
    }

    /** The same for which they are, and at which revisions. */
    String versionHql() {
        return "select e.id, e.revision " + hql();
    }

    /** The same for the places of the articles. */
    String placeHql() {
        return "select e.%s, e.id %s".formatted(since == null ? "publishedAt" : "changedAt", hql());
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("section", section);
        parameters.put("tag", tag);
        parameters.put("source", source);
        parameters.put("author", author);
        parameters.put("since", since);
        if (language != null) {
            var range = language.toLowerCase(Locale.ROOT);
            parameters.put("language", range);
            parameters.put("languagePrefix", range + "-");
        }
        if (after != null) {
            parameters.put("time", after.time());
            parameters.put("id", after.id());
        }
        parameters.values().removeIf(value -> value == null);
        return parameters;
    }
}
