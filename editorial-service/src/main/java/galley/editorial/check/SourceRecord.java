package galley.editorial.check;

import java.util.UUID;

import galley.events.SourceRights;

/**
 * What ingest said of an article beside its text.
 *
 * @param rights what its source's rights record allows; null where it says nothing
 * @param partial whether the item was only a teaser
 * @param duplicateOf another article that says the same, or null
 */
public record SourceRecord(SourceRights rights, boolean partial, UUID duplicateOf) {
    /** Nothing is known, as of what the staff wrote. */
    public static final SourceRecord NONE = new SourceRecord(null, false, null);
}
