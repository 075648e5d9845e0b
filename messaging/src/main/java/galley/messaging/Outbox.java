package galley.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.agroal.api.AgroalDataSource;
import org.apache.kafka.common.header.Headers;

/**
 * Where services leave their events: a row written in the transaction of the state change, sent to
 * Kafka after the commit, at least once, always with the same id and in order per topic and key.
 */
@ApplicationScoped
public class Outbox {
    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();

    private final AgroalDataSource dataSource;
    private final OutboxConfig config;

    Outbox(AgroalDataSource dataSource, OutboxConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    /**
     * Writes the event in the caller's transaction; it leaves once that has committed. The current
     * OpenTelemetry span becomes its origin.
     *
     * @return the event's {@code id}, a UUIDv7
     * @throws EventTooLargeException when one Kafka record can't hold it; the transaction must then
     *     be rolled back
     * @throws jakarta.transaction.TransactionalException when no transaction is active
     */
    @Transactional(TxType.MANDATORY)
    public UUID append(OutgoingEvent event) {
        OutboxRow row =
                new OutboxRow(
                        IDS.generate(),
                        event.lane(),
                        event.topic(),
                        event.key(),
                        event.type(),
                        event.sequence(),
                        config.source(),
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        Traces.currentTraceparent(),
                        null,
                        event.data());
        long size = row.size();
        if (size > config.maxRecordSize()) {
            throw new EventTooLargeException(size, config.maxRecordSize());
        }
        insert(row);
        return row.id();
    }

    /** Writes a record with headers of its own, as {@link #append} does. */
    @Transactional(TxType.MANDATORY)
    void appendAsIs(String topic, String key, String type, Headers headers, byte[] data) {
        insert(
                new OutboxRow(
                        IDS.generate(),
                        Lane.LIVE,
                        topic,
                        key == null ? "" : key,
                        type,
                        0,
                        config.source(),
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        Traces.currentTraceparent(),
                        headers,
                        data));
    }

    private void insert(OutboxRow row) {
        try (Connection connection = dataSource.getConnection()) {
            OutboxTable.insert(connection, row);
        } catch (SQLException e) {
            throw new MessagingException("The event could not be written to the outbox", e);
        }
    }
}
