package galley.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.postgresql.ds.PGSimpleDataSource;

import galley.localstack.Database;
import galley.testkit.GalleyServers;

/** An outbox in a database of its own, without a container. */
final class TestOutbox {
    private static final AtomicInteger COUNT = new AtomicInteger();

    final Database database;
    final DataSource dataSource;

    TestOutbox() {
        Database server = GalleyServers.shared().postgres().superuser();
        String name = "messaging_" + COUNT.incrementAndGet();
        execute(connections(server), "create database " + name);
        String url = server.url().replaceFirst("/[^/?]+(\\?.*)?$", "/" + name);
        database = new Database(url, server.user(), server.password());
        dataSource = connections(database);
        execute(dataSource, migrations());
    }

    static DataSource connections(Database database) {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(database.url());
        connections.setUser(database.user());
        connections.setPassword(database.password());
        return connections;
    }

    /** A relay over it; not started. */
    OutboxRelay relay() {
        return relay(dataSource, GalleyServers.shared().kafka().bootstrapServers());
    }

    static OutboxRelay relay(DataSource connections, String bootstrapServers) {
        return new OutboxRelay(
                connections,
                Map.of("bootstrap.servers", bootstrapServers),
                new TestConfig(),
                new SimpleMeterRegistry(),
                OpenTelemetry.noop());
    }

    /** Writes an event and commits. */
    UUID append(Lane lane, String topic, String key, long sequence) {
        return append(lane, topic, key, sequence, key + " " + sequence);
    }

    UUID append(Lane lane, String topic, String key, long sequence, String data) {
        try (Connection connection = dataSource.getConnection()) {
            return append(connection, lane, topic, key, sequence, data);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static UUID append(
            Connection connection, Lane lane, String topic, String key, long sequence, String data)
            throws SQLException {
        return OutboxTable.append(
                connection,
                new OutgoingEvent(
                        lane,
                        topic,
                        key,
                        "galley.test.v1",
                        sequence,
                        data.getBytes(StandardCharsets.UTF_8)),
                "/galley/test");
    }

    /** Answers the number that a query gives. */
    long count(String query) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long unsent() {
        return count("select count(*) from outbox where sent_at is null");
    }

    void execute(String sql) {
        execute(dataSource, sql);
    }

    private static void execute(DataSource connections, String sql) {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String migrations() {
        StringBuilder scripts = new StringBuilder();
        for (String file : OutboxTable.MIGRATIONS) {
            try (InputStream sql = TestOutbox.class.getResourceAsStream(file)) {
                scripts.append(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return scripts.toString();
    }

    private record TestConfig() implements OutboxConfig {
        @Override
        public String source() {
            return "/galley/test";
        }

        @Override
        public int maxRecordSize() {
            return 1_000_000;
        }

        @Override
        public boolean relayEnabled() {
            return true;
        }

        @Override
        public Duration pollInterval() {
            return Duration.ofMillis(50);
        }

        @Override
        public int batchSize() {
            return 500;
        }

        @Override
        public int bulkBatchSize() {
            return 50;
        }

        @Override
        public Duration ackTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration retention() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration purgeInterval() {
            return Duration.ofMinutes(10);
        }
    }
}
