package galley.publish.rebuild;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Topics;
import galley.messaging.Inbox;
import galley.publish.Editorial;
import galley.publish.PublicTopic;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static galley.publish.rebuild.Rebuilding.PATIENCE;
import static galley.publish.rebuild.Rebuilding.awaitAnnounced;
import static galley.publish.rebuild.Rebuilding.live;
import static galley.publish.rebuild.Rebuilding.revision;
import static galley.publish.rebuild.Rebuilding.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An empty database, and groups that have never read: the consumers build the edition too. */
@TestServers
class NewGroupsTest {
    @Inject Desk desk;
    @Inject Inbox inbox;
    @Inject AgroalDataSource database;

    private final Editorial editorial = new Editorial();

    @BeforeEach
    void clear() {
        desk.clear();
    }

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void whatIsLiveComesBackAndEachAnnouncementSaysItsRevisionAgain() throws Exception {
        var first = live(editorial, Samples.article("p01-reprint"));
        var second =
                live(editorial, Samples.next(first, json -> json.put("slug", "x" + first.slug())));
        awaitAnnounced(second, "1", "2");
        forgetEverything();
        readAll("publish", Topics.LIFECYCLE, second.id(), 2);
        assertThat(revision(second.id())).isEqualTo(second.revision());
        awaitAnnounced(second, "1", "2", "1", "2");
    }

    @Test
    void whatWasKilledIsNotPublishedOnTheWay() throws Exception {
        var article = live(editorial, Samples.article("p01-reprint"));
        var kill = Samples.killed(article, "Withdrawn");
        editorial.says(Topics.KILL, kill);
        editorial.says(kill);
        await().atMost(PATIENCE).until(() -> status(article.id()) == 410);
        awaitAnnounced(article, "1", "2", "2");
        forgetEverything();
        readAll("publish-kill", Topics.KILL, article.id(), 1);
        readAll("publish", Topics.LIFECYCLE, article.id(), 2);
        assertThat(status(article.id())).isEqualTo(410);
        awaitAnnounced(article, "1", "2", "2", "2", "2");
    }

    private void forgetEverything() throws SQLException {
        desk.clear();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from inbox");
        }
    }

    /** A group reads what a topic has of an article from the start. */
    private void readAll(String group, String topic, UUID id, int count) {
        try (var log = new PublicTopic(topic)) {
            await().atMost(PATIENCE).until(() -> log.recordsOf(id).size() == count);
            List<ConsumerRecord<String, byte[]>> records = log.recordsOf(id);
            var partition = new TopicPartition(topic, records.getFirst().partition());
            inbox.receive(group, new ConsumerRecords<>(Map.of(partition, records), Map.of()));
        }
    }
}
