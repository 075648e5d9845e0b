package galley.publish.rebuild;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.apache.kafka.common.TopicPartition;
import org.hibernate.Session;
import org.jboss.logging.Logger;

import galley.events.Topics;
import galley.messaging.EventHandler;
import galley.messaging.Fault;
import galley.messaging.LogRecord;
import galley.messaging.UnreadableEventException;
import galley.publish.edition.Replay;

/**
 * Writes the new edition. The records of a batch and the places up to which the log has been read
 * are one transaction: whoever goes on after a crash goes on exactly there.
 */
@ApplicationScoped
class NewEdition {
    private static final Logger LOG = Logger.getLogger(NewEdition.class);
    private static final String PAGES_GROUP = "publish-front-page";
    private static final int TRIES = 3;

    private final Rebuilds rebuilds;
    private final Staging staging;
    private final Replay replay;
    private final EventHandler pages;
    private final Session session;

    NewEdition(
            Rebuilds rebuilds,
            Staging staging,
            Replay replay,
            @All List<EventHandler> handlers,
            Session session) {
        this.rebuilds = rebuilds;
        this.staging = staging;
        this.replay = replay;
        this.session = session;
        this.pages =
                handlers.stream()
                        .filter(handler -> handler.groups().contains(PAGES_GROUP))
                        .findFirst()
                        .orElseThrow();
    }

    /**
     * Applies a batch in a transaction of its own. What can't be applied is noted as a problem, and
     * the rest goes on.
     *
     * @param positions the places after the batch
     */
    void write(UUID rebuild, List<LogRecord> records, Map<TopicPartition, Long> positions) {
        if (!isWrittenTogether(rebuild, records, positions)) {
            records.forEach(record -> writeAlone(rebuild, record));
            inTransaction(rebuild, () -> rebuilds.advance(rebuild, positions, records.size()));
        }
    }

    /** Applies records in the caller's transaction, all or none. */
    void apply(List<LogRecord> records) throws UnreadableEventException {
        staging.enter();
        for (var record : records) {
            apply(record);
        }
        session.clear();
        staging.leave();
    }

    private boolean isWrittenTogether(
            UUID rebuild, List<LogRecord> records, Map<TopicPartition, Long> positions) {
        try {
            inTransaction(
                    rebuild,
                    () -> {
                        apply(records);
                        rebuilds.advance(rebuild, positions, records.size());
                    });
            return true;
        } catch (NotOursException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.debugf(e, "%d events of the log go one by one", records.size());
            return false;
        }
    }

    /** Applying a record again changes nothing, so its place is only noted with the batch's. */
    private void writeAlone(UUID rebuild, LogRecord record) {
        for (int attempt = 1; ; attempt++) {
            try {
                inTransaction(rebuild, () -> apply(List.of(record)));
                return;
            } catch (NotOursException e) {
                throw e;
            } catch (RuntimeException | StackOverflowError e) {
                var fault = Fault.of(e);
                if (fault == Fault.TRANSIENT) {
                    throw e;
                }
                if (fault == Fault.UNREADABLE || attempt == TRIES) {
                    note(rebuild, record, e);
                    return;
                }
            }
        }
    }

    private void note(UUID rebuild, LogRecord record, Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var reason = String.valueOf(cause.getMessage());
        LOG.warnf(
                "%s/%d/%d can't be applied by a rebuild: %s",
                record.topic(), record.partition(), record.offset(), reason);
        inTransaction(rebuild, () -> rebuilds.problem(rebuild, record, reason));
    }

    private void apply(LogRecord record) throws UnreadableEventException {
        record.handle(record.topic().equals(Topics.FRONT_PAGE) ? pages::on : replay::on);
    }

    private void inTransaction(UUID rebuild, Work work) {
        QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            rebuilds.hold(rebuild);
                            work.run();
                            return null;
                        });
    }

    private interface Work {
        void run() throws UnreadableEventException;
    }
}
