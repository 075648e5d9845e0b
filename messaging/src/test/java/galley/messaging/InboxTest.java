package galley.messaging;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.testkit.Logged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(MessagingServers.class)
class InboxTest {
    private static final Logger LOG = Logger.getLogger(InboxTest.class);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACEPARENT = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final String ORIGIN = "00-" + "a".repeat(32) + "-b7ad6b7169203331-01";
    private static final AtomicInteger OFFSET = new AtomicInteger();

    @Inject Inbox inbox;
    @Inject MeterRegistry registry;
    @Inject Outbox outbox;
    @Inject AgroalDataSource dataSource;

    private final String source = "test." + UUID.randomUUID();
    private final TestTopic deadLetters =
            TestTopic.named(source + ".group.dead-letter", 1, Map.of());

    /** What a service keeps: an effect in the database, gone when the transaction is. */
    @BeforeEach
    void makeEffects() throws SQLException {
        execute("create table if not exists effect (topic text, what text)");
    }

    @Test
    void appliesAnEventOnce() throws SQLException {
        ConsumerRecord<String, byte[]> first = record("1");
        ConsumerRecord<String, byte[]> second = record("2");
        receive(List.of(first, second, first), this::apply);
        receive(List.of(second, first), this::apply);
        assertThat(effects()).containsExactly("1", "2");
    }

    @Test
    void appliesAnEventOnceForEachGroup() throws SQLException {
        ConsumerRecord<String, byte[]> record = record("1");
        inbox.receive("group", batch(List.of(record)), this::apply);
        inbox.receive("other", batch(List.of(record)), this::apply);
        assertThat(effects()).containsExactly("1", "1");
    }

    @Test
    void putsAsideWhatTheHandlerCantUnderstandAndGoesOn() throws SQLException {
        ConsumerRecord<String, byte[]> bad = record("bad");
        AtomicInteger tries = new AtomicInteger();
        EventHandler handler =
                event -> {
                    apply(event);
                    if (text(event).equals("bad")) {
                        tries.incrementAndGet();
                        throw new UnreadableEventException("no headline");
                    }
                };
        receive(List.of(record("1"), bad, record("2")), handler);
        receive(List.of(bad), handler);
        assertThat(effects()).containsExactly("1", "2");
        // Once in the batch, once alone.
        assertThat(tries).hasValue(2);
        ConsumerRecord<String, byte[]> letter = awaitDeadLetters(1).getFirst();
        assertThat(TestTopic.value(letter)).isEqualTo("bad");
        assertThat(letter.key()).isEqualTo("ferry");
        assertThat(TestTopic.header(letter, "ce_id")).isEqualTo(TestTopic.header(bad, "ce_id"));
        assertThat(TestTopic.header(letter, "dead-letter-reason")).isEqualTo("no headline");
        assertThat(TestTopic.header(letter, "dead-letter-topic")).isEqualTo(source);
        assertThat(TestTopic.header(letter, "dead-letter-group")).isEqualTo("group");
        assertThat(TestTopic.header(letter, "dead-letter-offset")).isEqualTo("" + bad.offset());
        assertThat(TestTopic.header(letter, "traceparent")).contains(TRACE);
    }

    @Test
    void putsAsideWhatFailsAgainAndAgain() throws SQLException {
        AtomicInteger tries = new AtomicInteger();
        receive(
                List.of(record("bad"), record("2")),
                event -> {
                    apply(event);
                    if (text(event).equals("bad")) {
                        tries.incrementAndGet();
                        throw new IllegalStateException("no such desk");
                    }
                });
        assertThat(effects()).containsExactly("2");
        assertThat(tries).hasValue(1 + 4);
        ConsumerRecord<String, byte[]> letter = awaitDeadLetters(1).getFirst();
        assertThat(TestTopic.header(letter, "dead-letter-reason")).isEqualTo("no such desk");
        assertThat(TestTopic.header(letter, "dead-letter-exception-class-name"))
                .isEqualTo(IllegalStateException.class.getName());
    }

    @Test
    void putsAsideWhatBreaksTheHandlerItself() throws SQLException {
        receive(
                List.of(record("bad"), record("2")),
                event -> {
                    apply(event);
                    if (text(event).equals("bad")) {
                        throw new NoClassDefFoundError("galley/Desk");
                    }
                });
        assertThat(effects()).containsExactly("2");
        awaitDeadLetters(1);
    }

    @Test
    void putsAsideWhatIsNoCloudEvent() throws SQLException {
        ConsumerRecord<String, byte[]> none = plain("no headers");
        ConsumerRecord<String, byte[]> garbled = record("garbled");
        garbled.headers().remove("ce_id").add("ce_id", new byte[] {(byte) 0xff, 0});
        ConsumerRecord<String, byte[]> empty =
                new ConsumerRecord<>(source, 0, OFFSET.getAndIncrement(), "ferry", null);
        receive(List.of(none, record("1"), garbled, empty), this::apply);
        receive(List.of(none), this::apply);
        assertThat(effects()).containsExactly("1");
        List<ConsumerRecord<String, byte[]>> letters = awaitDeadLetters(3);
        assertThat(letters.get(1).headers().lastHeader("ce_id").value())
                .isEqualTo(new byte[] {(byte) 0xff, 0});
        assertThat(letters.get(2).value()).isNull();
    }

    @Test
    void replacesStaleDeadLetterHeaders() {
        ConsumerRecord<String, byte[]> again = plain("again");
        again.headers().add("dead-letter-reason", "stale".getBytes(StandardCharsets.UTF_8));
        again.headers().add("dead-letter-offset", "17".getBytes(StandardCharsets.UTF_8));
        receive(List.of(again), this::apply);
        ConsumerRecord<String, byte[]> letter = awaitDeadLetters(1).getFirst();
        assertThat(letter.headers().headers("dead-letter-reason")).hasSize(1);
        assertThat(TestTopic.header(letter, "dead-letter-reason")).doesNotContain("stale");
        assertThat(TestTopic.header(letter, "dead-letter-offset")).isEqualTo("" + again.offset());
    }

    @Test
    void waitsOutADatabaseThatBreaksTheConnection() throws SQLException {
        AtomicInteger tries = new AtomicInteger();
        receive(
                List.of(record("1")),
                event -> {
                    apply(event);
                    // More often than an event may fail by itself.
                    if (tries.getAndIncrement() < 10) {
                        breakConnection();
                    }
                });
        assertThat(effects()).containsExactly("1");
        assertThat(deadLetters.records()).isEmpty();
    }

    @Test
    void carriesTheTraceIntoWhatTheHandlerAppends() {
        List<String> current = new ArrayList<>();
        TestTopic next = TestTopic.of(1);
        receive(
                List.of(record("1")),
                event -> {
                    current.add(Span.current().getSpanContext().getTraceId());
                    outbox.append(
                            new OutgoingEvent(
                                    Lane.LIVE, next.name(), "ferry", "t", 1, event.data()));
                });
        assertThat(current).containsExactly(TRACE);
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
        ConsumerRecord<String, byte[]> record =
                await().atMost(Duration.ofSeconds(60))
                        .until(next::records, records -> records.size() == 1)
                        .getFirst();
        assertThat(TestTopic.header(record, "traceparent")).contains(TRACE);
        assertThat(TestTopic.header(record, "ce_traceparent")).contains(TRACE);
    }

    @Test
    void whatAnEventLeadsToHasTheOriginOfTheEvent() {
        TestTopic next = TestTopic.of(1);
        ConsumerRecord<String, byte[]> received = record("1");
        received.headers().add("ce_traceparent", ORIGIN.getBytes(StandardCharsets.UTF_8));
        ConsumerRecord<String, byte[]> garbled = record("2");
        garbled.headers().add("ce_traceparent", "yesterday".getBytes(StandardCharsets.UTF_8));
        receive(
                List.of(received, garbled),
                event ->
                        outbox.append(
                                new OutgoingEvent(
                                        Lane.LIVE, next.name(), "ferry", "t", 1, event.data())));
        assertThat(Origin.current()).isNull();
        List<ConsumerRecord<String, byte[]>> records =
                await().atMost(Duration.ofSeconds(60))
                        .until(next::records, sent -> sent.size() == 2);
        assertThat(TestTopic.header(records.getFirst(), "ce_traceparent")).isEqualTo(ORIGIN);
        assertThat(TestTopic.header(records.getFirst(), "traceparent")).contains(TRACE);
        assertThat(TestTopic.header(records.getLast(), "ce_traceparent")).contains(TRACE);
    }

    @Test
    void whatIsLoggedAboutAnEventNamesItsKeyAndItsTrace() {
        try (Logged logged = new Logged("galley.messaging")) {
            receive(
                    List.of(record("1"), record("bad")),
                    event -> {
                        LOG.info("handling " + text(event));
                        if (text(event).equals("bad")) {
                            throw new IllegalStateException("no such desk");
                        }
                    });
            LOG.info("afterwards");
            for (String line : List.of("handling 1", "handling bad", "again", "dead letter")) {
                assertThat(logged.field("subject", line)).isNotEmpty().containsOnly("ferry");
                assertThat(logged.field("traceId", line)).isNotEmpty().containsOnly(TRACE);
            }
            assertThat(logged.field("subject", "afterwards")).containsExactly("null");
            assertThat(logged.field("traceId", "afterwards")).containsExactly("null");
        }
    }

    @Test
    void aFieldThatWasThereBeforeIsThereAfterwards() {
        MDC.put("subject", "the whole fleet");
        try (Logged logged = new Logged("galley.messaging")) {
            receive(List.of(record("1")), event -> LOG.info("handling"));
            LOG.info("afterwards");
            assertThat(logged.field("subject", "handling")).containsExactly("ferry");
            assertThat(logged.field("subject", "afterwards")).containsExactly("the whole fleet");
        } finally {
            MDC.remove("subject");
        }
    }

    @Test
    void countsForEachGroupWhatWasAppliedAndWhatWasPutAside() {
        MeterRegistry meters = new SimpleMeterRegistry();
        ((CompositeMeterRegistry) registry).add(meters);
        String group = "group." + UUID.randomUUID();
        EventHandler handler =
                event -> {
                    if (text(event).equals("bad")) {
                        throw new UnreadableEventException("no headline");
                    }
                };
        ConsumerRecord<String, byte[]> good = record("1");
        ConsumerRecord<String, byte[]> bad = record("bad");
        TestTopic.named(source + "." + group + ".dead-letter", 1, Map.of());
        inbox.receive(group, batch(List.of(good, record("2"), bad)), handler);
        // what comes again is not applied again
        inbox.receive(group, batch(List.of(good, bad)), handler);
        assertThat(meters.get("galley.inbox.handled").tag("group", group).timer().count())
                .isEqualTo(2);
        assertThat(meters.get("galley.inbox.dead.letters").tag("group", group).counter().count())
                .isEqualTo(1);
    }

    private void receive(List<ConsumerRecord<String, byte[]>> records, EventHandler handler) {
        inbox.receive("group", batch(records), handler);
    }

    private ConsumerRecords<String, byte[]> batch(List<ConsumerRecord<String, byte[]>> records) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(source, 0), records), Map.of());
    }

    private ConsumerRecord<String, byte[]> record(String data) {
        var event =
                CloudEventBuilder.v1()
                        .withId(UUID.randomUUID().toString())
                        .withSource(URI.create("/galley/test"))
                        .withType("galley.test.v1")
                        .withSubject("ferry")
                        .withExtension("sequence", "0000000001")
                        .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                        .build();
        var sent = KafkaMessageFactory.createWriter(source, "ferry").writeBinary(event);
        ConsumerRecord<String, byte[]> record = plain(data);
        sent.headers().forEach(record.headers()::add);
        record.headers().add("traceparent", TRACEPARENT.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private ConsumerRecord<String, byte[]> plain(String data) {
        return new ConsumerRecord<>(
                source,
                0,
                OFFSET.getAndIncrement(),
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                "ferry",
                data.getBytes(StandardCharsets.UTF_8),
                new RecordHeaders(),
                Optional.empty());
    }

    private void apply(IncomingEvent event) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into effect values (?, ?)")) {
            insert.setString(1, source);
            insert.setString(2, text(event));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void breakConnection() {
        try {
            execute("select pg_terminate_backend(pg_backend_pid())");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> effects() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select what from effect where topic = ? order by ctid")) {
            query.setString(1, source);
            List<String> effects = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    effects.add(rows.getString(1));
                }
            }
            return effects;
        }
    }

    private List<ConsumerRecord<String, byte[]>> awaitDeadLetters(int count) {
        return await().atMost(Duration.ofSeconds(60))
                .until(deadLetters::records, records -> records.size() == count);
    }

    private static String text(IncomingEvent event) {
        return new String(event.data(), StandardCharsets.UTF_8);
    }
}
