package galley.publish.hub;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Article;
import galley.publish.PlainClient;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever subscribes to a feed, and meant it, is sent the feed whenever it changes. */
@TestServers
class HubTest {
    private static final String BASE = "https://harbour-letter.example";
    private static final String RSS = BASE + "/feeds/rss.xml";

    private final Site site = new Site();

    @Inject Desk desk;
    @Inject AgroalDataSource database;

    @BeforeEach
    void empty() {
        desk.clear();
    }

    @AfterEach
    void close() {
        execute("delete from websub_request");
        execute("delete from websub_subscription");
        site.close();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private static ValidatableResponse ask(String mode, String topic, String callback) {
        return form(mode, topic, callback).post("/hub").then();
    }

    private static RequestSpecification form(String mode, String topic, String callback) {
        return RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .formParam("hub.mode", mode)
                .formParam("hub.topic", topic)
                .formParam("hub.callback", callback);
    }

    private void subscribe(Site subscriber, String topic) {
        long before = subscriptions();
        ask("subscribe", topic, subscriber.callback()).statusCode(202);
        soon().until(() -> subscriptions() > before);
    }

    private static String feed(String topic) {
        return new String(
                PlainClient.get(topic.substring(BASE.length())).body(), StandardCharsets.UTF_8);
    }

    private void awaitFeed(Site subscriber, String topic) {
        soon().untilAsserted(
                        () -> {
                            assertThat(subscriber.sent()).isNotEmpty();
                            assertThat(subscriber.sent().getLast().body()).isEqualTo(feed(topic));
                        });
    }

    private long subscriptions() {
        return count("select count(*) from websub_subscription where expires_at > now()");
    }

    private long requests() {
        return count("select count(*) from websub_request");
    }

    private long count(String query) {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until everybody knows what they want to know. */
    private void awaitCalm() {
        soon().until(
                        () ->
                                count(
                                                "select count(*) from websub_subscription s,"
                                                        + " websub_head h, announcement_head a"
                                                        + " where s.next_at is not null"
                                                        + " or h.position < a.last"
                                                        + " or exists (select from announcement"
                                                        + " where position is null)")
                                        == 0);
    }

    @Test
    void aSubscriberIsAskedWhetherItMeantIt() {
        form("subscribe", RSS, site.callback())
                .formParam("hub.lease_seconds", "3600")
                .post("/hub")
                .then()
                .statusCode(202);
        soon().until(() -> subscriptions() == 1);
        var question = site.questions().getFirst();
        assertThat(question)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", RSS)
                .containsEntry("hub.lease_seconds", "3600")
                .containsEntry("its", "own");
        assertThat(question.get("hub.challenge")).hasSizeGreaterThan(20);
        assertThat(count("select extract(epoch from expires_at - now()) from websub_subscription"))
                .isBetween(3_000L, 3_600L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json"})
    void whatChangesIsSentWholeAsItIsServed(String path) {
        subscribe(site, BASE + path);
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
        soon().until(() -> subscriptions() == 1);
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
    void whoDidNotMeanItIsSentNothing() {
        site.agrees = false;
        ask("subscribe", RSS, site.callback()).statusCode(202);
        soon().until(() -> requests() == 0);
        assertThat(site.questions()).hasSize(1);
        assertThat(subscriptions()).isZero();
    }

    @Test
    void anotherServerCannotAgreeInItsPlace() {
        site.questionStatus = 302;
        ask("subscribe", RSS, site.callback()).statusCode(202);
        soon().until(() -> requests() == 0);
        assertThat(subscriptions()).isZero();
    }

    @Test
    void anyKindOfSuccessIsAnAgreement() {
        site.questionStatus = 202;
        subscribe(site, RSS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/none.xml",
                "/v1/articles",
                "/feeds/../v1/articles",
                "/feeds/%2e%2E/v1/articles",
                "/feeds/rss.xml?page=2",
                "/feeds/"
            })
    void whatIsNoFeedHereIsDenied(String path) {
        ask("subscribe", BASE + path, site.callback()).statusCode(202);
        soon().until(() -> !site.questions().isEmpty());
        assertThat(site.questions().getFirst())
                .containsEntry("hub.mode", "denied")
                .containsEntry("hub.topic", BASE + path)
                .containsKey("hub.reason")
                .doesNotContainKey("hub.challenge");
        soon().until(() -> requests() == 0);
        assertThat(subscriptions()).isZero();
    }

    @Test
    void aFeedOfAnotherSiteIsDenied() {
        ask("subscribe", "https://elsewhere.example/feeds/rss.xml", site.callback())
                .statusCode(202);
        soon().until(() -> !site.questions().isEmpty());
        assertThat(site.questions().getFirst()).containsEntry("hub.mode", "denied");
    }

    @Test
    void whoLeavesIsAskedAndThenSentNothing() {
        subscribe(site, RSS);
        ask("unsubscribe", RSS, site.callback()).statusCode(202);
        soon().until(() -> subscriptions() == 0);
        assertThat(site.questions().getLast())
                .containsEntry("hub.mode", "unsubscribe")
                .containsEntry("hub.topic", RSS)
                .doesNotContainKey("hub.lease_seconds");
    }

    @Test
    void whoDidNotMeanToLeaveStays() {
        subscribe(site, RSS);
        site.agrees = false;
        ask("unsubscribe", RSS, site.callback()).statusCode(202);
        soon().until(() -> requests() == 0);
        assertThat(subscriptions()).isEqualTo(1);
    }

    @Test
    void aRenewalTakesTheNewSecretAndLease() {
        subscribe(site, RSS);
        execute("update websub_subscription set expires_at = now() + interval '1 minute'");
        form("subscribe", RSS, site.callback())
                .formParam("hub.secret", "a new one")
                .post("/hub")
                .then()
                .statusCode(202);
        soon().until(
                        () ->
                                count(
                                                "select count(*) from websub_subscription where"
                                                        + " secret = 'a new one' and expires_at >"
                                                        + " now() + interval '9 days'")
                                        == 1);
        assertThat(subscriptions()).isEqualTo(1);
    }

    @Test
    void aSubscriptionEndsWithItsLease() {
        var other = new Site();
        try (other) {
            subscribe(site, RSS);
            subscribe(other, RSS);
            execute(
                    "update websub_subscription set expires_at = now() - interval '1 second'"
                            + " where callback = '%s'".formatted(site.callback()));
            desk.release(Samples.article("p01-reprint"));
            awaitFeed(other, RSS);
            assertThat(site.sent()).isEmpty();
        }
    }

    @Test
    void aSubscriptionThatIsGoneEnds() {
        subscribe(site, RSS);
        site.status = 410;
        desk.release(Samples.article("p01-reprint"));
        soon().until(() -> subscriptions() == 0);
        assertThat(site.sent()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 404, 302, 307})
    void whatIsNotTakenIsSentAgain(int status) {
        subscribe(site, RSS);
        site.status = status;
        desk.release(Samples.article("p01-reprint"));
        soon().until(() -> site.sent().size() >= 2);
        site.status = 200;
        awaitCalm();
        awaitFeed(site, RSS);
        assertThat(site.elsewhere()).isEmpty();
        assertThat(count("select failures from websub_subscription")).isZero();
    }

    @Test
    void whatChangesWhileASubscriberIsBusyIsSentOnceAfterwards() {
        subscribe(site, RSS);
        site.wait = new CountDownLatch(1);
        desk.release(Samples.article("p01-reprint"));
        soon().until(() -> site.sent().size() == 1);
        for (String name : List.of("p02-round-up", "p03-wire-dateline", "p08-interview")) {
            desk.release(Samples.article(name));
        }
        long last = count("select max(id) from announcement");
        soon().until(
                        () ->
                                count(
                                                "select count(*) from websub_subscription s,"
                                                        + " announcement"
                                                        + " a where a.id = %d and s.wanted >="
                                                                .formatted(last)
                                                        + " a.position")
                                        == 1);
        site.wait.countDown();
        awaitFeed(site, RSS);
        awaitCalm();
        assertThat(site.sent()).hasSize(2);
    }

    @Test
    void aSubscriberThatDoesNotAnswerDelaysNobodyElse() {
        try (var other = new Site()) {
            subscribe(site, RSS);
            subscribe(other, RSS);
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
        subscribe(site, RSS);
        site.status = 503;
        var article = desk.release(Samples.article("p01-reprint"));
        soon().until(() -> !site.sent().isEmpty());
        desk.kill(article, "Not true");
        int before = site.sent().size();
        site.status = 200;
        desk.release(Samples.article("p02-round-up"));
        awaitCalm();
        awaitFeed(site, RSS);
        // one may have been on its way
        assertThat(site.sent().subList(before + 1, site.sent().size()))
                .noneMatch(sent -> sent.body().contains(article.slug()));
    }

    @Test
    void aFeedThatStaysAsItWasIsNotSent() {
        subscribe(site, RSS);
        var until = Instant.now().plusSeconds(3600).toString();
        Article secret =
                Samples.article(
                        "p01-reprint",
                        json -> json.put("embargoedUntil", until).put("publishedAt", until));
        desk.release(secret);
        desk.kill(secret, "Withdrawn before it was out");
        awaitCalm();
        assertThat(site.sent()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        var callback = site.callback();
        ask("publish", RSS, callback).statusCode(400);
        ask("subscribe", "", callback).statusCode(400);
        ask("subscribe", BASE + "/feeds/" + "x".repeat(600), callback).statusCode(400);
        ask("subscribe", RSS, "").statusCode(400);
        ask("subscribe", RSS, "ftp://127.0.0.1/").statusCode(400);
        ask("subscribe", RSS, "no address").statusCode(400);
        form("subscribe", RSS, callback)
                .formParam("hub.secret", "x".repeat(200))
                .post("/hub")
                .then()
                .statusCode(400);
        form("subscribe", RSS, callback)
                .formParam("hub.lease_seconds", "for ever")
                .post("/hub")
                .then()
                .statusCode(400);
        assertThat(requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 60", "999999999999, 2592000", "'', 864000"})
    void aLeaseIsNeitherTooShortNorTooLong(String asked, String given) {
        form("subscribe", RSS, site.callback())
                .formParam("hub.lease_seconds", asked)
                .post("/hub")
                .then()
                .statusCode(202);
        soon().until(() -> !site.questions().isEmpty());
        assertThat(site.questions().getFirst()).containsEntry("hub.lease_seconds", given);
    }

    @Test
    void whatAReplicaBeganBeforeItWasKilledIsDoneByAnother() {
        subscribe(site, RSS);
        execute("update websub_subscription set next_at = now() + interval '1 minute'");
        desk.release(Samples.article("p01-reprint"));
        soon().until(
                        () ->
                                count(
                                                "select count(*) from websub_subscription where"
                                                        + " wanted > known")
                                        == 1);
        assertThat(site.sent()).isEmpty();
        execute("update websub_subscription set next_at = now()");
        awaitFeed(site, RSS);
        execute(
                "insert into websub_request select '%s', 'UNSUBSCRIBE', topic, callback, null, 0, 0,"
                                .formatted(UUID.randomUUID())
                        + " now() from websub_subscription");
        soon().until(() -> subscriptions() == 0);
    }
}
