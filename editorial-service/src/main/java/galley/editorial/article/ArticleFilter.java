package galley.editorial.article;

import java.util.List;
import java.util.UUID;

import galley.events.Workflow;
import galley.kit.paging.Cursor;

/**
 * Which articles a list has.
 *
 * @param states in one of these; empty for any
 * @param source from this source; null for any
 * @param language in this language, as it was set; null for any
 * @param desk in this desk's queue; null for any
 * @param assignee in this person's hands, by the pseudonym; null for any
 * @param words all of them in the headline, in the manner of web searches; null for any
 */
record ArticleFilter(
        List<Workflow> states,
        UUID source,
        String language,
        String desk,
        String assignee,
        String words) {

    ArticleFilter {
        states = List.copyOf(states);
    }

    /** The articles that the filter lets through, from a place in the list on. */
    Conditions after(Cursor place) {
        Conditions conditions = new Conditions();
        if (!states.isEmpty()) {
            conditions.add(
                    "workflow in (:states)", "states", states.stream().map(Enum::name).toList());
        }
        if (source != null) {
            conditions.add("source = :source", "source", source);
        }
        if (language != null) {
            conditions.add("language = :language", "language", language);
        }
        if (desk != null) {
            conditions.add("desk = :desk", "desk", desk);
        }
        if (assignee != null) {
            conditions.add("assignee = :assignee", "assignee", assignee);
        }
        if (words != null) {
            conditions.add(
                    "to_tsvector('simple', headline) @@ websearch_to_tsquery('simple', :words)",
                    "words",
                    words);
        }
        if (place != null) {
            conditions.add("(created_at, id) < (:time, :id)", "time", place.time());
            conditions.set("id", place.id());
        }
        return conditions;
    }
}
