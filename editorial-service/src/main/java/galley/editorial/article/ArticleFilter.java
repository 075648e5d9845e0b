package galley.editorial.article;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.quarkus.panache.common.Parameters;

import galley.events.Workflow;
import galley.kit.paging.Cursor;

/**
 * Which articles a list has.
 *
 * @param states in one of these; empty for any
 * @param source from this source; null for any
 * @param language in this language, as it was set; null for any
 * @param words all of them in the headline, in the manner of web searches; null for any
 */
record ArticleFilter(List<Workflow> states, UUID source, String language, String words) {

    ArticleFilter {
        states = List.copyOf(states);
    }

    /** The condition in HQL, with the named parameters of {@link #parameters}. */
    String condition(Cursor after) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (!states.isEmpty()) {
            conditions.add("workflow in :states");
        }
        if (source != null) {
            conditions.add("source = :source");
        }
        if (language != null) {
            conditions.add("language = :language");
        }
        if (words != null) {
            conditions.add(
                    "sql('to_tsvector(''simple'', ?) @@ websearch_to_tsquery(''simple'', ?)',"
                            + " headline, :words)");
        }
        if (after != null) {
            conditions.add("(createdAt, id) < (:time, :id)");
        }
        return String.join(" and ", conditions);
    }

    Parameters parameters(Cursor after) {
        Parameters parameters = new Parameters();
        if (!states.isEmpty()) {
            parameters.and("states", states);
        }
        if (source != null) {
            parameters.and("source", source);
        }
        if (language != null) {
            parameters.and("language", language);
        }
        if (words != null) {
            parameters.and("words", words);
        }
        if (after != null) {
            parameters.and("time", after.time()).and("id", after.id());
        }
        return parameters;
    }
}
