package galley.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class HousekeepingTest {
    private static final String SCANS =
            "select sum(idx_scan) from pg_stat_user_indexes where relname = 'outbox'";
    private static final String ENTRIES =
            "select sum(idx_tup_read) from pg_stat_user_indexes where relname = 'outbox'";

    private final TestOutbox outbox = new TestOutbox();
    private final Housekeeping housekeeping = new Housekeeping(outbox.dataSource);

    @Test
    void removesOnlyWhatWasSentBeforeTheRetention() throws SQLException {
        outbox.execute(
                """
                insert into outbox (id, lane, bucket, topic, key, type, sequence, source, data,
                    created_at, sent_at)
                select gen_random_uuid(), 'LIVE', 1, 'topic', 'old', 't', i, '/s', 'old',
                    now(), now() - interval '8 days' from generate_series(1, 2500) i
                """);
        outbox.append(Lane.LIVE, "topic", "kept", 1);
        outbox.execute("update outbox set sent_at = now() - interval '6 days' where key = 'kept'");
        outbox.append(Lane.LIVE, "topic", "unsent", 1);
        outbox.execute(
                "update outbox set created_at = now() - interval '9 days' where key = 'unsent'");
        assertThat(housekeeping.purgeOutbox(Instant.now(), Duration.ofDays(7))).isEqualTo(2500);
        assertThat(outbox.count("select count(*) from outbox")).isEqualTo(2);
    }

    @Test
    void forgetsWhatWasAppliedBeforeTheRetention() throws SQLException {
        outbox.execute(
                """
                insert into inbox (consumer_group, event_id, received_at)
                select 'group', gen_random_uuid(), now() - i * interval '1 day'
                from generate_series(1, 40) i
                """);
        assertThat(housekeeping.purgeInbox(Instant.now(), Duration.ofDays(30))).isEqualTo(11);
        assertThat(outbox.count("select count(*) from inbox")).isEqualTo(29);
    }

    @Test
    void removesDeadLettersThatWereDecidedOnAndNeverOneThatWaits() throws SQLException {
        outbox.execute(
                """
                insert into dead_letter (id, consumer_group, topic, partition, record_offset, header_names,
                    header_values, failed_at, reason, exception, state, decided_by, decided_at)
                select gen_random_uuid(), 'group', 'topic', 0, i, '{}', '{}',
                    now() - interval '90 days', 'why', 'e', state, by, now() - days * interval '1 day'
                from generate_series(1, 10) i, (values ('WAITING', null, null),
                    ('RETRIED', 'ada', 31), ('DISCARDED', 'ada', 31), ('DISCARDED', 'ada', 29))
                    as s(state, by, days)
                """);
        assertThat(housekeeping.purgeDeadLetters(Instant.now(), Duration.ofDays(30))).isEqualTo(20);
        assertThat(outbox.count("select count(*) from dead_letter")).isEqualTo(20);
        assertThat(housekeeping.waitingLetters()).isEqualTo(Map.of("group", 10L));
    }

    @Test
    void countsWhatWaits() throws SQLException {
        outbox.append(Lane.LIVE, "topic", "a", 1);
        outbox.append(Lane.LIVE, "topic", "b", 1);
        outbox.append(Lane.KILL, "topic", "b", 2);
        outbox.execute("update outbox set retry_at = now() where key = 'a'");
        OutboxBacklog backlog = housekeeping.backlog();
        assertThat(backlog.unsent()).isEqualTo(Map.of(Lane.LIVE, 2L, Lane.KILL, 1L));
        assertThat(backlog.parked()).isEqualTo(1);
        assertThat(backlog.age(Instant.now())).isBetween(Duration.ZERO, Duration.ofMinutes(5));
    }

    @Test
    void whatWasSentIsLookedAtOnce() throws SQLException {
        outbox.execute(
                """
                insert into outbox (id, lane, bucket, topic, key, type, sequence, source, created_at)
                select gen_random_uuid(), 'LIVE', 1, 'topic', i, 't', i, '/s', now()
                from generate_series(1, 2000) i
                """);
        outbox.execute("update outbox set sent_at = now()");
        await().untilAsserted(() -> assertThat(entriesRead()).isZero());
    }

    /** How many entries of its indexes it finds while it looks for what waits. */
    private long entriesRead() throws SQLException {
        long scans = outbox.count(SCANS);
        long entries = outbox.count(ENTRIES);
        assertThat(housekeeping.backlog().total()).isZero();
        await().until(() -> outbox.count(SCANS) > scans); // it counts when its session ends
        return outbox.count(ENTRIES) - entries;
    }
}
