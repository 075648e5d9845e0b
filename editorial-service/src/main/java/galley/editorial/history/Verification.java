package galley.editorial.history;

/**
 * Whether an article's history is what it was.
 *
 * @param entries how many there are
 * @param intact whether each entry hashes to what it says, and none is missing
 * @param firstBroken the number of the first entry that was changed, before which something is
 *     missing, or which stands behind the end that the article's row names; null where the history
 *     is intact, and where only its newest entries are missing
 * @param hash the newest entry's; null where there is none
 */
public record Verification(long entries, boolean intact, Long firstBroken, String hash) {}
