package galley.publish.subscription;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.events.SubscribersReported;
import galley.events.Topics;
import galley.publish.PublicTopic;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.publish.subscription.Subscribing.Subscribed;
import galley.testkit.ContractSchemas;

import static galley.publish.subscription.Subscribing.soon;
import static org.assertj.core.api.Assertions.assertThat;

/** Editorial is told who has confirmed what. */
@TestServers
class ReportsTest {
    @Inject Desk desk;

    private final Subscribing subscribing = new Subscribing();
    private final PublicTopic topic = new PublicTopic(Topics.DELIVERY);

    @AfterEach
    void close() {
        topic.close();
        subscribing.close();
    }

    /** The latest receipt of a subscriber for a revision, as {@code state}, or an empty text. */
    private JsonNode latest(Article article, long revision, Subscribed subscriber) {
        String id = subscriber.path().substring(subscriber.path().lastIndexOf('/') + 1);
        return reports(article.id()).stream()
                .filter(report -> report.path("revision").asLong() == revision)
                .flatMap(report -> report.path("receipts").valueStream())
                .filter(receipt -> receipt.path("subscriber").asText().equals(id))
                .reduce(Samples.JSON.createObjectNode(), (_, last) -> last);
    }

    private List<JsonNode> reports(UUID article) {
        return topic.recordsOf(article).stream()
                .filter(
                        record ->
                                PublicTopic.header(record, "ce_type")
                                        .equals(SubscribersReported.TYPE))
                .map(record -> PublicTopic.json(record.value()))
                .toList();
    }

    private void awaitState(Article article, long revision, Subscribed it, String state) {
        soon().until(() -> latest(article, revision, it).path("state").asText().equals(state));
    }

    @Test
    void whoHasAVersionAndWhoHasConfirmedItsWithdrawal() {
        var takes = subscribing.subscribe();
        var fails = subscribing.subscribe();
        fails.site().always(500);
        var article = desk.release(Samples.article("p01-reprint"));
        awaitState(article, article.revision(), takes, "confirmed");
        awaitState(article, article.revision(), fails, "pending");
        desk.kill(article, "Not true");
        long kill = article.revision() + 1;
        awaitState(article, kill, takes, "confirmed");
        awaitState(article, article.revision(), fails, "overtaken");
        fails.site().always(410);
        awaitState(article, kill, fails, "failed");

        JsonNode failed = latest(article, kill, fails);
        assertThat(failed.path("detail").asText()).contains("disabled").contains("410");
        assertThat(failed.path("name").asText()).isEqualTo("A site");
        assertThat(failed.path("door").asText()).isEqualTo("webhook");
        assertThat(failed.path("type").asText()).isEqualTo("article.withdrawn");
        fails.site().always(204);
        fails.change("{\"state\": \"active\"}");
        awaitState(article, kill, fails, "confirmed");
        assertThat(reports(article.id()))
                .allSatisfy(
                        report ->
                                assertThat(
                                                ContractSchemas.errors(
                                                        "subscribers-reported/1.0.json", report))
                                        .isEmpty());
    }
}
