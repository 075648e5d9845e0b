package galley.editorial.history;

import jakarta.persistence.Embeddable;

/**
 * Where an article's history ends: the hash of its newest entry. It stands in the article's row,
 * which whoever appends has locked, so that the next entry is chained to the right one and a newest
 * entry that goes missing is noticed.
 */
@Embeddable
public class Chain {
    /** What the first entry has in the place of the hash before it. */
    static final String START = "0".repeat(64);

    private String historyHash = START;

    /** Of an article without any history. */
    public Chain() {}

    /**
     * As it was read from the article's row.
     *
     * @param historyHash SHA-256 in hexadecimal
     */
    public Chain(String historyHash) {
        this.historyHash = historyHash;
    }

    /** The hash of the newest entry, in hexadecimal; 64 zeros before the first. */
    public String newest() {
        return historyHash;
    }

    /** Puts an entry behind the newest one; answers the entry's hash. */
    String extend(ChainedFields entry) {
        historyHash = entry.hash(historyHash);
        return historyHash;
    }
}
