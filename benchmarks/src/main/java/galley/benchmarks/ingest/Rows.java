package galley.benchmarks.ingest;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import galley.localstack.Database;

/** Stores what an article leaves in the database, by itself. */
final class Rows {
    private static final int BATCH = 100;
    private static final String TABLES =
            """
            create table if not exists bench_document (sha256 text primary key, bytes bytea);
            create table if not exists bench_item (
                id uuid primary key, source_id uuid, identity text, hash text,
                unique (source_id, identity));
            create table if not exists bench_revision (
                item_id uuid, revision bigint, content jsonb, primary key (item_id, revision));
            create table if not exists bench_outbox (
                id uuid primary key, key text, sent_at timestamptz, payload bytea);
            create index if not exists bench_unsent on bench_outbox (key) where sent_at is null;
            """;

    private final Database database;
    private int stored;

    Rows(Database database) {
        this.database = database;
    }

    /** Stores as many articles as so many requests bring; answers how many were in a second. */
    double store(int requests) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            try (var statement = connection.createStatement()) {
                statement.execute(TABLES);
            }
            connection.setAutoCommit(false);
            int count = requests * Pusher.ARTICLES;
            var articles = IntStream.range(0, count).mapToObj(Articles::line).toList();
            long begin = System.nanoTime();
            for (int i = 0; i < count; i += BATCH) {
                store(articles.subList(i, i + BATCH), connection);
            }
            return count / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private void store(List<String> articles, Connection connection) throws SQLException {
        try (var document =
                        connection.prepareStatement("insert into bench_document values (?, ?)");
                var item =
                        connection.prepareStatement("insert into bench_item values (?, ?, ?, ?)");
                var revision =
                        connection.prepareStatement(
                                "insert into bench_revision values (?, 1, ?::jsonb)");
                var outbox =
                        connection.prepareStatement(
                                "insert into bench_outbox values (?, ?, null, ?)")) {
            document.setString(1, "document-" + stored);
            document.setBytes(2, String.join("\n", articles).getBytes(StandardCharsets.UTF_8));
            document.executeUpdate();
            var source = new UUID(0, 0);
            for (var article : articles) {
                var id = new UUID(1, stored++);
                item.setObject(1, id);
                item.setObject(2, source);
                item.setString(3, "bench-" + stored);
                item.setString(4, "hash-" + stored);
                item.addBatch();
                revision.setObject(1, id);
                revision.setString(2, article);
                revision.addBatch();
                outbox.setObject(1, id);
                outbox.setString(2, id.toString());
                outbox.setBytes(3, article.getBytes(StandardCharsets.UTF_8));
                outbox.addBatch();
            }
            item.executeBatch();
            revision.executeBatch();
            outbox.executeBatch();
            connection.commit();
        }
    }
}
