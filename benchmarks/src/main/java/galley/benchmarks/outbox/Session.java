package galley.benchmarks.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import galley.benchmarks.BenchmarkServers;

/** A fresh outbox, one design, writers and a consumer. */
final class Session implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Makes a design over an outbox. */
    interface Maker {
        Design over(FreshOutbox outbox) throws Exception;
    }

    final Design design;
    final Load load;
    private final FreshOutbox outbox;
    private final Ledger ledger = new Ledger();
    private final Arrivals arrivals;

    /**
     * @param writers how many threads write
     * @param keys how many keys they write events for
     */
    Session(BenchmarkServers servers, Maker maker, int writers, int keys) throws Exception {
        outbox = new FreshOutbox(servers);
        design = maker.over(outbox);
        load = new Load(outbox, writers, keys, ledger, design);
        arrivals =
                new Arrivals(
                        outbox.bootstrapServers(), outbox.name(), FreshOutbox.PARTITIONS, ledger);
    }

    /** Waits until everything that was written has arrived, and checks how. */
    List<Journey> arrived(List<Journey> journeys) throws InterruptedException {
        ledger.awaitAll(PATIENCE);
        return journeys;
    }

    @Override
    public void close() throws SQLException {
        load.close();
        design.close();
        arrivals.close();
        // What arrived late would have been one too many.
        ledger.check();
        outbox.close();
    }
}
