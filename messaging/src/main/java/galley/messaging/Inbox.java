package galley.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Applies received events once: the effects and the memory of having applied them are one
 * transaction. What can't be applied goes to {@code <topic>.<group>.dead-letter}, and the rest goes
 * on.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final String REMEMBER =
            """
            insert into inbox (consumer_group, event_id, received_at) values (?, ?, now())
            on conflict do nothing
            """;

    private final AgroalDataSource dataSource;
    private final Outbox outbox;
    private final EventHandlers handlers;
    private final InboxConfig config;
    private final InboxMetrics metrics;
    private final EventLog log;
    private final SubjectConfig subject;
    private final Tracer tracer;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Inbox(
            AgroalDataSource dataSource,
            Outbox outbox,
            EventHandlers handlers,
            InboxConfig config,
            InboxMetrics metrics,
            EventLog log,
            SubjectConfig subject,
            OpenTelemetry openTelemetry) {
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.handlers = handlers;
        this.config = config;
        this.metrics = metrics;
        this.log = log;
        this.subject = subject;
        this.tracer = openTelemetry.getTracer("galley.messaging");
    }

    /**
     * Applies a batch in order, each event that this group has not seen once. Transient faults of
     * the database or the broker are waited out, however long they take; an event that can't be
     * handled becomes a dead letter, and the rest goes on. When it returns, every record is dealt
     * with and its offset may be committed. The group's {@link EventHandler} is called in a
     * transaction of the inbox's own, with the record's consumer span as the current one.
     *
     * @param group the consumer group
     * @param records the batch; may be empty
     * @throws IllegalStateException when the program is being stopped while it waits; nothing of
     *     the batch's rest is applied then, so that it comes again
     */
    public void receive(String group, ConsumerRecords<String, byte[]> records) {
        EventHandler handler =
                handlers.of(group)
                        .orElseThrow(
                                () -> new IllegalArgumentException("No handler is for " + group));
        if (records.isEmpty() || appliedTogether(group, records, handler)) {
            return;
        }
        for (ConsumerRecord<String, byte[]> record : records) {
            applyAlone(group, record, handler);
        }
    }

    private boolean appliedTogether(
            String group, ConsumerRecords<String, byte[]> records, EventHandler handler) {
        try {
            inTransaction(
                    () -> {
                        for (ConsumerRecord<String, byte[]> record : records) {
                            apply(group, record, handler);
                        }
                    });
            return true;
        } catch (Exception | StackOverflowError e) {
            LOG.debugf(e, "A batch of %d for %s goes one by one", records.count(), group);
            return false;
        }
    }

    private void applyAlone(
            String group, ConsumerRecord<String, byte[]> record, EventHandler handler) {
        int failures = 0;
        for (int attempt = 1; ; attempt++) {
            try {
                inTransaction(() -> apply(group, record, handler));
                return;
            } catch (Exception | StackOverflowError e) {
                Fault fault = Fault.of(e);
                if (fault == Fault.UNREADABLE
                        || (fault == Fault.UNKNOWN && ++failures >= config.tries())) {
                    putAside(group, record, e);
                    return;
                }
                warn(attempt, "is tried again", record, e);
                pause(attempt);
            }
        }
    }

    private void apply(String group, ConsumerRecord<String, byte[]> record, EventHandler handler)
            throws UnreadableEventException, SQLException {
        IncomingEvent event = IncomingEvents.read(record);
        if (remember(group, event.id())) {
            handle(group, event, record, handler);
        }
    }

    /**
     * Applies a record that was put aside, in the caller's transaction. It is remembered since it
     * was; remembering it again counts where that was long ago.
     */
    void applyAgain(String group, ConsumerRecord<String, byte[]> record, EventHandler handler)
            throws UnreadableEventException, SQLException {
        IncomingEvent event = IncomingEvents.read(record);
        remember(group, event.id());
        handle(group, event, record, handler);
    }

    private void handle(
            String group,
            IncomingEvent event,
            ConsumerRecord<String, byte[]> record,
            EventHandler handler)
            throws UnreadableEventException {
        Span span = span(record);
        long began = System.nanoTime();
        try (Scope _ = context(span, record).makeCurrent();
                Scope _ = log.about(record)) {
            handler.on(event);
            metrics.handled(group, Duration.ofNanos(System.nanoTime() - began));
        } catch (Exception | StackOverflowError e) {
            span.recordException(e);
            throw e;
        } finally {
            span.end();
        }
    }

    private void putAside(String group, ConsumerRecord<String, byte[]> record, Throwable reason) {
        try (Scope _ = Traces.context(record.headers()).makeCurrent();
                Scope _ = log.about(record)) {
            LOG.errorf(reason, "%s can't be handled by %s: dead letter", at(record), group);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                inTransaction(() -> appendDeadLetter(group, record, reason));
                return;
            } catch (Exception e) {
                warn(attempt, "could not be put aside", record, e);
                pause(attempt);
            }
        }
    }

    private void appendDeadLetter(
            String group, ConsumerRecord<String, byte[]> record, Throwable reason)
            throws SQLException {
        if (!remember(group, idOf(record))) {
            return;
        }
        Failure failure = Failure.of(reason);
        Span span = span(record);
        try (Scope _ = context(span, record).makeCurrent();
                Scope _ = log.about(record);
                Connection connection = dataSource.getConnection()) {
            DeadLetterTable.insert(connection, group, record, failure);
            outbox.forward(
                    record,
                    record.topic() + "." + group + ".dead-letter",
                    DeadLetterHeaders.of(record, group, failure));
            metrics.putAside(group);
        } finally {
            span.end();
        }
    }

    /** The event's id; where it can't be read, one that is made from the record's position. */
    private static UUID idOf(ConsumerRecord<String, byte[]> record) {
        try {
            return IncomingEvents.read(record).id();
        } catch (UnreadableEventException _) {
            return UUID.nameUUIDFromBytes(at(record).getBytes(StandardCharsets.UTF_8));
        }
    }

    private boolean remember(String group, UUID id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
            insert.setString(1, group);
            insert.setObject(2, id);
            return insert.executeUpdate() == 1;
        }
    }

    private Span span(ConsumerRecord<String, byte[]> record) {
        Span span =
                tracer.spanBuilder(record.topic() + " process")
                        .setParent(Traces.context(record.headers()))
                        // the request that asks for a retry; there is none when the record arrives
                        .addLink(Span.current().getSpanContext())
                        .setSpanKind(SpanKind.CONSUMER)
                        .setAttribute("messaging.system", "kafka")
                        .setAttribute("messaging.destination.name", record.topic())
                        .startSpan();
        return record.key() == null
                ? span
                : span.setAttribute(subject.spanAttribute(), record.key());
    }

    private static Context context(Span span, ConsumerRecord<String, byte[]> record) {
        return Origin.in(Context.current().with(span), Origin.of(record.headers()));
    }

    private void inTransaction(Work work) {
        QuarkusTransaction.requiringNew()
                .timeout((int) config.transactionTimeout().toSeconds())
                .call(
                        () -> {
                            work.run();
                            return null;
                        });
    }

    /** Says so less and less often, with all there is to know the first time. */
    private void warn(
            int attempt, String what, ConsumerRecord<String, byte[]> record, Throwable reason) {
        try (Scope _ = Traces.context(record.headers()).makeCurrent();
                Scope _ = log.about(record)) {
            if (attempt == 1) {
                LOG.warnf(reason, "%s %s", at(record), what);
            } else if (Integer.bitCount(attempt) == 1) {
                LOG.warnf("%s %s after try %d: %s", at(record), what, attempt, reason);
            }
        }
    }

    private void pause(int attempt) {
        long longest = config.maxPause().toMillis();
        long pause = Math.min(longest, config.minPause().toMillis() << Math.min(attempt - 1, 20));
        try {
            if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The inbox is being stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The inbox was interrupted", e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private static String at(ConsumerRecord<String, byte[]> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    private interface Work {
        void run() throws Exception;
    }
}
