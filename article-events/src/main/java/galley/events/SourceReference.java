package galley.events;

import java.util.UUID;

/**
 * The source that an item came from.
 *
 * @param url the address that is polled; null for a source that pushes
 */
public record SourceReference(UUID id, String name, String url) {}
