package galley.messaging;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

import org.apache.kafka.common.errors.RetriableException;

/** What to do about an event whose handling failed. */
public enum Fault {
    /** The database or the broker is at fault: try until it is well again. */
    TRANSIENT,
    /** The event can't be understood: no use in trying again. */
    UNREADABLE,
    /** Something else: try a few times. */
    UNKNOWN;

    /** Classes of SQLSTATE (PostgreSQL, appendix A) that say nothing about the event. */
    private static final Set<String> TRANSIENT_CLASSES =
            Set.of(
                    "08", // connection
                    "40", // rollback: serialization, deadlock
                    "53", // out of memory, disk, connections
                    "58"); // system error

    private static final Set<String> TRANSIENT_STATES =
            Set.of(
                    "25006", // read only: a standby answered during a failover
                    "55P03", // lock not available
                    "57P01", // server is shutting down
                    "57P02", // server crashed
                    "57P03", // server is starting
                    "57P05"); // idle session ended

    /** What a failure says, causes and all. */
    public static Fault of(Throwable failure) {
        int depth = 0;
        for (Throwable e = failure; e != null && depth < 50; e = e.getCause(), depth++) {
            if (e instanceof UnreadableEventException) {
                return UNREADABLE;
            }
            if (isTransient(e)) {
                return TRANSIENT;
            }
        }
        return UNKNOWN;
    }

    private static boolean isTransient(Throwable e) {
        return switch (e) {
            case SQLTransientException _, SQLRecoverableException _, RetriableException _ -> true;
            case SQLException sql when sql.getSQLState() != null ->
                    TRANSIENT_STATES.contains(sql.getSQLState())
                            || (sql.getSQLState().length() == 5
                                    && TRANSIENT_CLASSES.contains(
                                            sql.getSQLState().substring(0, 2)));
            // The pool gives no state when it has no connection to hand out.
            case SQLException sql ->
                    String.valueOf(sql.getMessage()).contains("cquisition timeout");
            default -> false;
        };
    }
}
