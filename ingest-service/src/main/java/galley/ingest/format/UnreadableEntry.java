package galley.ingest.format;

/**
 * An entry that could not be read, or must not be taken for what it seems.
 *
 * @param contentHash tells whether it is the entry that waits already
 * @param reason why, in a sentence for the source's admin
 */
public record UnreadableEntry(int position, String identity, String contentHash, String reason)
        implements Entry {

    /** Instead of an entry that was read as far as it goes, but must not come in. */
    public static UnreadableEntry of(Entry entry, String reason) {
        return new UnreadableEntry(entry.position(), entry.identity(), entry.contentHash(), reason);
    }
}
