package galley.ingest.intake;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a document brought.
 *
 * @param seen all of its entries; the sum of the others
 * @param added items that are new
 * @param updated items that say something else than before
 * @param unchanged items that say the same
 * @param quarantined entries that can't be taken in
 */
public record Counts(
        int seen, @JsonProperty("new") int added, int updated, int unchanged, int quarantined) {
    /** Nothing at all. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                seen + other.seen,
                added + other.added,
                updated + other.updated,
                unchanged + other.unchanged,
                quarantined + other.quarantined);
    }

    Counts plusAdded() {
        return new Counts(seen + 1, added + 1, updated, unchanged, quarantined);
    }

    Counts plusUpdated() {
        return new Counts(seen + 1, added, updated + 1, unchanged, quarantined);
    }

    Counts plusUnchanged() {
        return new Counts(seen + 1, added, updated, unchanged + 1, quarantined);
    }

    Counts plusQuarantined() {
        return new Counts(seen + 1, added, updated, unchanged, quarantined + 1);
    }
}
