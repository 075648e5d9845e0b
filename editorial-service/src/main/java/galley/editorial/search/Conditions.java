package galley.editorial.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions of a query on articles {@code a} and, where it {@linkplain #usesWords() needs} them,
 * their words {@code w}.
 */
final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private boolean usesWords;

    void add(String condition) {
        conditions.add(condition);
    }

    void add(String condition, String parameter, Object value) {
        add(condition);
        set(parameter, value);
    }

    void set(String parameter, Object value) {
        parameters.put(parameter, value);
    }

    /** Only articles that a text query finds. */
    void find(String query) {
        add("w.words @@ cast(:words as tsquery)", "words", query);
        usesWords = true;
    }

    /** The same conditions and one more. */
    Conditions with(String condition) {
        Conditions more = new Conditions();
        more.conditions.addAll(conditions);
        more.parameters.putAll(parameters);
        more.usesWords = usesWords;
        more.add(condition);
        return more;
    }

    boolean usesWords() {
        return usesWords;
    }

    /** The conditions in SQL, true for all rows when there are none. */
    String text() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
