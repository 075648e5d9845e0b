package galley.ingest.format;

/**
 * An entry that could not be read, or must not be taken for what it seems.
 *
 * @param reason why, in a sentence for the source's admin
 */
public record UnreadableEntry(int position, String identity, String reason) implements Entry {}
