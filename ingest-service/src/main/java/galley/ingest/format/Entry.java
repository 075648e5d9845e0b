package galley.ingest.format;

/** One entry of a document, read or not. */
public sealed interface Entry permits ReadItem, UnreadableEntry {

    /** Its number in the document, from 1. */
    int position();

    /** What it is known by within its source, at most {@link Identity#MAX_LENGTH} characters. */
    String identity();

    /** The same for entries that say the same. */
    String contentHash();
}
