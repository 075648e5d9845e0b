package galley.editorial.search;

import java.util.List;
import java.util.Map;

/**
 * How many articles match, and how many of them have which value of which field.
 *
 * @param facets by the field's name, the most frequent value first
 */
public record Counts(Count total, Map<String, List<ValueCount>> facets) {
    /** Up to here counts are exact. */
    static final int EXACT = 10_000;

    /** Copies. */
    public Counts {
        facets = Map.copyOf(facets);
    }

    /**
     * How many there are.
     *
     * @param more whether there may be more than the count says
     */
    public record Count(long count, boolean more) {}

    /**
     * How many have a value.
     *
     * @param value null for those that have none
     * @param name what people call it, where that is not the value; else null
     * @param more whether there may be more than the count says
     */
    public record ValueCount(String value, String name, long count, boolean more) {}
}
