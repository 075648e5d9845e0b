package galley.messaging;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.testkit.GalleyServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OutboxRelayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestOutbox outbox = new TestOutbox();
    private final OutboxRelay relay = outbox.relay();

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void sendsTheEventsOfAKeyInTheirOrder() {
        TestTopic topic = TestTopic.of(3);
        List<String> written = new ArrayList<>();
        for (int revision = 1; revision <= 20; revision++) {
            outbox.append(Lane.LIVE, topic.name(), "ferry", revision);
            outbox.append(Lane.LIVE, topic.name(), "harbour " + revision, 1);
            written.add("ferry " + revision);
        }
        relay.start();
        awaitAllSent();
        assertThat(topic.values()).hasSize(40);
        assertThat(topic.values()).filteredOn(v -> v.startsWith("ferry")).isEqualTo(written);
    }

    @Test
    void knowsWhenItHasEnded() {
        DataSource broken =
                (DataSource)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {DataSource.class},
                                (_, _, _) -> {
                                    throw new NoClassDefFoundError("org/postgresql/Driver");
                                });
        try (OutboxRelay ending =
                TestOutbox.relay(broken, GalleyServers.shared().kafka().bootstrapServers())) {
            assertThat(ending.hasEnded()).isFalse();
            ending.start();
            // what its thread dies of is expected here
            await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(ending::hasEnded);
        }
        relay.start();
        assertThat(relay.hasEnded()).isFalse();
    }

    @Test
    void sendsARowThatWasCommittedLate() throws SQLException {
        TestTopic topic = TestTopic.of(1);
        relay.start();
        try (Connection slow = outbox.dataSource.getConnection()) {
            slow.setAutoCommit(false);
            TestOutbox.append(slow, Lane.LIVE, topic.name(), "slow", 1, "slow");
            outbox.append(Lane.LIVE, topic.name(), "fast", 1, "fast");
            await().atMost(PATIENCE).until(() -> topic.values().equals(List.of("fast")));
            slow.commit();
        }
        awaitAllSent();
        assertThat(topic.values()).containsExactly("fast", "slow");
    }

    @Test
    void sendsAKillWhileEverythingElseIsStuck() throws SQLException {
        TestTopic topic = TestTopic.of(1);
        try (Connection other = outbox.dataSource.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute(
                    "select pg_advisory_lock(%d, b) from generate_series(0, %d) b"
                            .formatted(OutboxRelay.LOCKS, OutboxRow.BUCKETS - 1));
            outbox.append(Lane.LIVE, topic.name(), "ferry", 1, "live");
            outbox.append(Lane.BULK, topic.name(), "harbour", 1, "bulk");
            relay.start();
            outbox.append(Lane.KILL, topic.name(), "ferry", 2, "kill");
            await().atMost(PATIENCE).until(() -> topic.values().equals(List.of("kill")));
        }
        awaitAllSent();
        assertThat(topic.values()).containsExactlyInAnyOrder("kill", "live", "bulk");
    }

    @Test
    void sendsWhatIsLiveBeforeTheRestOfABulkImport() {
        TestTopic topic = TestTopic.of(1);
        int bulk = 3000;
        outbox.execute(
                """
                insert into outbox (id, lane, bucket, topic, key, type, sequence, source, data,
                    created_at)
                select gen_random_uuid(), 'BULK', i %% 32, '%s', 'book ' || i, 't', 1, '/s',
                    'bulk', now() from generate_series(1, %d) i
                """
                        .formatted(topic.name(), bulk));
        relay.start();
        await().atMost(PATIENCE).until(() -> outbox.unsent() < bulk);
        outbox.append(Lane.LIVE, topic.name(), "ferry", 1, "live");
        long sentBefore = bulk + 1 - outbox.unsent();
        relay.wake(Lane.LIVE, "ferry");
        awaitAllSent();
        List<String> values = topic.values();
        assertThat(values).hasSize(bulk + 1);
        // The marks of the batch under way come after its records, and one more may have been
        // begun.
        assertThat(values.indexOf("live")).isLessThan((int) sentBefore + 3 * 50);
    }

    @Test
    void keepsTheOrderOfAKeyAcrossLanes() {
        TestTopic topic = TestTopic.of(1);
        outbox.append(Lane.BULK, topic.name(), "library", 1);
        outbox.append(Lane.BULK, topic.name(), "ferry", 1);
        outbox.append(Lane.BULK, topic.name(), "ferry", 2);
        outbox.append(Lane.LIVE, topic.name(), "ferry", 3);
        relay.start();
        awaitAllSent();
        assertThat(topic.values()).containsExactly("ferry 1", "ferry 2", "ferry 3", "library 1");
    }

    @Test
    void parksWhatTheBrokerRefusesAndTheRestOfItsKeyButNothingElse() {
        TestTopic topic =
                TestTopic.named(
                        "test." + UUID.randomUUID(), 1, Map.of("max.message.bytes", "20000"));
        outbox.append(Lane.LIVE, topic.name(), "ferry", 1, "long".repeat(10_000));
        outbox.append(Lane.LIVE, topic.name(), "ferry", 2, "short");
        outbox.append(Lane.LIVE, topic.name(), "harbour", 1, "harbour");
        relay.start();
        await().atMost(PATIENCE).until(() -> topic.values().equals(List.of("harbour")));
        await().atMost(PATIENCE)
                .until(
                        () ->
                                outbox.count(
                                                "select count(*) from outbox where error like"
                                                        + " '%RecordTooLarge%'")
                                        == 1);
        topic.set("max.message.bytes", "100000");
        awaitAllSent();
        assertThat(topic.values()).containsExactly("harbour", "long".repeat(10_000), "short");
    }

    @Test
    void doesNotLetAMissingTopicHoldUpTheOthers() {
        TestTopic missing = TestTopic.missing();
        TestTopic topic = TestTopic.of(1);
        for (int i = 0; i < 20; i++) {
            outbox.append(Lane.LIVE, missing.name(), "key " + i, 1);
        }
        outbox.append(Lane.LIVE, topic.name(), "key 1", 1, "sent");
        relay.start();
        await().atMost(PATIENCE).until(() -> topic.values().equals(List.of("sent")));
        await().atMost(PATIENCE).until(() -> outbox.count(parked()) == 20);
        TestTopic made = TestTopic.named(missing.name(), 1, Map.of());
        awaitAllSent();
        assertThat(made.values()).hasSize(20);
    }

    @Test
    void waitsForABrokerThatIsAway() {
        TestTopic topic = TestTopic.of(1);
        relay.start();
        outbox.append(Lane.LIVE, topic.name(), "ferry", 1);
        awaitAllSent();
        GalleyServers.shared().kafka().kill();
        try {
            outbox.append(Lane.LIVE, topic.name(), "ferry", 2);
            outbox.append(Lane.KILL, topic.name(), "ferry", 3);
            outbox.append(Lane.LIVE, topic.name(), "harbour", 1);
            relay.wake(Lane.LIVE, "ferry");
        } finally {
            GalleyServers.shared().kafka().start();
        }
        awaitAllSent();
        assertThat(topic.values())
                .startsWith("ferry 1")
                .contains("ferry 2", "ferry 3", "harbour 1");
        assertThat(outbox.count(parked())).isZero();
    }

    @Test
    void waitsForADatabaseThatLosesItsConnections() {
        TestTopic topic = TestTopic.of(1);
        relay.start();
        outbox.append(Lane.LIVE, topic.name(), "ferry", 1);
        awaitAllSent();
        outbox.execute(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where application_name = 'galley-outbox' and datname = current_database()
                """);
        outbox.append(Lane.LIVE, topic.name(), "ferry", 2);
        awaitAllSent();
        assertThat(topic.values()).containsExactly("ferry 1", "ferry 2");
    }

    private static String parked() {
        return "select count(*) from outbox where sent_at is null and attempts > 0";
    }

    private void awaitAllSent() {
        await().atMost(PATIENCE).until(() -> outbox.unsent() == 0);
    }
}
