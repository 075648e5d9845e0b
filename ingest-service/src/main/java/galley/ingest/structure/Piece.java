package galley.ingest.structure;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that was first published elsewhere, with what is said of it.
 *
 * @param first its first block
 * @param closing where lines begin that tell of it, or its end
 * @param end the block after the last one
 * @param credits what is said of it, the nearest last
 * @param ordinal which of the texts it is that a credit speaks of, from 0
 * @param siblings how many these are
 */
record Piece(int first, int closing, int end, List<Credit> credits, int ordinal, int siblings) {

    Piece endingAt(int block) {
        return new Piece(first, block, block, credits, ordinal, siblings);
    }

    Piece closingAt(int block) {
        return new Piece(first, block, end, credits, ordinal, siblings);
    }

    Piece with(Credit credit) {
        var more = new ArrayList<>(credits);
        more.add(credit);
        return new Piece(first, closing, end, more, ordinal, siblings);
    }

    boolean holds(int block) {
        return first <= block && block < end;
    }
}
