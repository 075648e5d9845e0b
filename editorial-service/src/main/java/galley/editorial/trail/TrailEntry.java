package galley.editorial.trail;

import java.time.Instant;
import java.util.Map;

import galley.editorial.history.HistoryView;
import galley.events.Provenance;

/**
 * A station on an article's way.
 *
 * @param stage {@code ingest}: something came from a source; {@code editorial}: somebody decided;
 *     {@code delivery}: readers got it, or no longer get it
 * @param what the step, or what was reported
 * @param revision of the article afterwards; null where that stayed
 * @param version what the public counted afterwards
 * @param origin the item that it came from, whose bytes ingest has at {@code /v1/items/<item>/raw};
 *     null but at {@code ingest}
 * @param traceId under which the services' traces have it; null where it is not known
 */
public record TrailEntry(
        Instant at,
        String stage,
        String what,
        String actor,
        String name,
        Long revision,
        int version,
        String note,
        Map<String, Object> details,
        Provenance origin,
        String traceId) {

    static TrailEntry of(HistoryView entry, Provenance origin) {
        return new TrailEntry(
                entry.at(),
                stage(entry.actor()),
                entry.step(),
                entry.actor(),
                entry.name(),
                entry.revisionMade(),
                entry.version(),
                entry.note(),
                entry.details(),
                origin,
                entry.traceId());
    }

    static boolean isFromSource(HistoryView entry) {
        return stage(entry.actor()).equals("ingest");
    }

    private static String stage(String actor) {
        return switch (actor.split(":", 2)[0]) {
            case "source" -> "ingest";
            case "service" -> "delivery";
            default -> "editorial";
        };
    }
}
