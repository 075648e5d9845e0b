package galley.editorial.search;

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
    private boolean usesWords;

    private record Condition(String column, String test) {}

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
        set("words", query);
        usesWords = true;
    }

    /** The same conditions and one more. */
    Conditions with(String column, String test) {
        Conditions more = copy();
        more.add(column, test);
        return more;
    }

    /** The same conditions, of a query that goes through the words whatever it looks for. */
    Conditions throughWords() {
        Conditions same = copy();
        same.usesWords = true;
        return same;
    }

    private Conditions copy() {
        Conditions copy = new Conditions();
        copy.conditions.addAll(conditions);
        copy.parameters.putAll(parameters);
        copy.usesWords = usesWords;
        return copy;
    }

    /**
     * The tables that the conditions and further columns are in, in SQL.
     *
     * @param columns of the table {@code article}
     */
    String from(String... columns) {
        if (!usesWords) {
            return "article a";
        }
        boolean alone =
                Stream.concat(conditions.stream().map(Condition::column), Stream.of(columns))
                        .allMatch(Conditions::isBesideWords);
        return alone ? "article_words w" : "article_words w join article a on a.id = w.article_id";
    }

    /** Where a query finds a column of the table {@code article}, in SQL. */
    String column(String name) {
        if (!usesWords) {
            return "a." + name;
        }
        if (name.equals("id")) {
            return "w.article_id";
        }
        return (isBesideWords(name) ? "w." : "a.") + name;
    }

    private static boolean isBesideWords(String column) {
        return column.equals("id") || BESIDE_WORDS.contains(column);
    }

    /** The conditions in SQL, true for all rows when there are none. */
    String text() {
        List<String> all =
                conditions.stream()
                        .map(it -> column(it.column()) + " " + it.test())
                        .collect(Collectors.toCollection(ArrayList::new));
        if (parameters.get("words") instanceof String query) {
            all.add(match("words", "words", query));
            all.add("takes_unpacking(w.article_id)");
        }
        return all.isEmpty() ? "true" : String.join(" and ", all);
    }

    /**
     * That a column of the words matches a query, in SQL. The planner takes a phrase for as
     * frequent as texts with all of its words, and would walk through the latest articles until it
     * came across some; said twice it counts as rare, and is looked up.
     *
     * @param parameter holds the query
     */
    static String match(String column, String parameter, String query) {
        String test = "w.%s @@ cast(:%s as tsquery)".formatted(column, parameter);
        boolean hasPhrase = query.contains(" <");
        return hasPhrase ? test + " and " + test : test;
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
