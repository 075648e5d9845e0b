package galley.publish.subscription.delivery;

/**
 * How a subscriber took a test.
 *
 * @param delivered whether it answered 2xx
 * @param status what it answered; null for nothing
 * @param problem why it was not taken; null if it was
 * @param millis how long it took
 */
record TestResult(boolean delivered, Integer status, String problem, long millis) {

    static TestResult of(Outcome outcome, long millis) {
        return new TestResult(outcome.isTaken(), outcome.status(), outcome.problem(), millis);
    }
}
