package galley.ingest;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.events.ArticleIngested;
import galley.events.SourceRightsChanged;

import static galley.ingest.IngestedTopic.header;
import static org.assertj.core.api.Assertions.assertThat;

/** What editorial is told. */
@OnServers
class IngestedEventTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject EntityManager entities;

    private final IngestedTopic topic = new IngestedTopic();
    private final FeedServer site = new FeedServer();

    @AfterEach
    void close() {
        topic.close();
        site.close();
    }

    @Test
    void aPushIsHandedOnWholeUnderItsArticlesIdAndInItsTrace() throws Exception {
        var wire = Api.as("source", "wire-" + UUID.randomUUID());
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var body =
                """
                {"guid": "1", "headline": "Harbour opens", "body": "<p>It is <b>open</b>.</p>",
                 "dateline": {"place": "PORTO", "text": "PORTO —"}, "keywords": ["ports"],
                 "media": [{"kind": "image", "url": "https://wire.example/a.jpg"}]}\
                """;
        var item =
                wire.post("/v1/items", body, "traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .expect(201)
                        .json();
        var article = item.path("articles").path(0);
        var id = article.path("articleId").asText();
        var record = topic.await(id, 1).getFirst();

        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo(ArticleIngested.TYPE);
        assertThat(header(record, "ce_source")).isEqualTo("/galley/ingest");
        assertThat(header(record, "ce_subject")).isEqualTo(id);
        assertThat(UUID.fromString(header(record, "ce_id")).version()).isEqualTo(7);
        assertThat(header(record, "ce_time")).isNotNull();
        assertThat(header(record, "ce_sequence")).isEqualTo("0000000001");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(header(record, "ce_traceparent")).contains(trace);
        assertThat(header(record, "traceparent")).contains(trace);

        var event = JSON.readTree(record.value());
        assertThat(event.path("articleId").asText()).isEqualTo(id);
        assertThat(event.path("item")).isEqualTo(item.path("id"));
        assertThat(event.path("itemRevision").asInt()).isOne();
        assertThat(event.path("source").path("id")).isEqualTo(item.path("source"));
        assertThat(event.path("format").asText()).isEqualTo("json");
        assertThat(event.path("receivedAt")).isEqualTo(item.path("receivedAt"));
        assertThat(event.path("rawSha256").asText()).hasSize(64);
        assertThat(event.path("content")).isEqualTo(contentOf(article));
    }

    @Test
    void aChangedEntryIsTheNextRevisionOfItsArticleAndAnUnchangedOneIsNone() throws Exception {
        var admin = Api.as("admin", "ada");
        var source = admin.register(site.feed());
        for (var text : new String[] {"old", "old", "new"}) {
            site.serves(Rss.feed(Rss.item("1", "One", text)));
            admin.fetch(source);
        }
        var records = topic.await(articleOf(source), 2);
        assertThat(records)
                .extracting(record -> header(record, "ce_sequence"))
                .containsExactly("0000000001", "0000000002");
        var changed = JSON.readTree(records.getLast().value());
        assertThat(changed.path("itemRevision").asInt()).isEqualTo(2);
        assertThat(changed.path("content").path("body").asText()).isEqualTo("<p>new</p>");
        assertThat(changed.path("source").path("url").asText()).isEqualTo(site.feed().toString());
    }

    @Test
    void whatIsReadAndWhatIsProposedWithItsEvidenceIsShownAndHandedOn() throws Exception {
        var wire = Api.as("source", "wire-" + UUID.randomUUID());
        var item =
                wire.post(
                                "/v1/items",
                                """
                                {"guid": "1", "headline": "Ferry sails", "language": "en", "body":
                                 "<p>This article was first published by Maré.</p><p>It sails.</p>"}\
                                """)
                        .expect(201)
                        .json();
        var article =
                wire.get("/v1/items/" + item.path("id").asText())
                        .expect(200)
                        .json()
                        .path("articles")
                        .path(0);
        assertThat(article.path("body").asText())
                .isEqualTo("<p>This article was first published by Maré.</p><p>It sails.</p>");
        assertThat(article.path("proposals"))
                .containsExactlyInAnyOrderElementsOf(
                        JSON.readTree(
                                """
                                [{"what": "kind", "part": null, "value": "reprint",
                                  "evidence": "This article was first published by Maré.",
                                  "confidence": 0.9},
                                 {"what": "part", "part": 0, "value": "introduction:0-0",
                                  "evidence": "This article was first published by Maré.",
                                  "confidence": 0.9},
                                 {"what": "part", "part": 1, "value": "reprint:1-1",
                                  "evidence": "It sails.", "confidence": 0.9},
                                 {"what": "attribution.publisher", "part": 1, "value": "Maré",
                                  "evidence": "published by Maré", "confidence": 0.9}]\
                                """));
        var id = article.path("articleId").asText();
        var event = JSON.readTree(topic.await(id, 1).getFirst().value());
        assertThat(event.path("content").path("proposals")).isEqualTo(article.path("proposals"));
    }

    @Test
    void rightsThatAreSetAnewAreToldUnderTheirSourcesId() throws Exception {
        var admin = Api.as("admin", "ada");
        var source = admin.register(site.feed());
        admin.patch("/v1/sources/" + source, "{\"name\": \"Tide\"}").expect(200);
        admin.patch(
                        "/v1/sources/" + source,
                        "{\"rights\": {\"reprint\": \"refused\", \"until\": \"2026-05-20\"}}")
                .expect(200);
        var records = topic.await(source, 1);
        assertThat(records).hasSize(1);
        var record = records.getFirst();
        assertThat(header(record, "ce_type")).isEqualTo(SourceRightsChanged.TYPE);
        assertThat(header(record, "ce_sequence")).isEqualTo("0000000003");
        var event = JSON.readTree(record.value());
        assertThat(event.path("source").asText()).isEqualTo(source);
        assertThat(event.path("revision").asInt()).isEqualTo(3);
        assertThat(event.path("at").asText()).isNotEmpty();
        assertThat(event.at("/rights/reprint").asText()).isEqualTo("refused");
        assertThat(event.at("/rights/until").asText()).isEqualTo("2026-05-21T00:00:00Z");
    }

    private String articleOf(String source) {
        return entities.createQuery(
                        "select cast(i.articleId as string) from Item i where i.sourceId = :source",
                        String.class)
                .setParameter("source", UUID.fromString(source))
                .getSingleResult();
    }

    private static JsonNode contentOf(JsonNode article) {
        ObjectNode copy = article.deepCopy();
        copy.remove(List.of("articleId", "routing"));
        return copy;
    }
}
