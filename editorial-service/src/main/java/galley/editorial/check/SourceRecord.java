package galley.editorial.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import galley.events.SourceRights;

/**
 * What ingest said of an article beside its text.
 *
 * @param rights what its source's rights record allows; null where it says nothing
 * @param expiresAt from when on the source wants this item not to be used; null for never
 * @param partial whether the item was only a teaser
 * @param words how many words a teaser has; null for other items, and where nobody counted
 * @param duplicateOf another article that says the same, or null
 * @param duplicates other articles that say the same as this and came later
 */
public record SourceRecord(
        SourceRights rights,
        Instant expiresAt,
        boolean partial,
        Integer words,
        UUID duplicateOf,
        List<UUID> duplicates) {
    /** Nothing is known, as of what the staff wrote. */
    public static final SourceRecord NONE =
            new SourceRecord(null, null, false, null, null, List.of());

    /** Copies the list. */
    public SourceRecord {
        duplicates = List.copyOf(duplicates);
    }

    /** The same with what is said of other articles, or of all of the source's. */
    SourceRecord with(SourceRights present, List<UUID> later) {
        return new SourceRecord(present, expiresAt, partial, words, duplicateOf, later);
    }
}
