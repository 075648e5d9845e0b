package galley.editorial.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects conditions of a query with their parameters. */
final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    void add(String condition, String parameter, Object value) {
        conditions.add(condition);
        set(parameter, value);
    }

    void set(String parameter, Object value) {
        parameters.put(parameter, value);
    }

    /** The conditions in SQL, true for all rows when there are none. */
    String text() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
