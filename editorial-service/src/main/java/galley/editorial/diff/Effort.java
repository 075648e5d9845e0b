package galley.editorial.diff;

import java.util.List;
import java.util.Optional;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.AbstractDelta;

/**
 * How much may still be done to find differences. It is counted as it is done, since what two lists
 * take depends on how different they are: a short change of a long text is always found.
 */
final class Effort implements DiffAlgorithmListener {
    /**
     * Steps and comparisons for all texts of one answer together; about half a second of one
     * processor.
     */
    private static final long ONE_ANSWER = 20_000_000;

    private long left;
    private long kept;

    /** Takes how many steps and comparisons may be made. */
    Effort(long left) {
        this.left = left;
    }

    static Effort ofOneAnswer() {
        return new Effort(ONE_ANSWER);
    }

    /**
     * Where two lists differ, in their order; empty when that takes more than half of what is left.
     * The other half is for the texts that follow.
     */
    Optional<List<AbstractDelta<String>>> differences(List<String> before, List<String> after) {
        kept = left / 2;
        var algorithm = new MyersDiff<String>(this::areEqual);
        try {
            return Optional.of(DiffUtils.diff(before, after, algorithm, this).getDeltas());
        } catch (ExhaustedException e) {
            return Optional.empty();
        }
    }

    private boolean areEqual(String one, String other) {
        spend(1);
        return one.equals(other);
    }

    private void spend(long steps) {
        left -= steps;
        if (left < kept) {
            throw new ExhaustedException();
        }
    }

    @Override
    public void diffStep(int distance, int greatest) {
        // with each distance the algorithm looks at one more place than before
        spend(distance + 1L);
    }

    @Override
    public void diffStart() {
        // costs nothing
    }

    @Override
    public void diffEnd() {
        // costs nothing
    }

    /** The library has no other way to be stopped. */
    private static final class ExhaustedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ExhaustedException() {
            super(null, null, false, false);
        }
    }
}
