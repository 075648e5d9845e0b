package galley.endtoend;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An entry of an article's history.
 *
 * @param who the name of the person, or the actor that is none
 * @param from where the article stood; null where it begins
 * @param seen the revision that was decided on; 0 where the article begins
 * @param made the revision that this made; null when it made none
 */
record PastStep(
        String who, String step, Instant at, JsonNode from, JsonNode to, long seen, Long made) {

    /** All that happened to an article, oldest first. */
    static List<PastStep> all(Caller caller, String article) {
        return caller.all("/v1/articles/" + article + "/history").stream()
                .map(PastStep::of)
                .toList();
    }

    private static PastStep of(JsonNode entry) {
        return new PastStep(
                entry.path("name").asText(entry.path("actor").asText()),
                entry.path("step").asText(),
                Instant.parse(entry.path("at").asText()),
                entry.path("from").isObject() ? entry.path("from") : null,
                entry.path("to"),
                entry.path("revisionSeen").asLong(),
                entry.path("revisionMade").isNumber() ? entry.path("revisionMade").asLong() : null);
    }

    boolean isChange() {
        return made != null;
    }

    boolean leavesKilled() {
        return to.path("publication").asText().equals("killed");
    }
}
