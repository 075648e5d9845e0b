package galley.benchmarks.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Several writers at once. */
final class Load implements AutoCloseable {
    private final List<Writer> writers = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Ledger ledger;

    /**
     * @param writers how many
     * @param keys how many, spread over the writers
     */
    Load(FreshOutbox outbox, int writers, int keys, Ledger ledger, Design design)
            throws SQLException {
        this.ledger = ledger;
        for (int writer = 0; writer < writers; writer++) {
            List<String> own =
                    IntStream.iterate(writer, key -> key < keys, key -> key + writers)
                            .mapToObj(key -> "article-" + key)
                            .toList();
            this.writers.add(new Writer(outbox, own, ledger, design));
        }
    }

    /** So many transactions of one event a second, evenly spread. */
    List<Journey> paced(int perSecond, Duration duration) throws Exception {
        long interval = Duration.ofSeconds(writers.size()).toNanos() / perSecond;
        long begin = System.nanoTime() + interval;
        long count = duration.toNanos() / interval;
        return inParallel(
                writer -> {
                    List<Journey> journeys = new ArrayList<>();
                    long first = begin + interval * writers.indexOf(writer) / writers.size();
                    for (int i = 0; i < count; i++) {
                        waitUntil(first + i * interval);
                        journeys.addAll(writer.commit(1));
                    }
                    return journeys;
                });
    }

    /**
     * Transactions as fast as they go, as long as not too many events wait.
     *
     * @param batch how many events a transaction has
     * @param mostWaiting how many events may be under way before the writers pause
     */
    List<Journey> fed(int batch, int mostWaiting, Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        return inParallel(
                writer -> {
                    List<Journey> journeys = new ArrayList<>();
                    while (System.nanoTime() < end) {
                        if (ledger.underWay() < mostWaiting) {
                            journeys.addAll(writer.commit(batch));
                        } else {
                            LockSupport.parkNanos(500_000);
                        }
                    }
                    return journeys;
                });
    }

    /** So many events as fast as they go. */
    List<Journey> written(int events, int batch) throws Exception {
        return inParallel(
                writer -> {
                    List<Journey> journeys = new ArrayList<>();
                    while (journeys.size() < events / writers.size()) {
                        journeys.addAll(writer.commit(batch));
                    }
                    return journeys;
                });
    }

    private interface Work {
        List<Journey> by(Writer writer) throws SQLException;
    }

    private List<Journey> inParallel(Work work) throws InterruptedException, ExecutionException {
        List<Callable<List<Journey>>> tasks = new ArrayList<>();
        for (Writer writer : writers) {
            tasks.add(() -> work.by(writer));
        }
        List<Journey> all = new ArrayList<>();
        for (Future<List<Journey>> journeys : threads.invokeAll(tasks)) {
            all.addAll(journeys.get());
        }
        return all;
    }

    private static void waitUntil(long time) {
        long left = time - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = time - System.nanoTime();
        }
    }

    @Override
    public void close() throws SQLException {
        threads.close();
        for (Writer writer : writers) {
            writer.close();
        }
    }
}
