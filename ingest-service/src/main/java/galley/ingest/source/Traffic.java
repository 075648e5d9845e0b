package galley.ingest.source;

import java.time.Instant;

/**
 * What a source has brought lately.
 *
 * @param lastItemAt when its newest item came, or null
 * @param itemsADay new items a day over the last week, or over its life where that is shorter
 * @param silent whether it has brought nothing for longer than it usually does
 */
record Traffic(Instant lastItemAt, double itemsADay, boolean silent) {}
