package galley.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.messaging.DeadLetter.State;
import galley.messaging.DeadLetterDecision.AlreadyDecided;
import galley.messaging.DeadLetterDecision.BehindAnother;
import galley.messaging.DeadLetterDecision.Done;
import galley.messaging.DeadLetterDecision.FailedAgain;
import galley.messaging.DeadLetterDecision.Missing;
import galley.messaging.DeadLetterDecision.NoHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** What can't be handled waits, is retried or discarded, and by whom is known. */
@QuarkusTest
@WithTestResource(MessagingServers.class)
class DeadLettersTest {
    private static final String ADA = "staff:ada";

    @Inject DeadLetters letters;
    @Inject Inbox inbox;
    @Inject ExampleHandler handler;
    @Inject Effects effects;
    @Inject AgroalDataSource dataSource;

    private final String topic = "test." + UUID.randomUUID();
    private final Arriving arriving = new Arriving(topic);

    /** Those of other tests have the same key, and would be in the way. */
    @BeforeEach
    void clear() throws SQLException {
        effects.execute("delete from dead_letter");
    }

    @Test
    void aLetterTellsWhereItCameFromAndWhyItFailed() {
        ConsumerRecord<String, byte[]> record = arriving.event("1");
        record.headers().add("ce_traceparent", bytes(Arriving.ORIGIN));
        record.headers().add("dead-letter-reason", bytes("stale"));
        DeadLetter letter = fail(record);
        assertThat(letter.topic()).isEqualTo(topic);
        assertThat(letter.group()).isEqualTo("group");
        assertThat(letter.partition()).isZero();
        assertThat(letter.offset()).isEqualTo(record.offset());
        assertThat(letter.key()).isEqualTo("ferry");
        assertThat(letter.headers())
                .containsEntry("ce_type", "galley.test.v1")
                .containsEntry("ce_id", TestTopic.header(record, "ce_id"))
                .doesNotContainKey("dead-letter-reason");
        assertThat(letter.traceId()).isEqualTo(Arriving.ORIGIN_TRACE);
        assertThat(letter.reason()).isEqualTo("no desk");
        assertThat(letter.exception()).isEqualTo(UnreadableEventException.class.getName());
        assertThat(letter.failedAt()).isCloseTo(Instant.now(), within(Duration.ofMinutes(5)));
        assertThat(letter.tries()).isZero();
        assertThat(letter.state()).isEqualTo(State.WAITING);
        assertThat(letters.value(letter.id())).hasValue(bytes("1"));
        assertThat(letters.find(letter.id())).hasValue(letter);
    }

    @Test
    void aRecordOfAnyKindIsALetterJustAsItCame() {
        ConsumerRecord<String, byte[]> none = arriving.plain(null, null);
        none.headers().add("ce_id", new byte[] {(byte) 0xff}).add("empty", null);
        DeadLetter letter = fail(none);
        assertThat(letter.key()).isNull();
        assertThat(letter.traceId()).isNull();
        assertThat(letter.headers()).containsOnlyKeys("ce_id");
        assertThat(letters.value(letter.id())).isEmpty();
        assertThat(letters.retry(letter.id(), ADA)).isInstanceOf(FailedAgain.class);
    }

    @Test
    void aRetryAppliesTheEventOnceThoughTheInboxRemembersIt() {
        ConsumerRecord<String, byte[]> record = arriving.event("1");
        DeadLetter letter = fail(record);
        handler.does(this::apply);
        assertThat(letters.retry(letter.id(), ADA))
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> {
                            assertThat(done.letter().state()).isEqualTo(State.RETRIED);
                            assertThat(done.letter().decidedBy()).isEqualTo(ADA);
                            assertThat(done.letter().decidedAt())
                                    .isAfterOrEqualTo(letter.failedAt());
                        });
        assertThat(letters.retry(letter.id(), ADA)).isInstanceOf(AlreadyDecided.class);
        assertThat(letters.discard(letter.id(), ADA, "no")).isInstanceOf(AlreadyDecided.class);
        inbox.receive("group", arriving.batch(List.of(record)));
        assertThat(effects.of(topic)).containsExactly("1");
        assertThat(list(State.WAITING)).isEmpty();
    }

    @Test
    void whatComesAgainLongAfterARetryIsStillRemembered() throws Exception {
        ConsumerRecord<String, byte[]> record = arriving.event("1");
        DeadLetter letter = fail(record);
        effects.execute(
                "delete from inbox where event_id = '%s'"
                        .formatted(TestTopic.header(record, "ce_id")));
        handler.does(this::apply);
        assertThat(letters.retry(letter.id(), ADA)).isInstanceOf(Done.class);
        inbox.receive("group", arriving.batch(List.of(record)));
        assertThat(effects.of(topic)).containsExactly("1");
    }

    @Test
    void aRetryThatFailsChangesNothingButTheReasonAndTheTries() {
        DeadLetter letter = fail(arriving.event("1"));
        handler.does(
                event -> {
                    apply(event);
                    throw new IllegalStateException("still no desk");
                });
        assertThat(letters.retry(letter.id(), ADA))
                .isInstanceOfSatisfying(
                        FailedAgain.class,
                        failed -> {
                            assertThat(failed.letter().reason()).isEqualTo("still no desk");
                            assertThat(failed.letter().exception())
                                    .isEqualTo(IllegalStateException.class.getName());
                            assertThat(failed.letter().tries()).isOne();
                            assertThat(failed.letter().state()).isEqualTo(State.WAITING);
                            assertThat(failed.letter().failedAt()).isEqualTo(letter.failedAt());
                            assertThat(failed.letter().decidedBy()).isNull();
                        });
        assertThat(effects.of(topic)).isEmpty();
        handler.does(this::apply);
        assertThat(letters.retry(letter.id(), ADA)).isInstanceOf(Done.class);
        assertThat(effects.of(topic)).containsExactly("1");
    }

    @Test
    void ofTwoRetriesAtOnceOneApplies() throws Exception {
        DeadLetter letter = fail(arriving.event("1"));
        CountDownLatch applying = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        handler.does(
                event -> {
                    apply(event);
                    applying.countDown();
                    waitFor(go);
                });
        try (ExecutorService admins = Executors.newFixedThreadPool(2)) {
            Future<DeadLetterDecision> first = admins.submit(() -> letters.retry(letter.id(), ADA));
            waitFor(applying);
            Future<DeadLetterDecision> second =
                    admins.submit(() -> letters.retry(letter.id(), "staff:bob"));
            await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaitsForALetter);
            go.countDown();
            assertThat(first.get()).isInstanceOf(Done.class);
            assertThat(second.get())
                    .isInstanceOfSatisfying(
                            AlreadyDecided.class,
                            decided -> assertThat(decided.letter().decidedBy()).isEqualTo(ADA));
        }
        assertThat(effects.of(topic)).containsExactly("1");
    }

    @Test
    void lettersOfOneKeyAreRetriedInTheirOrder() {
        DeadLetter first = fail(arriving.event("1"));
        DeadLetter second = fail(arriving.event("2"));
        DeadLetter third = fail(arriving.event("3"));
        DeadLetter ofAnother = fail(arriving.event("tram", "4"));
        DeadLetter ofNone = fail(arriving.event(null, "5"));
        DeadLetter alsoOfNone = fail(arriving.event(null, "6"));
        handler.does(this::apply);
        assertThat(letters.retry(third.id(), ADA)).isEqualTo(new BehindAnother(first.id()));
        assertThat(letters.retry(ofAnother.id(), ADA)).isInstanceOf(Done.class);
        assertThat(letters.retry(alsoOfNone.id(), ADA)).isInstanceOf(Done.class);
        assertThat(letters.retry(ofNone.id(), ADA)).isInstanceOf(Done.class);
        assertThat(letters.retry(first.id(), ADA)).isInstanceOf(Done.class);
        assertThat(letters.retry(third.id(), ADA)).isEqualTo(new BehindAnother(second.id()));
        assertThat(letters.discard(second.id(), ADA, "sent twice")).isInstanceOf(Done.class);
        assertThat(letters.retry(third.id(), ADA)).isInstanceOf(Done.class);
        assertThat(effects.of(topic)).containsExactly("4", "6", "5", "1", "3");
    }

    @Test
    void anotherGroupsLetterIsNotInTheWay() {
        ConsumerRecord<String, byte[]> record = arriving.event("1");
        fail("other", record);
        DeadLetter letter = fail(record);
        handler.does(this::apply);
        assertThat(letters.retry(letter.id(), ADA)).isInstanceOf(Done.class);
    }

    @Test
    void aRetryBelongsToTheTraceThatTheEventCameWith() {
        ConsumerRecord<String, byte[]> record = arriving.event("1");
        record.headers().add("ce_traceparent", bytes(Arriving.ORIGIN));
        DeadLetter letter = fail(record);
        List<String> traces = new ArrayList<>();
        handler.does(
                _ -> {
                    traces.add(Span.current().getSpanContext().getTraceId());
                    traces.add(Origin.current());
                });
        assertThat(letters.retry(letter.id(), ADA)).isInstanceOf(Done.class);
        assertThat(traces).containsExactly(Arriving.TRACE, Arriving.ORIGIN);
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void aDiscardedLetterIsNeverHandled() {
        DeadLetter letter = fail(arriving.event("1"));
        handler.does(this::apply);
        assertThat(letters.discard(letter.id(), ADA, "a test of the wire's"))
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> {
                            assertThat(done.letter().state()).isEqualTo(State.DISCARDED);
                            assertThat(done.letter().decidedBy()).isEqualTo(ADA);
                            assertThat(done.letter().note()).isEqualTo("a test of the wire's");
                        });
        assertThat(letters.retry(letter.id(), ADA)).isInstanceOf(AlreadyDecided.class);
        assertThat(effects.of(topic)).isEmpty();
        assertThat(list(State.DISCARDED)).hasSize(1);
    }

    @Test
    void aGroupThatIsGoneCantRetry() throws Exception {
        DeadLetter letter = fail(arriving.event("1"));
        effects.execute(
                "update dead_letter set consumer_group = 'gone' where id = '%s'"
                        .formatted(letter.id()));
        assertThat(letters.retry(letter.id(), ADA)).isEqualTo(new NoHandler("gone"));
        assertThat(letters.discard(letter.id(), ADA, "gone")).isInstanceOf(Done.class);
    }

    @Test
    void whatIsNotThereIsMissing() {
        UUID id = UUID.randomUUID();
        assertThat(letters.find(id)).isEmpty();
        assertThat(letters.retry(id, ADA)).isEqualTo(new Missing());
        assertThat(letters.discard(id, ADA, "why")).isEqualTo(new Missing());
    }

    @Test
    void aListGoesOnWhereItStopped() {
        List<DeadLetter> all = new ArrayList<>();
        for (String data : List.of("1", "2", "3")) {
            all.add(fail(arriving.event(data)));
        }
        DeadLetterFilter here = new DeadLetterFilter(State.WAITING, topic, "group", "ferry");
        assertThat(letters.list(here, null, null, 2)).isEqualTo(all.subList(0, 2));
        DeadLetter last = all.get(1);
        assertThat(letters.list(here, last.failedAt(), last.id(), 2)).isEqualTo(all.subList(2, 3));
        for (DeadLetterFilter elsewhere :
                List.of(
                        new DeadLetterFilter(State.RETRIED, topic, null, null),
                        new DeadLetterFilter(State.WAITING, topic, "other", null),
                        new DeadLetterFilter(State.WAITING, topic, null, "tr\0am"))) {
            assertThat(letters.list(elsewhere, null, null, 2)).isEmpty();
        }
    }

    private DeadLetter fail(ConsumerRecord<String, byte[]> record) {
        return fail("group", record);
    }

    /** Lets a record fail; answers its letter. */
    private DeadLetter fail(String group, ConsumerRecord<String, byte[]> record) {
        handler.does(
                _ -> {
                    throw new UnreadableEventException("no desk");
                });
        inbox.receive(group, arriving.batch(List.of(record)));
        return letters.list(
                        new DeadLetterFilter(State.WAITING, topic, group, null), null, null, 100)
                .getLast();
    }

    private List<DeadLetter> list(State state) {
        return letters.list(new DeadLetterFilter(state, topic, null, null), null, null, 100);
    }

    private void apply(IncomingEvent event) {
        effects.add(topic, event);
    }

    private boolean somebodyWaitsForALetter() throws Exception {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select from pg_stat_activity
                                where wait_event_type = 'Lock' and query like '%dead_letter%for update%'
                                """)) {
            return rows.next();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
