package galley.ingest.item;

/**
 * What became of an entry.
 *
 * @param item the item that it is
 */
public record Taken(Item item, Outcome outcome) {

    /** What an entry meant for its item. */
    public enum Outcome {
        /** It is a new item. */
        NEW,
        /** It says something else than before. */
        UPDATED,
        /** It says the same. */
        UNCHANGED
    }
}
