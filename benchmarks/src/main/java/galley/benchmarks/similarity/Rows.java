package galley.benchmarks.similarity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

import galley.ingest.similarity.Signature;
import galley.localstack.Database;

/** The tables of ingest's index, filled with the signatures of texts. */
final class Rows {
    private static final String MIGRATION = "/db/migration/V20260110_01__similarity.sql";
    private static final int CHUNK = 4000;

    private static final String ITEMS = "insert into item select unnest(?::uuid[])";

    private static final String SIGNATURES =
            """
            insert into similarity_signature (item_id, article_id, source_id, since, words, partial, sketch)
            select item, item, source, '2026-01-01Z', words, false, sketch
            from unnest(?::uuid[], ?::uuid[], ?::int[], ?::bytea[]) as t(item, source, words, sketch)
            """;

    private static final String BANDS =
            "insert into similarity_band select * from unnest(?::int[], ?::uuid[])";

    private final DataSource connections;
    private final Newsroom newsroom;
    private int count;

    Rows(Database database, Newsroom newsroom) throws SQLException, IOException {
        var server = new PGSimpleDataSource();
        server.setUrl(database.url());
        server.setUser(database.user());
        server.setPassword(database.password());
        this.connections = server;
        this.newsroom = newsroom;
        execute("create table item (id uuid primary key)");
        try (InputStream sql = Signature.class.getResourceAsStream(MIGRATION)) {
            execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** How many texts are in the tables. */
    int count() {
        return count;
    }

    Connection connect() throws SQLException {
        return connections.getConnection();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A number or a text that a query answers. */
    String ask(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The id of the item that has the text of this number; its article has the same. */
    static UUID item(int number) {
        return new UUID(0x7000L, Long.MIN_VALUE | number);
    }

    static UUID source(int number) {
        return new UUID(0x7001L, Long.MIN_VALUE | number);
    }

    Signature signature(List<String> text) {
        return Signature.of("", String.join(" ", text), false).orElseThrow();
    }

    /** Fills the tables with so many texts, without the indexes, and makes these again. */
    void fill(int texts) throws SQLException {
        execute(
                "alter table similarity_signature drop constraint"
                        + " similarity_signature_item_id_fkey");
        execute("alter table similarity_signature drop constraint similarity_signature_pkey");
        execute("drop index similarity_band_hash");
        try (Connection connection = connect()) {
            while (count < texts) {
                var rows =
                        IntStream.range(count, Math.min(texts, count + CHUNK))
                                .parallel()
                                .mapToObj(this::row)
                                .toList();
                insert(connection, rows);
                count += rows.size();
            }
        }
        execute("alter table similarity_signature add primary key (item_id)");
        execute(
                "alter table similarity_signature add foreign key (item_id) references item"
                        + " deferrable initially deferred");
        execute("create index similarity_band_hash on similarity_band (hash)");
        execute("vacuum analyze");
        execute("checkpoint");
    }

    private Row row(int number) {
        var signature = signature(newsroom.text(number));
        return new Row(item(number), source(number % Newsroom.SOURCES), signature);
    }

    private static void insert(Connection connection, List<Row> rows) throws SQLException {
        var items = rows.stream().map(Row::item).toArray();
        var sources = rows.stream().map(Row::source).toArray();
        var words = rows.stream().map(row -> row.signature.words()).toArray();
        var sketches = rows.stream().map(row -> row.signature.sketch()).toArray(byte[][]::new);
        List<Integer> bands = new ArrayList<>();
        List<UUID> itemsOfBands = new ArrayList<>();
        for (Row row : rows) {
            bands.addAll(row.signature.bands());
            itemsOfBands.addAll(Collections.nCopies(row.signature.bands().size(), row.item));
        }
        try (var item = connection.prepareStatement(ITEMS);
                var signature = connection.prepareStatement(SIGNATURES);
                var band = connection.prepareStatement(BANDS)) {
            item.setArray(1, connection.createArrayOf("uuid", items));
            item.executeUpdate();
            signature.setArray(1, connection.createArrayOf("uuid", items));
            signature.setArray(2, connection.createArrayOf("uuid", sources));
            signature.setArray(3, connection.createArrayOf("int", words));
            signature.setArray(4, connection.createArrayOf("bytea", sketches));
            signature.executeUpdate();
            band.setArray(1, connection.createArrayOf("int", bands.toArray()));
            band.setArray(2, connection.createArrayOf("uuid", itemsOfBands.toArray()));
            band.executeUpdate();
        }
    }

    /** A text among others. */
    private record Row(UUID item, UUID source, Signature signature) {}
}
