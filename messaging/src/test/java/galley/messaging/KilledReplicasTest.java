package galley.messaging;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.testkit.GalleyServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Three replicas relay one outbox and are killed at random, again and again. */
class KilledReplicasTest {
    private static final int REPLICAS = 3;
    private static final int KEYS = 40;
    private static final int KILLS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TestOutbox outbox = new TestOutbox();
    private final TestTopic topic = TestTopic.of(4);
    private final List<Process> replicas = new ArrayList<>();
    private final Random random = new Random(42);

    @AfterEach
    void end() {
        replicas.forEach(Process::destroyForcibly);
    }

    @Test
    void nothingIsLostAndEveryKeyKeepsItsOrder() throws IOException, SQLException {
        for (int i = 0; i < REPLICAS; i++) {
            replicas.add(start());
        }
        Map<String, String> written = new LinkedHashMap<>();
        try (Connection connection = outbox.dataSource.getConnection()) {
            for (int kill = 0; kill < KILLS; kill++) {
                // Only a replica that sends something can be killed while it does.
                long sent = sent();
                for (int round = 0; round < 8; round++) {
                    writeARevisionOfEachKey(connection, written);
                }
                await().atMost(PATIENCE).until(() -> sent() > sent);
                int victim = random.nextInt(REPLICAS);
                replicas.get(victim).destroyForcibly();
                replicas.set(victim, start());
            }
        }
        await().atMost(PATIENCE).until(() -> outbox.unsent() == 0);

        Map<String, String> received = new LinkedHashMap<>();
        Map<String, List<Long>> revisions = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : topic.records()) {
            String id = TestTopic.header(record, "ce_id");
            String before = received.putIfAbsent(id, TestTopic.value(record));
            if (before == null) {
                revisions
                        .computeIfAbsent(record.key(), _ -> new ArrayList<>())
                        .add(Long.parseLong(TestTopic.header(record, "ce_sequence")));
            } else {
                assertThat(TestTopic.value(record)).isEqualTo(before);
            }
        }
        assertThat(received).containsExactlyInAnyOrderEntriesOf(written);
        assertThat(revisions).hasSize(KEYS);
        Collection<List<Long>> orders = revisions.values();
        assertThat(orders).allSatisfy(order -> assertThat(order).isSorted());
    }

    private long sent() {
        return outbox.count("select count(*) from outbox where sent_at is not null");
    }

    private void writeARevisionOfEachKey(Connection connection, Map<String, String> written)
            throws SQLException {
        int revision = written.size() / KEYS + 1;
        for (int key = 0; key < KEYS; key++) {
            Lane lane = random.nextInt(4) == 0 ? Lane.BULK : Lane.LIVE;
            String data = "key " + key + " revision " + revision;
            var id =
                    TestOutbox.append(connection, lane, topic.name(), "key " + key, revision, data);
            written.put(id.toString(), data);
        }
    }

    private Process start() throws IOException {
        return RelayProcess.start(outbox, GalleyServers.shared().kafka().bootstrapServers());
    }
}
