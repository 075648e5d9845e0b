package galley.benchmarks.structure;

/**
 * How many facts of a sort were proposed.
 *
 * @param right proposed and so
 * @param wrong proposed and not so
 * @param missed so and not proposed
 */
record Score(int right, int wrong, int missed) {

    /** Of all that was proposed, how much is so, from 0 to 1. */
    double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /** Of all that is so, how much was proposed, from 0 to 1. */
    double recall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    Score plus(Score other) {
        return new Score(right + other.right, wrong + other.wrong, missed + other.missed);
    }
}
