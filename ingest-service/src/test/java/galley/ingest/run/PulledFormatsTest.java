package galley.ingest.run;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.IngestedTopic;
import galley.ingest.OnServers;
import galley.ingest.format.Readings;
import galley.testkit.ContractSchemas;

import static org.assertj.core.api.Assertions.assertThat;

/** A source may be of any format, and need not say which. */
@OnServers
class PulledFormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject EntityManager entities;

    private final Api admin = Api.as("admin", "ada");
    private final FeedServer site = new FeedServer();
    private final IngestedTopic topic = new IngestedTopic();

    @AfterEach
    void close() {
        topic.close();
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "lighthouse.json-feed.json, json-feed, 3, 0",
        "pier-wire-1.ninjs.json, ninjs, 1, 0",
        "pier-wire-2.ninjs.json, ninjs, 2, 0",
        "pier-wire-3.ninjs.json, ninjs, 1, 0",
        "island-letter.wordpress.json, wordpress, 1, 1",
        "island-letter.wxr.xml, wxr, 2, 1",
        "coast-1.0.rss.rdf, rss, 2, 0",
        "coast-0.90.rss.rdf, rss, 1, 0",
        "coast-0.91.rss.xml, rss, 1, 0",
        "coast-0.3.atom.xml, atom, 2, 0",
        "coast-tombstones.atom.xml, atom, 2, 0"
    })
    void whatItBringsIsTakenInAndHandedOn(String sample, String format, int read, int unread)
            throws Exception {
        var source = admin.register(site.feed());
        site.serves(Readings.sample(sample), "Content-Type", "application/octet-stream");
        assertThat(admin.fetch(source)).isEqualTo(counts(read, 0, unread));
        assertThat(admin.fetch(source)).isEqualTo(counts(0, read, unread));
        var item = admin.get("/v1/items/" + first(source, "id")).expect(200).json();
        assertThat(item.path("format").asText()).isEqualTo(format);
        var event = topic.await(first(source, "articleId"), 1).getFirst();
        assertThat(ContractSchemas.errors("ingested/1.1.json", JSON.readTree(event.value())))
                .isEmpty();
    }

    @Test
    void aTombstoneIsTheNextRevisionOfTheEntryThatItTakesBack() {
        var source = admin.register(site.feed());
        var feed = "<feed xmlns='http://www.w3.org/2005/Atom'>%s</feed>";
        site.serves(feed.formatted("<entry><id>urn:a:1</id><title>A shark</title></entry>"));
        admin.fetch(source);
        site.serves(
                feed.formatted("<at:deleted-entry ref='urn:a:1' when='2026-05-20T11:00:00Z'/>"));
        assertThat(admin.fetch(source))
                .isEqualTo(
                        "{\"seen\":1,\"new\":0,\"updated\":1,\"unchanged\":0,\"quarantined\":0}");
        var item = admin.get("/v1/items/" + first(source, "id")).expect(200).json();
        var article = item.path("articles").path(0);
        assertThat(article.path("pubStatus").asText()).isEqualTo("canceled");
        assertThat(article.at("/proposals/0/what").asText()).isEqualTo("cancel");
    }

    private String first(String source, String id) {
        return ids(source, id).getFirst();
    }

    private List<String> ids(String source, String id) {
        return entities.createQuery(
                        "select cast(i.%s as string) from Item i where i.sourceId = :source"
                                .formatted(id),
                        String.class)
                .setParameter("source", UUID.fromString(source))
                .getResultList();
    }

    private static String counts(int added, int unchanged, int quarantined) {
        return "{\"seen\":%d,\"new\":%d,\"updated\":0,\"unchanged\":%d,\"quarantined\":%d}"
                .formatted(added + unchanged + quarantined, added, unchanged, quarantined);
    }
}
