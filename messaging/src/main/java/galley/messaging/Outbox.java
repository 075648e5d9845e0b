package galley.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.agroal.api.AgroalDataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Where services leave their events: a row written in the transaction of the state change, sent to
 * Kafka after the commit, at least once, always with the same id and in order per topic and key.
 */
@ApplicationScoped
public class Outbox {
    private static final String WAITING =
            """
            select count(*) from (
                select from outbox
                where lane = ? and sent_at is null and retry_at is null limit ?) as waiting
            """;

    private final AgroalDataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final MessagingLifecycle relay;
    private final OutboxConfig config;

    Outbox(
            AgroalDataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            MessagingLifecycle relay,
            OutboxConfig config) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.relay = relay;
        this.config = config;
    }

    /**
     * Writes the event in the caller's transaction; it leaves once that has committed. It carries
     * on the {@linkplain Origin#current() current origin}.
     *
     * @return the event's {@code id}, a UUIDv7
     * @throws EventTooLargeException when one Kafka record can't hold it; the transaction must then
     *     be rolled back
     * @throws jakarta.transaction.TransactionalException when no transaction is active
     */
    @Transactional(TxType.MANDATORY)
    public UUID append(OutgoingEvent event) {
        OutboxRow row = OutboxTable.row(event, config.source());
        long size = row.size();
        if (size > config.maxRecordSize()) {
            throw new EventTooLargeException(size, config.maxRecordSize());
        }
        insert(row);
        return row.id();
    }

    /**
     * Sends again what was sent in a period, with the same ids: for what a broker has lost. What
     * was sent later of the same keys goes with it, so that the order of a key holds; kills go at
     * once, the rest in the bulk lane. Sent events are kept for {@link OutboxConfig#retention()}.
     *
     * @param from the period's start, inclusive
     * @param to the period's end, exclusive
     * @return how many events will be sent again
     */
    @Transactional
    public int resend(String topic, Instant from, Instant to) {
        try (Connection connection = dataSource.getConnection()) {
            return Resend.mark(connection, topic, from, to);
        } catch (SQLException e) {
            throw new MessagingException("The events could not be marked", e);
        }
    }

    /**
     * How many events of a lane wait to be sent; what the broker refused does not count.
     *
     * @param enough where counting ends, so that it costs little however many wait
     */
    public int waiting(Lane lane, int enough) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(WAITING)) {
            count.setString(1, lane.name());
            count.setInt(2, enough);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new MessagingException("The outbox could not be read", e);
        }
    }

    /** Writes a received record to another topic, with these headers, as {@link #append} does. */
    @Transactional(TxType.MANDATORY)
    void forward(ConsumerRecord<String, byte[]> original, String topic, Headers headers) {
        insert(OutboxTable.row(original, topic, headers, config.source()));
    }

    private void insert(OutboxRow row) {
        var pending = (PendingRows) transactions.getResource(PendingRows.class);
        if (pending == null) {
            pending = new PendingRows(dataSource, place -> relay.wake(place.lane(), place.key()));
            transactions.putResource(PendingRows.class, pending);
            transactions.registerInterposedSynchronization(pending);
        }
        pending.add(row);
    }
}
