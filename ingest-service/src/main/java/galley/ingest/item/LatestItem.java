package galley.ingest.item;

import java.time.Instant;
import java.util.UUID;

import galley.events.ItemContent;

/**
 * An item as it is now.
 *
 * @param source the id of its source
 * @param receivedAt when what it says now came
 */
public record LatestItem(UUID id, UUID source, Instant receivedAt, ItemContent content) {}
