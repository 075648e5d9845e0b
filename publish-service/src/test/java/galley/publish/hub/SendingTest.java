package galley.publish.hub;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Article;
import galley.publish.PlainClient;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static galley.publish.hub.Hub.BASE;
import static galley.publish.hub.Hub.RSS;
import static galley.publish.hub.Hub.awaitFeed;
import static galley.publish.hub.Hub.form;
import static galley.publish.hub.Hub.soon;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever subscribed to a feed is sent the feed whenever it changes. */
@TestServers
class SendingTest {
    private final Site site = new Site();

    @Inject Desk desk;
    @Inject Hub hub;

    @BeforeEach
    void empty() {
        desk.clear();
    }

    @AfterEach
    void close() {
        hub.forget();
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json"})
    void whatChangesIsSentWholeAsItIsServed(String path) {
        hub.subscribe(site, BASE + path);
        desk.release(Samples.article("p01-reprint"));
        awaitFeed(site, BASE + path);
        var sent = site.sent().getLast();
        assertThat(sent.headers().getFirst("Content-Type"))
                .isEqualToIgnoringWhitespace(
                        PlainClient.header(PlainClient.get(path), "Content-Type"));
        assertThat(sent.headers().getFirst("Link"))
                .contains("<" + BASE + "/hub>; rel=\"hub\"")
                .contains("<" + BASE + path + ">; rel=\"self\"");
        assertThat(sent.headers().getFirst("X-Hub-Signature")).isNull();
    }

    @Test
    void whatIsSentIsSignedWithTheSecret() throws Exception {
        form("subscribe", RSS, site.callback())
                .formParam("hub.secret", "between us")
                .post("/hub")
                .then()
                .statusCode(202);
        soon().until(() -> hub.subscriptions() == 1);
        desk.release(Samples.article("p01-reprint"));
        awaitFeed(site, RSS);
        var sent = site.sent().getLast();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("between us".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(sent.headers().getFirst("X-Hub-Signature"))
                .isEqualTo(
                        "sha256="
                                + HexFormat.of()
                                        .formatHex(
                                                mac.doFinal(
                                                        sent.body()
                                                                .getBytes(
                                                                        StandardCharsets.UTF_8))));
    }

    @Test
    void aSubscriptionEndsWithItsLease() {
        var other = new Site();
        try (other) {
            hub.subscribe(site, RSS);
            hub.subscribe(other, RSS);
            hub.execute(
                    "update websub_subscription set expires_at = now() - interval '1 second'"
                            + " where callback = '%s'".formatted(site.callback()));
            desk.release(Samples.article("p01-reprint"));
            awaitFeed(other, RSS);
            assertThat(site.sent()).isEmpty();
        }
    }

    @Test
    void aSubscriptionThatIsGoneEnds() {
        hub.subscribe(site, RSS);
        site.status = 410;
        desk.release(Samples.article("p01-reprint"));
        soon().until(() -> hub.subscriptions() == 0);
        assertThat(site.sent()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 404, 302, 307})
    void whatIsNotTakenIsSentAgain(int status) {
        hub.subscribe(site, RSS);
        site.status = status;
        desk.release(Samples.article("p01-reprint"));
        soon().until(() -> site.sent().size() >= 2);
        site.status = 200;
        hub.awaitCalm();
        awaitFeed(site, RSS);
        assertThat(site.elsewhere()).isEmpty();
        assertThat(hub.count("select failures from websub_subscription")).isZero();
    }

    @Test
    void whatChangesWhileASubscriberIsBusyIsSentOnceAfterwards() {
        hub.subscribe(site, RSS);
        site.wait = new CountDownLatch(1);
        desk.release(Samples.article("p01-reprint"));
        soon().until(() -> site.sent().size() == 1);
        for (String name : List.of("p02-round-up", "p03-wire-dateline", "p08-interview")) {
            desk.release(Samples.article(name));
        }
        long last = hub.count("select max(id) from announcement");
        soon().until(
                        () ->
                                hub.count(
                                                "select count(*) from websub_subscription s,"
                                                        + " announcement"
                                                        + " a where a.id = %d and s.wanted >="
                                                                .formatted(last)
                                                        + " a.position")
                                        == 1);
        site.wait.countDown();
        awaitFeed(site, RSS);
        hub.awaitCalm();
        assertThat(site.sent()).hasSize(2);
    }

    @Test
    void aSubscriberThatDoesNotAnswerDelaysNobodyElse() {
        try (var other = new Site()) {
            hub.subscribe(site, RSS);
            hub.subscribe(other, RSS);
            site.wait = new CountDownLatch(1);
            desk.release(Samples.article("p01-reprint"));
            awaitFeed(other, RSS);
            desk.release(Samples.article("p02-round-up"));
            awaitFeed(other, RSS);
            assertThat(site.sent()).hasSize(1);
        }
    }

    @Test
    void aKilledTextIsInNothingThatIsSentAfterwards() {
        hub.subscribe(site, RSS);
        site.status = 503;
        var article = desk.release(Samples.article("p01-reprint"));
        soon().until(() -> !site.sent().isEmpty());
        desk.kill(article, "Not true");
        int before = site.sent().size();
        site.status = 200;
        desk.release(Samples.article("p02-round-up"));
        hub.awaitCalm();
        awaitFeed(site, RSS);
        // one may have been on its way
        assertThat(site.sent().subList(before + 1, site.sent().size()))
                .noneMatch(sent -> sent.body().contains(article.slug()));
    }

    @Test
    void aFeedThatStaysAsItWasIsNotSent() {
        hub.subscribe(site, RSS);
        var until = Instant.now().plusSeconds(3600).toString();
        Article secret =
                Samples.article(
                        "p01-reprint",
                        json -> json.put("embargoedUntil", until).put("publishedAt", until));
        desk.release(secret);
        desk.kill(secret, "Withdrawn before it was out");
        hub.awaitCalm();
        assertThat(site.sent()).isEmpty();
    }

    @Test
    void whatAReplicaBeganBeforeItWasKilledIsDoneByAnother() {
        hub.subscribe(site, RSS);
        hub.execute("update websub_subscription set next_at = now() + interval '1 minute'");
        desk.release(Samples.article("p01-reprint"));
        soon().until(
                        () ->
                                hub.count(
                                                "select count(*) from websub_subscription where"
                                                        + " wanted > known")
                                        == 1);
        assertThat(site.sent()).isEmpty();
        hub.execute("update websub_subscription set next_at = now()");
        awaitFeed(site, RSS);
        hub.execute(
                "insert into websub_request select '%s', 'UNSUBSCRIBE', topic, callback, null, 0, 0,"
                                .formatted(UUID.randomUUID())
                        + " now() from websub_subscription");
        soon().until(() -> hub.subscriptions() == 0);
    }
}
