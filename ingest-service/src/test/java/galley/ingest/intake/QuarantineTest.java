package galley.ingest.intake;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static org.assertj.core.api.Assertions.assertThat;

@OnServers
class QuarantineTest {
    @Inject EntityManager entities;

    private final Api admin = Api.as("admin", "ada");
    private final FeedServer site = new FeedServer();
    private String source;

    @BeforeEach
    void register() {
        MendableReader.isMended = false;
        source = admin.register(site.feed());
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void anEntryThatCantBeReadWaitsWithItsReasonAndItsBytes() {
        var feed = Rss.feed(Rss.item("1", "One", "a"), Rss.unreadable("2"));
        site.serves(feed, "Content-Type", "application/rss+xml");
        assertThat(admin.fetch(source)).contains("\"new\":1").contains("\"quarantined\":1");
        var waiting = onlyOne();
        assertThat(waiting.path("position").asInt()).isEqualTo(2);
        assertThat(waiting.path("reason").asText())
                .isEqualTo("The entry has neither headline nor text.");
        assertThat(waiting.path("tries").asInt()).isZero();
        var raw = admin.get(path(waiting) + "/raw").expect(200);
        assertThat(raw.text()).isEqualTo(feed);
        assertThat(raw.header("Content-Type")).isEqualTo("application/rss+xml");
    }

    @Test
    void aDocumentThatCantBeReadWaitsWhole() {
        var page = "<!DOCTYPE html><html><body>Back soon</body></html>";
        site.serves(page);
        assertThat(admin.fetch(source)).contains("\"seen\":1").contains("\"quarantined\":1");
        var waiting = onlyOne();
        assertThat(waiting.path("position").isNull()).isTrue();
        assertThat(waiting.path("reason").asText()).contains("neither atom").contains("Back soon");
        assertThat(admin.get(path(waiting) + "/raw").expect(200).text()).isEqualTo(page);
    }

    @Test
    void theSameAgainIsOneWaitingEntry() {
        site.serves(Rss.feed(Rss.unreadable("1")));
        admin.fetch(source);
        admin.fetch(source);
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void aDocumentIsNotKeptAgainForAnEntryThatWaitsAlready() {
        long before = documents();
        for (var time : List.of("10:00", "10:01", "10:02")) {
            site.serves(Rss.feed("<!-- " + source + time + " -->", Rss.unreadable("1")));
            admin.fetch(source);
        }
        assertThat(documents()).isEqualTo(before + 1);
        assertThat(admin.get(path(onlyOne()) + "/raw").expect(200).text()).contains("10:00");
        site.serves(Rss.feed("<item><guid>1</guid><category>c</category></item>"));
        admin.fetch(source);
        assertThat(admin.get(path(onlyOne()) + "/raw").expect(200).text()).contains("category");
    }

    @Test
    void whatStillCantBeReadIsSaidSoAndTheTryCounts() {
        site.serves(Rss.feed(Rss.unreadable("1")));
        admin.fetch(source);
        var retry = admin.post(path(onlyOne()) + "/retry", null);
        assertThat(retry.problem(422, "still-unreadable").path("detail").asText())
                .isEqualTo("The entry has neither headline nor text.");
        assertThat(onlyOne().path("tries").asInt()).isOne();
    }

    @Test
    void aLaterDocumentThatBringsItResolvesIt() {
        site.serves(Rss.feed(Rss.unreadable("1")));
        admin.fetch(source);
        var waiting = onlyOne();
        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        assertThat(admin.fetch(source)).contains("\"new\":1");
        assertThat(waiting()).isEmpty();
        admin.get(path(waiting) + "/raw").problem(404, "not-found");
        admin.post(path(waiting) + "/retry", null).problem(404, "not-found");
    }

    @Test
    void afterItsReaderWasMendedARetryBringsItIn() {
        site.serves("<mendable><one>Good</one><two>Hard</two></mendable>");
        assertThat(admin.fetch(source)).contains("\"new\":1").contains("\"quarantined\":1");
        var path = path(onlyOne());
        MendableReader.isMended = true;
        assertThat(admin.post(path + "/retry", null).expect(200).text())
                .isEqualTo(
                        "{\"seen\":1,\"new\":1,\"updated\":0,\"unchanged\":0,\"quarantined\":0}");
        assertThat(waiting()).isEmpty();
        admin.post(path + "/retry", null).problem(404, "not-found");
    }

    @Test
    void aRetryOfAWholeDocumentBringsInWhatItCanAndLeavesTheRestToWait() {
        site.serves("<mendable broken='yes'><one>Good</one><none/></mendable>");
        assertThat(admin.fetch(source)).contains("\"seen\":1").contains("\"quarantined\":1");
        var path = path(onlyOne());
        MendableReader.isMended = true;
        assertThat(admin.post(path + "/retry", null).expect(200).text())
                .isEqualTo(
                        "{\"seen\":2,\"new\":1,\"updated\":0,\"unchanged\":0,\"quarantined\":1}");
        assertThat(onlyOne().path("position").asInt()).isEqualTo(2);
    }

    @Test
    void whatComesOutOfQuarantineDoesNotUndoWhatCameAfterIt() {
        site.serves("<mendable><two>Old</two></mendable>");
        admin.fetch(source);
        var path = path(onlyOne());
        MendableReader.isMended = true;
        site.serves("<mendable><two>New</two></mendable>");
        assertThat(admin.fetch(source)).contains("\"new\":1");
        // what waits has an identity of its own, since nobody could read the entry's
        assertThat(admin.post(path + "/retry", null).expect(200).text())
                .contains("\"unchanged\":1");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whatARemovedSourceLeftCanStillBeRetried() {
        site.serves("<mendable><two>Hard</two></mendable>");
        admin.fetch(source);
        var path = path(onlyOne());
        admin.delete("/v1/sources/" + source).expect(204);
        MendableReader.isMended = true;
        assertThat(admin.post(path + "/retry", null).expect(200).text()).contains("\"new\":1");
    }

    private JsonNode onlyOne() {
        assertThat(waiting()).hasSize(1);
        return waiting().getFirst();
    }

    private List<JsonNode> waiting() {
        return admin.all("/v1/quarantine").stream()
                .filter(entry -> entry.path("source").asText().equals(source))
                .toList();
    }

    private static String path(JsonNode waiting) {
        return "/v1/quarantine/" + waiting.path("id").asText();
    }

    private long documents() {
        return entities.createQuery("select count(*) from Document", Long.class).getSingleResult();
    }
}
