package galley.benchmarks.similarity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import galley.benchmarks.Spread;
import galley.ingest.similarity.Signature;
import galley.ingest.similarity.SignatureTable;
import galley.ingest.similarity.Standing;

/**
 * Texts that come in, each in a transaction: every fourth is an edited copy of one in the tables.
 */
final class Arrivals {
    static final int ALONE = 5000;
    static final int CLIENTS = 8;
    static final int EACH = 1500;

    private final Rows rows;
    private final Newsroom newsroom;
    private final AtomicInteger next = new AtomicInteger(1 << 28);

    Arrivals(Rows rows, Newsroom newsroom) {
        this.rows = rows;
        this.newsroom = newsroom;
    }

    /** What one arrival took, in milliseconds. */
    private record Took(double lookUp, double write, double commit) {}

    /** What many took, in milliseconds. */
    record Latencies(Spread lookUp, Spread write, Spread both, Spread commit) {}

    /** Measures arrivals one after the other. */
    Latencies alone() throws SQLException {
        var texts = texts(ALONE);
        List<Took> took;
        try (Connection connection = connect()) {
            take(connection, texts(ALONE / 10)); // of a cold JVM: left out
            took = take(connection, texts);
        }
        return new Latencies(
                new Spread(took.stream().mapToDouble(Took::lookUp).toArray()),
                new Spread(took.stream().mapToDouble(Took::write).toArray()),
                new Spread(took.stream().mapToDouble(one -> one.lookUp + one.write).toArray()),
                new Spread(took.stream().mapToDouble(Took::commit).toArray()));
    }

    /** How many arrivals a second several clients reach. */
    double perSecond() throws Exception {
        List<Callable<Object>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            var texts = texts(EACH);
            clients.add(
                    () -> {
                        try (Connection connection = connect()) {
                            return take(connection, texts);
                        }
                    });
        }
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            long begin = System.nanoTime();
            for (Future<Object> client : threads.invokeAll(clients)) {
                client.get();
            }
            return CLIENTS * EACH / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = rows.connect();
        connection.setAutoCommit(false);
        return connection;
    }

    /** The signatures of texts that have not come yet. */
    private List<Signature> texts(int count) {
        List<Signature> texts = new ArrayList<>();
        for (int number = next.getAndAdd(count); texts.size() < count; number++) {
            texts.add(rows.signature(text(number)));
        }
        return texts;
    }

    private List<String> text(int number) {
        if (number % 4 > 0) {
            return newsroom.text(number);
        }
        var random = new SplittableRandom(number);
        int known = random.nextInt(rows.count());
        return Edit.LIGHT.of(newsroom.text(known), new Edit.Room(newsroom, random, known));
    }

    private List<Took> take(Connection connection, List<Signature> texts) throws SQLException {
        List<Took> took = new ArrayList<>();
        for (Signature text : texts) {
            took.add(take(connection, text));
        }
        return took;
    }

    private Took take(Connection connection, Signature text) throws SQLException {
        var item = UUID.randomUUID();
        var source = Rows.source(Newsroom.SOURCES);
        try (var insert = connection.prepareStatement("insert into item values (?)")) {
            insert.setObject(1, item);
            insert.executeUpdate();
        }
        long begin = System.nanoTime();
        SignatureTable.hold(connection, text.bands().stream().sorted().toList());
        for (var known : SignatureTable.candidates(connection, text, source)) {
            known.signature().sameness(text);
        }
        long lookedUp = System.nanoTime();
        var standing = new Standing(Optional.of(text), Optional.empty(), null, null);
        SignatureTable.write(connection, item, item, source, standing);
        long written = System.nanoTime();
        connection.commit();
        long committed = System.nanoTime();
        return new Took(
                (lookedUp - begin) / 1e6, (written - lookedUp) / 1e6, (committed - written) / 1e6);
    }
}
