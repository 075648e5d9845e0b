package galley.ingest.item;

import java.nio.charset.Charset;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static org.assertj.core.api.Assertions.assertThat;

@OnServers
class ItemTest {
    @Inject EntityManager entities;

    private final Api admin = Api.as("admin", "ada");
    private final FeedServer site = new FeedServer();

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void anItemIsWhatWasReadAndItsRawDocumentIsWhatCameByteForByte() {
        var feed =
                """
                <?xml version="1.0" encoding="windows-1252"?>
                <rss><channel><item><guid>1</guid><title>Maré alta – “Cais”</title>\
                <description><![CDATA[<p style="x" onclick="y">One<script>alert(1)</script></p>\
                <a href="javascript:z">two</a>]]></description></item></channel></rss>
                """
                        .getBytes(Charset.forName("windows-1252"));
        var source = admin.register(site.feed());
        site.serves(feed, "Content-Type", "application/rss+xml");
        admin.fetch(source);
        var id = idsOf(source).getFirst();
        var item = admin.get("/v1/items/" + id).expect(200).json();
        var article = item.path("articles").path(0);
        assertThat(item.path("source").asText()).isEqualTo(source);
        assertThat(item.path("format").asText()).isEqualTo("rss");
        assertThat(article.path("headline").asText()).isEqualTo("Maré alta – “Cais”");
        assertThat(article.path("body").asText()).isEqualTo("<p>One</p><p><span>two</span></p>");
        var raw = admin.get("/v1/items/" + id + "/raw").expect(200);
        assertThat(raw.bytes()).isEqualTo(feed);
        assertThat(raw.header("Content-Type")).isEqualTo("application/rss+xml");
        assertThat(raw.header("Content-Disposition")).startsWith("attachment");
        assertThat(raw.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(raw.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void theRawDocumentOfAPushIsItsBody() {
        var wire = Api.as("source", "raw-" + UUID.randomUUID());
        var body = "{ \"headline\" :\"Maré\",\n\"body\":\"a\" }";
        var item = wire.post("/v1/items", body).expect(201).json();
        var raw = wire.get("/v1/items/" + item.path("id").asText() + "/raw").expect(200);
        assertThat(raw.text()).isEqualTo(body);
        assertThat(raw.header("Content-Type")).startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xml", "text/xml; charset", "text/xml;;", "no type/at all", "/", "a/b/c"})
    void aDocumentOfNoKnownTypeIsSentAsBytes(String type) {
        var source = admin.register(site.feed());
        var feed = Rss.feed(Rss.item(type, "One", "a"));
        site.serves(feed, "Content-Type", type);
        admin.fetch(source);
        var raw = admin.get("/v1/items/" + idsOf(source).getFirst() + "/raw").expect(200);
        assertThat(raw.text()).isEqualTo(feed);
    }

    @Test
    void theRawDocumentIsThatOfWhatTheItemSaysNow() {
        var source = admin.register(site.feed());
        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        admin.fetch(source);
        var changed = Rss.feed(Rss.item("1", "One", "b"));
        site.serves(changed);
        admin.fetch(source);
        site.serves(Rss.feed(Rss.item("1", "One", "b"), Rss.item("2", "Two", "c")));
        admin.fetch(source);
        var raw = admin.get("/v1/items/" + idsOf(source).getFirst() + "/raw").expect(200);
        assertThat(raw.text()).isEqualTo(changed);
    }

    @Test
    void whatAnItemIsKnownByIsItsGuidElseItsAddressElseItsText() {
        var source = admin.register(site.feed());
        site.serves(
                Rss.feed(
                        "<item><guid>g</guid><link>/1</link><title>A</title></item>",
                        "<item><link>/2?utm_source=x</link><title>B</title></item>",
                        "<item><title>C</title></item>"));
        admin.fetch(source);
        site.serves(
                Rss.feed(
                        "<item><guid>g</guid><link>/1-moved</link><title>A</title></item>",
                        "<item><link>/2?utm_source=y</link><title>B, changed</title></item>",
                        "<item><title>C, changed</title></item>"));
        assertThat(admin.fetch(source))
                .isEqualTo(
                        "{\"seen\":3,\"new\":1,\"updated\":2,\"unchanged\":0,\"quarantined\":0}");
    }

    @Test
    void anotherDateIsNoChangeAndAnItemWithoutOneIsTakenAllTheSame() {
        var source = admin.register(site.feed());
        var dated = "<item><guid>1</guid><title>A</title><pubDate>%s</pubDate></item>";
        site.serves(Rss.feed(dated.formatted("1 May 2026"), Rss.item("2", "B", "undated")));
        assertThat(admin.fetch(source)).contains("\"new\":2");
        site.serves(Rss.feed(dated.formatted("2 May 2026"), Rss.item("2", "B", "undated")));
        assertThat(admin.fetch(source)).contains("\"unchanged\":2");
        var item = admin.get("/v1/items/" + idsOf(source).getLast()).expect(200).json();
        assertThat(item.path("articles").path(0).path("firstCreated").isNull()).isTrue();
    }

    @Test
    void anItemThatComesLateIsNewWhereverItStands() {
        var source = admin.register(site.feed());
        var newer = "<item><guid>2</guid><title>B</title><pubDate>2 May 2026</pubDate></item>";
        var older = "<item><guid>1</guid><title>A</title><pubDate>1 May 2020</pubDate></item>";
        site.serves(Rss.feed(newer));
        admin.fetch(source);
        site.serves(Rss.feed(newer, older));
        assertThat(admin.fetch(source)).contains("\"new\":1").contains("\"unchanged\":1");
    }

    @Test
    void whatChangesBackIsAChangeToo() {
        var source = admin.register(site.feed());
        for (var text : List.of("a", "b", "a")) {
            site.serves(Rss.feed(Rss.item("1", "One", text)));
            assertThat(admin.fetch(source)).contains("\"unchanged\":0");
        }
    }

    @Test
    void staffSeeAllItemsAndASourceItsOwnOnly() {
        var wire = Api.as("source", "own-" + UUID.randomUUID());
        var id =
                wire.post("/v1/items", "{\"headline\": \"A\"}")
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        for (var role : List.of("writer", "editor", "publisher", "admin")) {
            Api.as(role, "somebody").get("/v1/items/" + id).expect(200);
        }
        var other = Api.as("source", "other");
        other.get("/v1/items/" + id).problem(404, "not-found");
        other.get("/v1/items/" + id + "/raw").problem(404, "not-found");
        var source = admin.register(site.feed());
        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        admin.fetch(source);
        other.get("/v1/items/" + idsOf(source).getFirst()).problem(404, "not-found");
    }

    private List<String> idsOf(String source) {
        return entities.createQuery(
                        "select cast(i.id as string) from Item i where i.sourceId = :source"
                                + " order by i.firstSeen, i.identity",
                        String.class)
                .setParameter("source", UUID.fromString(source))
                .getResultList();
    }
}
