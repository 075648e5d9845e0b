package galley.editorial.history;

/**
 * Follows an article's chain entry by entry, and notes where it is broken first. The end that the
 * article's row names must be among the entries; those behind it were appended meanwhile.
 */
final class ChainCheck {
    private final String end;
    private String previous = Chain.START;
    private String newest;
    private Long firstBroken;
    private long entries;
    private boolean sawEnd;

    /**
     * Begins before the first entry.
     *
     * @param end the hash of the newest entry, as the article's row had it before the entries were
     *     read
     */
    ChainCheck(String end) {
        this.end = end;
        this.sawEnd = end.equals(Chain.START);
    }

    /** Looks at the next entry. */
    void see(ChainedEntry entry) {
        if (firstBroken == null && !entry.follows(previous)) {
            firstBroken = entry.id();
        }
        entries++;
        newest = entry.hash();
        previous = entry.hash();
        sawEnd |= end.equals(entry.hash());
    }

    /** What was seen. */
    Verification result() {
        return new Verification(entries, firstBroken == null && sawEnd, firstBroken, newest);
    }
}
