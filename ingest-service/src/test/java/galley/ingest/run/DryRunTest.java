package galley.ingest.run;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static org.assertj.core.api.Assertions.assertThat;

/** Looking at what a source would bring. */
@OnServers
class DryRunTest {
    private final Api admin = Api.as("admin", "ada");
    private final FeedServer site = new FeedServer();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatASourceWouldBringIsShownAndNothingIsStored() {
        var source = admin.register(site.feed());
        site.serves(Rss.feed(Rss.item("1", "One", "a"), Rss.item("2", "Two", "b")));
        admin.fetch(source);
        int runs = admin.all("/v1/sources/" + source + "/runs").size();
        var before = admin.get("/v1/sources/" + source).expect(200).json();

        site.serves(
                Rss.feed(
                        Rss.item("1", "One", "a"),
                        Rss.item("2", "Two", "changed"),
                        Rss.item("3", "Three", "c"),
                        Rss.unreadable("4")));
        for (int i = 0; i < 2; i++) {
            var seen = admin.post("/v1/sources/" + source + "/dry-run", null).expect(200).json();
            assertThat(seen.path("format").asText()).isEqualTo("rss");
            assertThat(seen.path("entries").findValuesAsText("outcome"))
                    .containsExactly("unchanged", "updated", "new", "quarantined");
            assertThat(entry(seen, 2).path("article").path("headline").asText()).isEqualTo("Three");
            assertThat(entry(seen, 3).path("reason").asText()).isNotBlank();
        }
        assertThat(admin.all("/v1/sources/" + source + "/runs")).hasSize(runs);
        assertThat(admin.get("/v1/sources/" + source).expect(200).json()).isEqualTo(before);
        assertThat(admin.fetch(source)).contains("\"new\":1", "\"updated\":1");
    }

    @Test
    void anAddressIsLookedAtBeforeItIsRegistered() {
        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        var seen = look(site.feed().toString()).expect(200).json();
        assertThat(seen.path("address").asText()).isEqualTo(site.feed().toString());
        assertThat(entry(seen, 0).path("outcome").asText()).isEqualTo("new");
    }

    @Test
    void whatWouldBeProposedForATextIsShown() {
        var text = "<p>This article was first published by Maré.</p><p>It is.</p>";
        site.serves(Rss.feed(Rss.item("1", "One", text)));
        var seen = look(site.feed().toString()).expect(200).json();
        assertThat(entry(seen, 0).path("article").path("proposals").findValuesAsText("value"))
                .contains("introduction:0-0", "reprint:1-1", "Maré");
    }

    @Test
    void whatWouldNotBeFetchedOrReadIsAnsweredAsAFetchWouldAnswer() {
        site.serves("Closed for the holidays");
        look(site.feed().toString()).problem(422, "unreadable-document");
        site.answers(404, new byte[0]);
        look(site.feed().toString()).problem(502, "fetch-status");
        assertThat(look("ftp://a.example/").wrongFields()).containsExactly("url");
        assertThat(
                        admin.post(
                                        "/v1/sources/dry-run",
                                        "{\"url\": \"https://a.example/\", \"format\": \"telex\"}")
                                .wrongFields())
                .containsExactly("format");
    }

    private Api.Answer look(String address) {
        return admin.post("/v1/sources/dry-run", "{\"url\": \"%s\"}".formatted(address));
    }

    private static JsonNode entry(JsonNode seen, int index) {
        return seen.path("entries").path(index);
    }
}
