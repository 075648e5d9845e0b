package galley.benchmarks.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.postgresql.ds.PGSimpleDataSource;

import galley.benchmarks.BenchmarkServers;
import galley.localstack.Database;
import galley.messaging.OutboxTable;

/** An empty outbox table in a database of its own, and an empty topic for what leaves it. */
final class FreshOutbox implements AutoCloseable {
    static final int PARTITIONS = 12;

    private final BenchmarkServers servers;
    private final String name = "outbox_" + UUID.randomUUID().toString().replace('-', '_');
    private final Database database;

    FreshOutbox(BenchmarkServers servers)
            throws SQLException, IOException, ExecutionException, InterruptedException {
        this.servers = servers;
        Database server = servers.postgres().superuser();
        String url = server.url().replaceFirst("/[^/?]+(\\?.*)?$", "/" + name);
        database = new Database(url, server.user(), server.password());
        execute(connections(server), "create database " + name);
        execute(migrations());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1))).all().get();
        }
    }

    /** The database's name and the topic's; fit to name what belongs to them, too. */
    String name() {
        return name;
    }

    Database database() {
        return database;
    }

    DataSource connections() {
        return connections(database);
    }

    String bootstrapServers() {
        return servers.kafka().bootstrapServers();
    }

    BenchmarkServers servers() {
        return servers;
    }

    void execute(String sql) throws SQLException {
        execute(connections(), sql);
    }

    /** Whether a query has a row. */
    boolean has(String query) throws SQLException {
        try (Connection connection = connections().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    @Override
    public void close() throws SQLException {
        execute(
                connections(servers.postgres().superuser()),
                "drop database %s with (force)".formatted(name));
    }

    private static void execute(DataSource connections, String sql) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DataSource connections(Database database) {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(database.url());
        connections.setUser(database.user());
        connections.setPassword(database.password());
        return connections;
    }

    private static String migrations() throws IOException {
        StringBuilder scripts = new StringBuilder();
        for (String file : OutboxTable.MIGRATIONS) {
            try (InputStream sql = FreshOutbox.class.getResourceAsStream(file)) {
                scripts.append(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return scripts.toString();
    }
}
