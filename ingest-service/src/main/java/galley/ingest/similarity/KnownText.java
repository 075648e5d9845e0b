package galley.ingest.similarity;

import java.time.Instant;
import java.util.UUID;

/**
 * A text that an item says now.
 *
 * @param article the item's article
 * @param source the item's source
 * @param since when the item began to say it; light edits since then don't count
 */
public record KnownText(UUID item, UUID article, UUID source, Instant since, Signature signature) {}
