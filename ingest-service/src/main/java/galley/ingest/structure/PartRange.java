package galley.ingest.structure;

/**
 * A part as the blocks that it is made of, counted from 0 as {@link galley.kit.html.Blocks} counts
 * them.
 *
 * @param first its first block
 * @param last its last block
 */
public record PartRange(PartType type, int first, int last) {

    /** Checks that there is a block. */
    public PartRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no blocks from %d to %d".formatted(first, last));
        }
    }

    boolean holds(int block) {
        return first <= block && block <= last;
    }

    /** As in a proposal, for example {@code reprint:3-17}. */
    @Override
    public String toString() {
        return "%s:%d-%d".formatted(type.wireName(), first, last);
    }
}
