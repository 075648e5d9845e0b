package galley.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.TransactionalException;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(MessagingServers.class)
class OutboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ORIGIN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Inject Outbox outbox;
    @Inject Tracer tracer;
    @Inject TransactionSynchronizationRegistry transactions;

    private final TestTopic topic = TestTopic.of(1);

    @Test
    void sendsOnlyWhatWasCommitted() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    outbox.append(event("rolled back"));
                                                    throw new IllegalStateException();
                                                }));
        append(event("committed"));
        awaitValues("committed");
    }

    @Test
    void sendsAllThatATransactionWroteInOrder() {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            for (int i = 0; i < 250; i++) {
                                outbox.append(event("" + i));
                            }
                            transactions.registerInterposedSynchronization(
                                    new AppendLast(() -> outbox.append(event("last"))));
                        });
        var values = IntStream.range(0, 250).mapToObj(Integer::toString);
        awaitValues(Stream.concat(values, Stream.of("last")).toArray(String[]::new));
    }

    /** Appends when the transaction is about to commit. */
    private record AppendLast(Runnable append) implements Synchronization {
        @Override
        public void beforeCompletion() {
            append.run();
        }

        @Override
        public void afterCompletion(int status) {}
    }

    @Test
    void wantsATransaction() {
        assertThatExceptionOfType(TransactionalException.class)
                .isThrownBy(() -> outbox.append(event("alone")));
    }

    @Test
    void refusesWhatDoesNotFitIntoARecord() {
        assertThatExceptionOfType(EventTooLargeException.class)
                .isThrownBy(() -> append(event("x".repeat(1_000_000))))
                .satisfies(e -> assertThat(e.limit()).isEqualTo(1_000_000));
    }

    @Test
    void takesWhatJustFitsIntoARecord() {
        append(event("x".repeat(995_000)));
        await().atMost(PATIENCE).until(() -> topic.values().size() == 1);
    }

    @Test
    void sendsCloudEventsInBinaryMode() {
        Instant before = Instant.now().minusMillis(1);
        UUID id = append(event("{}"));
        ConsumerRecord<String, byte[]> record = awaitValues("{}").getFirst();
        CloudEvent event = KafkaMessageFactory.createReader(record).toEvent();
        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo(id.toString());
        assertThat(id.version()).isEqualTo(7);
        assertThat(event.getSource()).hasToString("/galley/messaging-test");
        assertThat(event.getType()).isEqualTo("galley.test.v1");
        assertThat(event.getSubject()).isEqualTo("ferry");
        assertThat(event.getTime().toInstant()).isBetween(before, Instant.now());
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getExtension("sequence")).isEqualTo("0000000007");
        assertThat(record.key()).isEqualTo("ferry");
        assertThat(TestTopic.header(record, "content-type")).isEqualTo("application/json");
        assertThat(TestTopic.header(record, "ce_datacontenttype")).isNull();
    }

    @Test
    void carriesExtensionAttributesOfTheEventsOwn() {
        var plain = event("signed");
        append(
                new OutgoingEvent(
                        plain.lane(),
                        plain.topic(),
                        plain.key(),
                        plain.type(),
                        plain.sequence(),
                        plain.data(),
                        Map.of("signature", "a.b.c")));
        ConsumerRecord<String, byte[]> record = awaitValues("signed").getFirst();
        assertThat(TestTopic.header(record, "ce_signature")).isEqualTo("a.b.c");
        assertThat(TestTopic.header(record, "ce_sequence")).isEqualTo("0000000007");
    }

    @Test
    void carriesTheTraceOfWhoWroteTheEvent() {
        Span origin = tracer.spanBuilder("origin").startSpan();
        try (Scope _ = origin.makeCurrent()) {
            append(event("traced"));
        } finally {
            origin.end();
        }
        ConsumerRecord<String, byte[]> record = awaitValues("traced").getFirst();
        String trace = origin.getSpanContext().getTraceId();
        String span = origin.getSpanContext().getSpanId();
        assertThat(TestTopic.header(record, "ce_traceparent")).contains(trace).contains(span);
        assertThat(TestTopic.header(record, "traceparent")).contains(trace).doesNotContain(span);
    }

    @Test
    void keepsTheOriginOfWhatBeganEarlier() {
        Span later = tracer.spanBuilder("later").startSpan();
        try (Scope _ = later.makeCurrent()) {
            Origin.run(ORIGIN, () -> append(event("late")));
        } finally {
            later.end();
        }
        ConsumerRecord<String, byte[]> record = awaitValues("late").getFirst();
        assertThat(TestTopic.header(record, "ce_traceparent")).isEqualTo(ORIGIN);
        assertThat(TestTopic.header(record, "traceparent"))
                .contains(later.getSpanContext().getTraceId());
        assertThat(((ReadableSpan) later).toSpanData().getLinks())
                .extracting(link -> link.getSpanContext().getTraceId())
                .containsExactly(ORIGIN.substring(3, 35));
    }

    @Test
    void sendsAgainWhatABrokerLostWithTheSameIdsAndInOrder() {
        Instant start = Instant.now().minusSeconds(60);
        append(event("1"));
        append(event("2"));
        awaitValues("1", "2");
        await().atMost(PATIENCE)
                .until(() -> outbox.resend(topic.name(), start, start.plusSeconds(600)) == 2);
        List<ConsumerRecord<String, byte[]>> records = awaitValues("1", "2", "1", "2");
        assertThat(records.stream().map(r -> TestTopic.header(r, "ce_id")).distinct()).hasSize(2);
        assertThat(outbox.resend(topic.name(), start, start)).isZero();
    }

    private List<ConsumerRecord<String, byte[]>> awaitValues(String... values) {
        return await().atMost(PATIENCE)
                .until(
                        topic::records,
                        records ->
                                records.stream()
                                        .map(TestTopic::value)
                                        .toList()
                                        .equals(List.of(values)));
    }

    private UUID append(OutgoingEvent event) {
        return QuarkusTransaction.requiringNew().call(() -> outbox.append(event));
    }

    private OutgoingEvent event(String data) {
        return new OutgoingEvent(
                Lane.LIVE,
                topic.name(),
                "ferry",
                "galley.test.v1",
                7,
                data.getBytes(StandardCharsets.UTF_8));
    }
}
