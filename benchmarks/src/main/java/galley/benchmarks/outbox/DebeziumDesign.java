package galley.benchmarks.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import org.apache.kafka.connect.source.SourceRecord;

/** Follows the database's log with the Debezium engine, in the process of the service. */
final class DebeziumDesign implements Design {
    private final FreshOutbox outbox;
    private final String slot;
    private LogRecords records;
    private DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private ExecutorService thread;
    private volatile String failure;

    DebeziumDesign(FreshOutbox outbox) throws SQLException {
        this.outbox = outbox;
        this.slot = outbox.name();
        // Retention deletes rows; nobody is to hear of that.
        outbox.execute("create publication outbox for table outbox with (publish = 'insert')");
    }

    @Override
    public void start() throws SQLException, InterruptedException {
        records = new LogRecords(outbox.bootstrapServers());
        CountDownLatch polling = new CountDownLatch(1);
        engine =
                DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                        .using(settings())
                        .using(
                                (boolean success, String message, Throwable error) -> {
                                    if (!success) {
                                        failure = message + ": " + error;
                                    }
                                })
                        .using(
                                new DebeziumEngine.ConnectorCallback() {
                                    @Override
                                    public void pollingStarted() {
                                        polling.countDown();
                                    }
                                })
                        .notifying(records)
                        .build();
        thread = Executors.newSingleThreadExecutor();
        thread.execute(engine);
        polling.await(30, TimeUnit.SECONDS);
        String streaming =
                "select from pg_replication_slots where active and slot_name = '%s'"
                        .formatted(slot);
        while (!outbox.has(streaming)) {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void committed(String key) {
        // The log tells.
    }

    @Override
    public void stop() {
        if (engine == null) {
            return;
        }
        try {
            engine.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread.close();
        records.close();
        engine = null;
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    /** A slot that nobody reads would make the server keep its log for ever. */
    @Override
    public void close() throws SQLException {
        stop();
        outbox.execute(
                """
                select pg_drop_replication_slot(slot_name) from pg_replication_slots
                where slot_name = '%s'
                """
                        .formatted(slot));
    }

    private Properties settings() {
        URI server = URI.create(outbox.database().url().substring("jdbc:".length()));
        Properties settings = new Properties();
        settings.put("name", "outbox");
        settings.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.put("topic.prefix", "galley");
        settings.put("database.hostname", server.getHost());
        settings.put("database.port", "" + server.getPort());
        settings.put("database.dbname", outbox.name());
        settings.put("database.user", outbox.database().user());
        settings.put("database.password", outbox.database().password());
        settings.put("plugin.name", "pgoutput");
        settings.put("slot.name", slot);
        settings.put("publication.name", "outbox");
        settings.put("publication.autocreate.mode", "disabled");
        settings.put("table.include.list", "public.outbox");
        settings.put("snapshot.mode", "no_data");
        settings.put("tombstones.on.delete", "false");
        settings.put("offset.storage", "org.apache.kafka.connect.storage.FileOffsetBackingStore");
        settings.put(
                "offset.storage.file.filename",
                outbox.servers().directory().resolve(slot + ".offsets").toString());
        settings.put("offset.flush.interval.ms", "1000");
        // A batch is handed over when it is full or this old; 500 ms unless set.
        settings.put("poll.interval.ms", "2");
        return settings;
    }
}
