package galley.ingest.format;

import galley.events.ItemContent;

/**
 * An entry that was read.
 *
 * @param contentHash tells whether the entry says the same as before: over what the source wrote,
 *     so that neither a changed date nor a newer reader makes an old item look changed
 */
public record ReadItem(int position, String identity, String contentHash, ItemContent content)
        implements Entry {}
