package galley.editorial.trail;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import galley.editorial.delivery.Receipt;
import galley.editorial.delivery.ReceiptView;
import galley.editorial.history.HistoryView;
import galley.editorial.staff.Actor;
import galley.events.Provenance;
import galley.events.WireName;

/**
 * A station on an article's way.
 *
 * @param at when it happened; of a delivery, since when it stands so
 * @param stage {@code ingest}: something came from a source; {@code editorial}: somebody decided;
 *     {@code delivery}: readers or a subscriber got it, or no longer get it
 * @param what the step, what was reported, or how a door or a subscriber stands to a version
 * @param revision of the article afterwards; null where that stayed
 * @param version what the public counted afterwards, or what is delivered
 * @param details what it was about; of a delivery the {@code door}, the {@code subscriber} and what
 *     that is called, the {@code type} and {@code revision} of what is sent, and why it failed
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

    static TrailEntry of(Receipt receipt) {
        ReceiptView view = receipt.view();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("door", view.door());
        if (view.subscriber() != null) {
            details.put("subscriber", view.subscriber());
            details.put("name", view.name());
        }
        details.put("type", view.type());
        details.put("revision", view.revision());
        if (view.detail() != null) {
            details.put("detail", view.detail());
        }
        return new TrailEntry(
                view.at(),
                stage(Actor.PUBLISH.id()),
                WireName.of(view.state()),
                Actor.PUBLISH.id(),
                null,
                null,
                view.version(),
                null,
                details,
                null,
                receipt.traceId());
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
