package galley.editorial.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conditions of a query on articles {@code a} or, where words are looked for, on their words {@code
 * w}: these have the columns beside them that most conditions are about, so that articles are only
 * looked up for the others.
 */
final class Conditions {
    /** What stands with an article's words as well. */
    private static final Set<String> BESIDE_WORDS =
            Set.of(
                    "created_at",
                    "workflow",
                    "publication",
                    "desk",
                    "assignee",
                    "source",
                    "priority");

    private final List<Condition> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private String words;
    private Headline headline;
    private boolean throughWords;
    private boolean withArticles;

    private record Condition(String column, String test) {}

    private record Headline(String query, boolean has) {}

    /**
     * Only articles whose column passes a test.
     *
     * @param column of the table {@code article}
     * @param test in SQL, such as {@code is null}
     */
    void add(String column, String test) {
        conditions.add(new Condition(column, test));
    }

    void add(String column, String test, String parameter, Object value) {
        add(column, test);
        set(parameter, value);
    }

    void set(String parameter, Object value) {
        parameters.put(parameter, value);
    }

    /** Only articles that a text query finds. */
    void find(String query) {
        words = query;
        throughWords = true;
    }

    /** The same conditions and one more. */
    Conditions with(String column, String test) {
        Conditions more = copy();
        more.add(column, test);
        return more;
    }

    /** The same, of articles alone that have what a text query finds in their headline, or not. */
    Conditions inHeadline(String query, boolean has) {
        Conditions same = copy();
        same.headline = new Headline(query, has);
        return same;
    }

    /**
     * The same, of articles alone that came in a stretch of time.
     *
     * @param latest when the latest article came that is wanted
     */
    Conditions in(Stretch stretch, Instant latest) {
        Conditions same = copy();
        stretch.marks(latest).ifPresent(marks -> same.words = "(" + words + ") & " + marks);
        if (stretch.from() != null) {
            same.add("created_at", ">= :stretchFrom", "stretchFrom", stretch.from());
        }
        if (stretch.to() != null) {
            same.add("created_at", "< :stretchTo", "stretchTo", stretch.to());
        }
        return same;
    }

    /** The words that are looked for, and no other condition. */
    Conditions ofWordsAlone() {
        Conditions alone = new Conditions();
        alone.find(words);
        return alone;
    }

    /** The same conditions, of a query that goes through the words whatever it looks for. */
    Conditions throughWords() {
        Conditions same = copy();
        same.throughWords = true;
        return same;
    }

    /**
     * The same conditions, of a query that may also begin with what articles are but for their
     * words: few may be left to hold against these.
     */
    Conditions throughArticles() {
        Conditions same = copy();
        same.withArticles = haveOthers();
        return same;
    }

    private Conditions copy() {
        Conditions copy = new Conditions();
        copy.conditions.addAll(conditions);
        copy.parameters.putAll(parameters);
        copy.words = words;
        copy.headline = headline;
        copy.throughWords = throughWords;
        copy.withArticles = withArticles;
        return copy;
    }

    boolean haveWords() {
        return words != null;
    }

    /** Whether articles must be more than found by words. */
    boolean haveOthers() {
        return !conditions.isEmpty();
    }

    /**
     * The tables that the conditions and further columns are in, in SQL.
     *
     * @param columns of the table {@code article}
     */
    String from(String... columns) {
        if (!throughWords) {
            return "article a";
        }
        boolean alone =
                Stream.concat(conditions.stream().map(Condition::column), Stream.of(columns))
                        .allMatch(this::isBesideWords);
        return alone ? "article_words w" : "article_words w join article a on a.id = w.article_id";
    }

    /** Where a query finds a column of the table {@code article}, in SQL. */
    String column(String name) {
        if (!throughWords || !isBesideWords(name)) {
            return "a." + name;
        }
        return name.equals("id") ? "w.article_id" : "w." + name;
    }

    private boolean isBesideWords(String column) {
        return !withArticles && (column.equals("id") || BESIDE_WORDS.contains(column));
    }

    /** The conditions in SQL, true for all rows when there are none. */
    String text() {
        List<String> all =
                conditions.stream()
                        .map(it -> column(it.column()) + " " + it.test())
                        .collect(Collectors.toCollection(ArrayList::new));
        // in this order: a headline stands in the row, where a text has to be unpacked
        if (headline != null) {
            all.add(headline.has() ? match("headline") : "not (" + match("headline") + ")");
        }
        if (words != null) {
            if (headline == null || !headline.has()) {
                all.add(match("words"));
            } else if (!headlineSaysAll()) {
                // few have the words in the headline, so that no index is needed for the others
                all.add("(" + match("words") + ") is true");
            }
            all.add("takes_unpacking(w.article_id) is not null");
        }
        return all.isEmpty() ? "true" : String.join(" and ", all);
    }

    /** A text has the words of its headline. */
    private boolean headlineSaysAll() {
        return headline != null
                && headline.has()
                && headline.query().equals(words)
                && !words.contains("!");
    }

    /** In SQL; the column is also the name of the parameter that holds the query. */
    private static String match(String column) {
        return "w.%1$s @@ cast(:%1$s as tsquery)".formatted(column);
    }

    /** The values of the parameters that {@link #text} has. */
    Map<String, Object> parameters() {
        Map<String, Object> all = new HashMap<>(parameters);
        if (words != null && !headlineSaysAll()) {
            all.put("words", words);
        }
        if (headline != null) {
            all.put("headline", headline.query());
        }
        return Map.copyOf(all);
    }
}
