package galley.kit.problem;

/** Failures that no client has caused, as clients learn of them. */
public final class Faults {
    private Faults() {}

    /**
     * The problem that answers a failure: 503 while the database is out of reach, else 500. What
     * failed is for the log, not for clients.
     */
    public static Problem problem(Exception failure) {
        return PlatformProblems.of(DatabaseAway.explains(failure) ? 503 : 500);
    }
}
