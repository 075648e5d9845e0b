package galley.editorial.profile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an article of a kind needs before it is whole.
 *
 * @param fields what the article has
 * @param parts what is said of the parts of each type that it may have; it has none of other types
 */
public record Profile(List<ArticleField> fields, Map<PartType, PartRule> parts) {

    /** What is absent is empty; the types are in their own order. */
    public Profile {
        fields = fields == null ? List.of() : List.copyOf(fields);
        parts = Collections.unmodifiableMap(ordered(parts == null ? Map.of() : parts));
    }

    private static Map<PartType, PartRule> ordered(Map<PartType, PartRule> parts) {
        Map<PartType, PartRule> ordered = new EnumMap<>(PartType.class);
        ordered.putAll(parts);
        return ordered;
    }
}
