package galley.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

import galley.testkit.Logged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(MessagingServers.class)
class InboxTest {
    private static final Logger LOG = Logger.getLogger(InboxTest.class);

    @Inject Inbox inbox;
    @Inject MeterRegistry registry;
    @Inject Outbox outbox;
    @Inject ExampleHandler handler;
    @Inject Effects effects;

    private final String topic = "test." + UUID.randomUUID();
    private final Arriving arriving = new Arriving(topic);
    private final TestTopic deadLetters =
            TestTopic.named(topic + ".group.dead-letter", 1, Map.of());

    @Test
    void appliesAnEventOnce() {
        ConsumerRecord<String, byte[]> first = arriving.event("1");
        ConsumerRecord<String, byte[]> second = arriving.event("2");
        receive(List.of(first, second, first), this::apply);
        receive(List.of(second, first), this::apply);
        assertThat(effects.of(topic)).containsExactly("1", "2");
    }

    @Test
    void appliesAnEventOnceForEachGroup() {
        ConsumerRecord<String, byte[]> record = arriving.event("1");
        handler.does(this::apply);
        inbox.receive("group", arriving.batch(List.of(record)));
        inbox.receive("other", arriving.batch(List.of(record)));
        assertThat(effects.of(topic)).containsExactly("1", "1");
    }

    @Test
    void putsAsideWhatTheHandlerCantUnderstandAndGoesOn() {
        ConsumerRecord<String, byte[]> bad = arriving.event("bad");
        AtomicInteger tries = new AtomicInteger();
        ExampleHandler.Work what =
                event -> {
                    apply(event);
                    if (Arriving.text(event).equals("bad")) {
                        tries.incrementAndGet();
                        throw new UnreadableEventException("no headline");
                    }
                };
        receive(List.of(arriving.event("1"), bad, arriving.event("2")), what);
        receive(List.of(bad), what);
        assertThat(effects.of(topic)).containsExactly("1", "2");
        // Once in the batch, once alone.
        assertThat(tries).hasValue(2);
        ConsumerRecord<String, byte[]> letter = awaitDeadLetters(1).getFirst();
        assertThat(TestTopic.value(letter)).isEqualTo("bad");
        assertThat(letter.key()).isEqualTo("ferry");
        assertThat(TestTopic.header(letter, "ce_id")).isEqualTo(TestTopic.header(bad, "ce_id"));
        assertThat(TestTopic.header(letter, "dead-letter-reason")).isEqualTo("no headline");
        assertThat(TestTopic.header(letter, "dead-letter-topic")).isEqualTo(topic);
        assertThat(TestTopic.header(letter, "dead-letter-group")).isEqualTo("group");
        assertThat(TestTopic.header(letter, "dead-letter-offset")).isEqualTo("" + bad.offset());
        assertThat(TestTopic.header(letter, "traceparent")).contains(Arriving.TRACE);
    }

    @Test
    void putsAsideWhatFailsAgainAndAgain() {
        AtomicInteger tries = new AtomicInteger();
        receive(
                List.of(arriving.event("bad"), arriving.event("2")),
                event -> {
                    apply(event);
                    if (Arriving.text(event).equals("bad")) {
                        tries.incrementAndGet();
                        throw new IllegalStateException("no such desk");
                    }
                });
        assertThat(effects.of(topic)).containsExactly("2");
        assertThat(tries).hasValue(1 + 4);
        ConsumerRecord<String, byte[]> letter = awaitDeadLetters(1).getFirst();
        assertThat(TestTopic.header(letter, "dead-letter-reason")).isEqualTo("no such desk");
        assertThat(TestTopic.header(letter, "dead-letter-exception-class-name"))
                .isEqualTo(IllegalStateException.class.getName());
    }

    @Test
    void putsAsideWhatBreaksTheHandlerItself() {
        receive(
                List.of(arriving.event("bad"), arriving.event("2")),
                event -> {
                    apply(event);
                    if (Arriving.text(event).equals("bad")) {
                        throw new NoClassDefFoundError("galley/Desk");
                    }
                });
        assertThat(effects.of(topic)).containsExactly("2");
        awaitDeadLetters(1);
    }

    @Test
    void putsAsideWhatIsNoCloudEvent() {
        ConsumerRecord<String, byte[]> none = arriving.plain("ferry", "no headers");
        ConsumerRecord<String, byte[]> garbled = arriving.event("garbled");
        garbled.headers().remove("ce_id").add("ce_id", new byte[] {(byte) 0xff, 0});
        ConsumerRecord<String, byte[]> empty = arriving.plain("ferry", null);
        receive(List.of(none, arriving.event("1"), garbled, empty), this::apply);
        receive(List.of(none), this::apply);
        assertThat(effects.of(topic)).containsExactly("1");
        List<ConsumerRecord<String, byte[]>> letters = awaitDeadLetters(3);
        assertThat(letters.get(1).headers().lastHeader("ce_id").value())
                .isEqualTo(new byte[] {(byte) 0xff, 0});
        assertThat(letters.get(2).value()).isNull();
    }

    @Test
    void replacesStaleDeadLetterHeaders() {
        ConsumerRecord<String, byte[]> again = arriving.plain("ferry", "again");
        again.headers().add("dead-letter-reason", "stale".getBytes(StandardCharsets.UTF_8));
        again.headers().add("dead-letter-offset", "17".getBytes(StandardCharsets.UTF_8));
        receive(List.of(again), this::apply);
        ConsumerRecord<String, byte[]> letter = awaitDeadLetters(1).getFirst();
        assertThat(letter.headers().headers("dead-letter-reason")).hasSize(1);
        assertThat(TestTopic.header(letter, "dead-letter-reason")).doesNotContain("stale");
        assertThat(TestTopic.header(letter, "dead-letter-offset")).isEqualTo("" + again.offset());
    }

    @Test
    void textThatTheDatabaseCantHoldStopsNothing() {
        ConsumerRecord<String, byte[]> bad = arriving.event("fer\0ry", "bad");
        bad.headers().add("na\0me", new byte[] {0});
        receive(
                List.of(bad, arriving.event("2")),
                event -> {
                    apply(event);
                    if (Arriving.text(event).equals("bad")) {
                        throw new UnreadableEventException("no \0 here");
                    }
                });
        assertThat(effects.of(topic)).containsExactly("2");
        assertThat(awaitDeadLetters(1).getFirst().key()).isEqualTo("fer\uFFFDry");
    }

    @Test
    void waitsOutADatabaseThatBreaksTheConnection() {
        AtomicInteger tries = new AtomicInteger();
        receive(
                List.of(arriving.event("1")),
                event -> {
                    apply(event);
                    // More often than an event may fail by itself.
                    if (tries.getAndIncrement() < 10) {
                        breakConnection();
                    }
                });
        assertThat(effects.of(topic)).containsExactly("1");
        assertThat(deadLetters.records()).isEmpty();
    }

    @Test
    void carriesTheTraceIntoWhatTheHandlerAppends() {
        List<String> current = new ArrayList<>();
        TestTopic next = TestTopic.of(1);
        receive(
                List.of(arriving.event("1")),
                event -> {
                    current.add(Span.current().getSpanContext().getTraceId());
                    outbox.append(
                            new OutgoingEvent(
                                    Lane.LIVE, next.name(), "ferry", "t", 1, event.data()));
                });
        assertThat(current).containsExactly(Arriving.TRACE);
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
        ConsumerRecord<String, byte[]> record =
                await().atMost(Duration.ofSeconds(60))
                        .until(next::records, records -> records.size() == 1)
                        .getFirst();
        assertThat(TestTopic.header(record, "traceparent")).contains(Arriving.TRACE);
        assertThat(TestTopic.header(record, "ce_traceparent")).contains(Arriving.TRACE);
    }

    @Test
    void whatAnEventLeadsToHasTheOriginOfTheEvent() {
        TestTopic next = TestTopic.of(1);
        ConsumerRecord<String, byte[]> received = arriving.event("1");
        received.headers().add("ce_traceparent", Arriving.ORIGIN.getBytes(StandardCharsets.UTF_8));
        ConsumerRecord<String, byte[]> garbled = arriving.event("2");
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
        assertThat(TestTopic.header(records.getFirst(), "ce_traceparent"))
                .isEqualTo(Arriving.ORIGIN);
        assertThat(TestTopic.header(records.getFirst(), "traceparent")).contains(Arriving.TRACE);
        assertThat(TestTopic.header(records.getLast(), "ce_traceparent")).contains(Arriving.TRACE);
    }

    @Test
    void whatIsLoggedAboutAnEventNamesItsKeyAndItsTrace() {
        try (Logged logged = new Logged("galley.messaging")) {
            receive(
                    List.of(arriving.event("1"), arriving.event("bad")),
                    event -> {
                        LOG.info("handling " + Arriving.text(event));
                        if (Arriving.text(event).equals("bad")) {
                            throw new IllegalStateException("no such desk");
                        }
                    });
            LOG.info("afterwards");
            for (String line : List.of("handling 1", "handling bad", "again", "dead letter")) {
                assertThat(logged.field("subject", line)).isNotEmpty().containsOnly("ferry");
                assertThat(logged.field("traceId", line)).isNotEmpty().containsOnly(Arriving.TRACE);
            }
            assertThat(logged.field("subject", "afterwards")).containsExactly("null");
            assertThat(logged.field("traceId", "afterwards")).containsExactly("null");
        }
    }

    @Test
    void aFieldThatWasThereBeforeIsThereAfterwards() {
        MDC.put("subject", "the whole fleet");
        try (Logged logged = new Logged("galley.messaging")) {
            receive(List.of(arriving.event("1")), event -> LOG.info("handling"));
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
        handler.does(
                event -> {
                    if (Arriving.text(event).equals("bad")) {
                        throw new UnreadableEventException("no headline");
                    }
                });
        ConsumerRecord<String, byte[]> good = arriving.event("1");
        ConsumerRecord<String, byte[]> bad = arriving.event("bad");
        inbox.receive("group", arriving.batch(List.of(good, arriving.event("2"), bad)));
        // what comes again is not applied again
        inbox.receive("group", arriving.batch(List.of(good, bad)));
        assertThat(meters.get("galley.inbox.handled").tag("group", "group").timer().count())
                .isEqualTo(2);
        assertThat(meters.get("galley.inbox.dead.letters").tag("group", "group").counter().count())
                .isEqualTo(1);
        ((CompositeMeterRegistry) registry).remove(meters);
    }

    private void receive(List<ConsumerRecord<String, byte[]>> records, ExampleHandler.Work what) {
        handler.does(what);
        inbox.receive("group", arriving.batch(records));
    }

    private void apply(IncomingEvent event) {
        effects.add(topic, event);
    }

    private void breakConnection() {
        try {
            effects.execute("select pg_terminate_backend(pg_backend_pid())");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ConsumerRecord<String, byte[]>> awaitDeadLetters(int count) {
        return await().atMost(Duration.ofSeconds(60))
                .until(deadLetters::records, records -> records.size() == count);
    }
}
