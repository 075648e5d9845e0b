package galley.ingest.item;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import galley.events.ItemContent;
import galley.ingest.routing.RoutingDecision;

/**
 * An item as clients see it: what was read, before anyone decided anything.
 *
 * @param source the id of its source
 * @param status always {@code accepted}: what was not is in the quarantine
 * @param reason what else came with it and was not accepted, or null
 */
public record ItemAnswer(
        UUID id,
        UUID source,
        String format,
        Instant receivedAt,
        String status,
        String reason,
        List<ReadArticle> articles) {

    /**
     * An article in an item.
     *
     * @param routing what rules decided when it came, and why; null where none applied
     */
    public record ReadArticle(
            UUID articleId, @JsonUnwrapped ItemContent content, RoutingDecision routing) {}

    static ItemAnswer of(Item item, ItemRevision said) {
        return new ItemAnswer(
                item.id,
                item.sourceId,
                said.format,
                said.receivedAt,
                "accepted",
                null,
                List.of(new ReadArticle(item.articleId, said.content, said.routing)));
    }

    /** Those that came in one document; it is known by the first. */
    static ItemAnswer of(List<ItemAnswer> together, String reason) {
        var first = together.getFirst();
        return new ItemAnswer(
                first.id,
                first.source,
                first.format,
                first.receivedAt,
                first.status,
                reason,
                together.stream().flatMap(item -> item.articles.stream()).toList());
    }
}
