package galley.editorial.history;

/**
 * Follows an article's chain entry by entry, and notes where it is broken first. The article's row
 * names the end: the last entry must be that one. Every article has an entry, the one that it began
 * with.
 */
final class ChainCheck {
    private final String end;
    private String previous = Chain.START;
    private Long firstBroken;
    private long entries;

    /**
     * Begins before the first entry.
     *
     * @param end the hash of the newest entry, as the article's row has it where the entries are as
     *     they will be seen
     */
    ChainCheck(String end) {
        this.end = end;
    }

    /** Looks at the next entry. */
    void see(ChainedEntry entry) {
        if (firstBroken == null && (previous.equals(end) || !entry.follows(previous))) {
            firstBroken = entry.id();
        }
        entries++;
        previous = entry.hash();
    }

    /** What was seen. */
    Verification result() {
        boolean ends = entries > 0 && previous.equals(end);
        return new Verification(
                entries, firstBroken == null && ends, firstBroken, entries == 0 ? null : previous);
    }
}
