package galley.editorial.bulk;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is to be done with many articles.
 *
 * @param step a decision by its name, such as {@code submit}, or {@code tag}
 * @param items the articles, each at the revision that was decided on
 * @param with what the decision takes alone, such as {@code {"note": "…"}}; for {@code tag} {@code
 *     {"add": ["…"], "remove": ["…"]}}; null for nothing
 */
record BulkRequest(String step, List<Item> items, JsonNode with) {

    BulkRequest {
        items = items == null ? List.of() : List.copyOf(items);
        with = with == null || with.isNull() ? null : with;
    }

    /** An article, and the revision that was decided on. */
    record Item(UUID id, Long revision) {}

    /** Which tags an article gets and loses. */
    record Tags(List<String> add, List<String> remove) {

        Tags {
            add = add == null ? List.of() : List.copyOf(add);
            remove = remove == null ? List.of() : List.copyOf(remove);
        }
    }
}
