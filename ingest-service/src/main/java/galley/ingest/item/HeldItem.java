package galley.ingest.item;

import java.util.UUID;

import galley.events.ItemContent;
import galley.ingest.source.Source;

/** An item that nobody else changes until the caller's transaction ends. */
public final class HeldItem {
    private final Item item;
    private final ItemRevision said;
    private final Source source;

    HeldItem(Item item, ItemRevision said, Source source) {
        this.item = item;
        this.said = said;
        this.source = source;
    }

    /** Its id. */
    public UUID id() {
        return item.id;
    }

    /** Whether what it says now is this revision. */
    public boolean isAt(long revision) {
        return item.revision == revision;
    }

    /** What it says now. */
    public ItemContent content() {
        return said.content;
    }

    Item item() {
        return item;
    }

    ItemRevision said() {
        return said;
    }

    Source source() {
        return source;
    }
}
