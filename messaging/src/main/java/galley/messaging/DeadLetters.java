package galley.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import galley.messaging.DeadLetterDecision.AlreadyDecided;
import galley.messaging.DeadLetterDecision.BehindAnother;
import galley.messaging.DeadLetterDecision.Done;
import galley.messaging.DeadLetterDecision.FailedAgain;
import galley.messaging.DeadLetterDecision.Missing;
import galley.messaging.DeadLetterDecision.NoHandler;

/**
 * The events that this service could not handle. They wait until somebody retries them, after the
 * cause is mended, or discards them.
 */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final AgroalDataSource dataSource;
    private final Inbox inbox;
    private final EventHandlers handlers;
    private final InboxConfig config;

    DeadLetters(
            AgroalDataSource dataSource, Inbox inbox, EventHandlers handlers, InboxConfig config) {
        this.dataSource = dataSource;
        this.inbox = inbox;
        this.handlers = handlers;
        this.config = config;
    }

    /**
     * Letters in the order in which they failed first.
     *
     * @param time when the letter failed after which the list begins; null for the list's start
     * @param id that letter's id; null with the time
     * @param limit how many at most
     */
    public List<DeadLetter> list(DeadLetterFilter filter, Instant time, UUID id, int limit) {
        return read(connection -> DeadLetterTable.list(connection, filter, time, id, limit));
    }

    /** The letter of an id. */
    public Optional<DeadLetter> find(UUID id) {
        return read(connection -> DeadLetterTable.find(connection, id));
    }

    /** The value of a letter's record; empty where it had none, or there is no such letter. */
    public Optional<byte[]> value(UUID id) {
        return read(connection -> DeadLetterTable.value(connection, id));
    }

    /**
     * Lets the group's handler apply the event after all, whether or not the inbox remembers it, in
     * one transaction with the letter's new state and as a step of the trace that the event came
     * with. When that fails, nothing is changed but the letter's reason and number of tries. Of
     * several calls at once one applies it.
     *
     * @param decidedBy who wants it
     */
    public DeadLetterDecision retry(UUID id, String decidedBy) {
        try {
            return inTransaction(connection -> retry(connection, id, decidedBy));
        } catch (Exception | StackOverflowError e) {
            if (Fault.of(e) == Fault.TRANSIENT) {
                throw e; // says nothing about the event
            }
            return failedAgain(id, decidedBy, e);
        }
    }

    private DeadLetterDecision retry(Connection connection, UUID id, String decidedBy)
            throws SQLException, UnreadableEventException {
        DeadLetter letter = DeadLetterTable.lock(connection, id).orElse(null);
        if (letter == null) {
            return new Missing();
        }
        if (letter.state() != DeadLetter.State.WAITING) {
            return new AlreadyDecided(letter);
        }
        Optional<UUID> older = DeadLetterTable.older(connection, letter);
        if (older.isPresent()) {
            return new BehindAnother(older.get());
        }
        Optional<EventHandler> handler = handlers.of(letter.group());
        if (handler.isEmpty()) {
            return new NoHandler(letter.group());
        }
        inbox.applyAgain(letter.group(), DeadLetterTable.record(connection, id), handler.get());
        return decide(connection, letter, DeadLetter.State.RETRIED, decidedBy, null);
    }

    private DeadLetterDecision failedAgain(UUID id, String decidedBy, Throwable thrown) {
        Failure failure = Failure.of(thrown);
        LOG.infof(
                thrown,
                "Dead letter %s failed again when %s retried it: %s",
                id,
                decidedBy,
                failure.reason());
        return inTransaction(
                connection -> {
                    DeadLetterTable.failedAgain(connection, id, failure);
                    return DeadLetterTable.find(connection, id)
                            .<DeadLetterDecision>map(
                                    letter ->
                                            letter.state() == DeadLetter.State.WAITING
                                                    ? new FailedAgain(letter)
                                                    : new AlreadyDecided(letter))
                            .orElseGet(Missing::new);
                });
    }

    /**
     * Decides that an event will not be handled. Its record stays in the dead-letter topic.
     *
     * @param decidedBy who wants it
     * @param note why
     */
    public DeadLetterDecision discard(UUID id, String decidedBy, String note) {
        return inTransaction(
                connection -> {
                    DeadLetter letter = DeadLetterTable.lock(connection, id).orElse(null);
                    if (letter == null) {
                        return new Missing();
                    }
                    if (letter.state() != DeadLetter.State.WAITING) {
                        return new AlreadyDecided(letter);
                    }
                    return decide(connection, letter, DeadLetter.State.DISCARDED, decidedBy, note);
                });
    }

    private static Done decide(
            Connection connection,
            DeadLetter letter,
            DeadLetter.State state,
            String decidedBy,
            String note)
            throws SQLException {
        DeadLetterTable.decide(connection, letter.id(), state, decidedBy, note);
        return new Done(DeadLetterTable.find(connection, letter.id()).orElseThrow());
    }

    private DeadLetterDecision inTransaction(Work<DeadLetterDecision> work) {
        DeadLetterDecision decision =
                QuarkusTransaction.requiringNew()
                        .timeout((int) config.transactionTimeout().toSeconds())
                        .call(
                                () -> {
                                    try (Connection connection = dataSource.getConnection()) {
                                        return work.with(connection);
                                    }
                                });
        if (decision instanceof Done(DeadLetter letter)) {
            LOG.infof(
                    "Dead letter %s (%s/%d/%d of %s) was %s by %s",
                    letter.id(),
                    letter.topic(),
                    letter.partition(),
                    letter.offset(),
                    letter.group(),
                    letter.state().name().toLowerCase(Locale.ROOT),
                    letter.decidedBy());
        }
        return decision;
    }

    private <T> T read(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (Exception e) {
            throw new MessagingException("The dead letters could not be read", e);
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException, UnreadableEventException;
    }
}
