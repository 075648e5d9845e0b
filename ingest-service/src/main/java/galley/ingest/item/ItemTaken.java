package galley.ingest.item;

import java.time.Instant;
import java.util.UUID;

import galley.events.ItemContent;
import galley.ingest.source.Source;

/**
 * An item says something new; told in the transaction that stores it.
 *
 * @param item its id
 * @param revision how often it has said something new, from 1
 * @param receivedAt when its source said so
 * @param fromPage whether it is its page that says so, and not its source
 */
public record ItemTaken(
        UUID item,
        long revision,
        Source source,
        ItemContent content,
        Instant receivedAt,
        boolean fromPage) {}
