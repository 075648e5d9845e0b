package galley.benchmarks.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import galley.messaging.Lane;
import galley.messaging.OutboxTable;
import galley.messaging.OutgoingEvent;

/** Writes events as a service does: in transactions, over a connection of its own. One thread's. */
final class Writer implements AutoCloseable {
    static final String TYPE = "galley.benchmark.v1";
    static final String SOURCE = "/galley/benchmarks";

    private final Connection connection;
    private final String topic;
    private final List<String> keys;
    private final long[] revisions;
    private final Ledger ledger;
    private final Design design;
    private int next;

    /**
     * @param keys of its events, in turns; no other writer has any of them
     */
    Writer(FreshOutbox outbox, List<String> keys, Ledger ledger, Design design)
            throws SQLException {
        this.connection = outbox.connections().getConnection();
        connection.setAutoCommit(false);
        this.topic = outbox.name();
        this.keys = keys;
        this.revisions = new long[keys.size()];
        this.ledger = ledger;
        this.design = design;
    }

    /** Writes so many events, one for each of the next keys, in one transaction. */
    List<Journey> commit(int events) throws SQLException {
        List<Journey> journeys = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            String key = keys.get(next);
            Journey journey = new Journey(key, ++revisions[next]);
            next = (next + 1) % keys.size();
            byte[] data = Payload.of(key, journey.revision);
            var event = new OutgoingEvent(Lane.LIVE, topic, key, TYPE, journey.revision, data);
            ledger.written(OutboxTable.append(connection, event, SOURCE).toString(), journey);
            journeys.add(journey);
        }
        connection.commit();
        long committed = System.nanoTime();
        for (Journey journey : journeys) {
            journey.committed = committed;
            design.committed(journey.key);
        }
        return journeys;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
