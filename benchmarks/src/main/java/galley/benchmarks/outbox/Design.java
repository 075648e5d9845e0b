package galley.benchmarks.outbox;

import java.sql.SQLException;

/** A way for events from the outbox table to the broker. */
interface Design extends AutoCloseable {

    /** Begins to send, also what was written before; can be done again after {@link #stop}. */
    void start() throws SQLException, InterruptedException;

    /** Hears of a commit in the process of the writer. */
    void committed(String key);

    /** Ends cleanly. */
    void stop() throws SQLException;

    /** Ends, and leaves nothing behind in the server. */
    @Override
    default void close() throws SQLException {
        stop();
    }
}
