package galley.ingest.run;

import galley.kit.http.FetchException;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Why a run brought nothing; each with the problem that a fetch by hand is answered with. */
enum FetchFailure {
    /** The address leads where the operator lets nobody go. */
    REFUSED(422, "fetch-refused", "The address may not be fetched"),
    /** There is no such host, or nobody there. */
    UNREACHABLE(502, "fetch-unreachable", "The source can't be reached"),
    /** It takes too long. */
    TIMED_OUT(504, "fetch-timed-out", "The source takes too long"),
    /** The document is larger than is taken. */
    TOO_LARGE(502, "fetch-too-large", "The source's document is too large"),
    /** What came is no whole answer. */
    BROKEN(502, "fetch-broken", "The source's answer is broken"),
    /** The source's server says no. */
    STATUS(502, "fetch-status", "The source answers an error"),
    /** The document is of no known format, or broken. */
    UNREADABLE(422, "unreadable-document", "The document can't be read"),
    /** The source's credentials can't be opened. */
    CREDENTIALS(500, "credentials-sealed", "The source's credentials can't be opened"),
    /** The source was removed meanwhile. */
    REMOVED(404, "source-removed", "The source was removed"),

    /** The replica that fetched is gone. */
    LOST(503, "fetch-lost", "The fetch was lost"),
    /** Something failed here. */
    INTERNAL(500, "internal-error", "Internal error");

    private final int status;
    private final String type;
    private final String title;

    FetchFailure(int status, String type, String title) {
        this.status = status;
        this.type = type;
        this.title = title;
    }

    static FetchFailure of(FetchException failure) {
        return switch (failure) {
            case FetchException.RefusedAddress e -> REFUSED;
            case FetchException.Unreachable e -> UNREACHABLE;
            case FetchException.TimedOut e -> TIMED_OUT;
            case FetchException.TooLarge e -> TOO_LARGE;
            case FetchException.BrokenAnswer e -> BROKEN;
            case FetchException.CalledOff e -> LOST;
        };
    }

    /** The stable name, the last part of the problem's type. */
    String type() {
        return type;
    }

    Problem problem(String detail) {
        return Problems.of(status, type, title, detail);
    }
}
