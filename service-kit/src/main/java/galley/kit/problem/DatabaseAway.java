package galley.kit.problem;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells a database that is out of reach from a fault of ours. */
final class DatabaseAway {
    private static final int DEEPEST = 50;

    /** SQLSTATEs (PostgreSQL, appendix A) of a server that serves nobody just now. */
    private static final Set<String> STATES =
            Set.of(
                    "25006", // read only: a standby answered during a failover
                    "53300", // too many connections
                    "57P01", // is shutting down
                    "57P02", // crashed
                    "57P03"); // is starting

    private static final String CONNECTION_CLASS = "08";

    private DatabaseAway() {}

    /** Whether a failure came from the database's being out of reach, at any depth. */
    static boolean explains(Throwable failure) {
        int depth = 0;
        for (Throwable e = failure; e != null && depth < DEEPEST; e = e.getCause(), depth++) {
            if (e instanceof SQLException sql && isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException e) {
        if (e instanceof SQLTransientConnectionException || e instanceof SQLRecoverableException) {
            return true;
        }
        var state = e.getSQLState();
        // The pool gives no state when it has no connection to hand out.
        return state == null
                ? String.valueOf(e.getMessage()).contains("cquisition timeout")
                : state.startsWith(CONNECTION_CLASS) || STATES.contains(state);
    }
}
