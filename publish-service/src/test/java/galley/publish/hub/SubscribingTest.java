package galley.publish.hub;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static galley.publish.hub.Hub.BASE;
import static galley.publish.hub.Hub.RSS;
import static galley.publish.hub.Hub.ask;
import static galley.publish.hub.Hub.form;
import static galley.publish.hub.Hub.soon;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever asks for a feed is asked whether it meant it, and stays until it leaves. */
@TestServers
class SubscribingTest {
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

    @Test
    void aSubscriberIsAskedWhetherItMeantIt() {
        form("subscribe", RSS, site.callback())
                .formParam("hub.lease_seconds", "3600")
                .post("/hub")
                .then()
                .statusCode(202);
        soon().until(() -> hub.subscriptions() == 1);
        var question = site.questions().getFirst();
        assertThat(question)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", RSS)
                .containsEntry("hub.lease_seconds", "3600")
                .containsEntry("its", "own");
        assertThat(question.get("hub.challenge")).hasSizeGreaterThan(20);
        assertThat(
                        hub.count(
                                "select extract(epoch from expires_at - now()) from"
                                        + " websub_subscription"))
                .isBetween(3_000L, 3_600L);
    }

    @Test
    void whoDidNotMeanItIsSentNothing() {
        site.agrees = false;
        ask("subscribe", RSS, site.callback()).statusCode(202);
        soon().until(() -> hub.requests() == 0);
        assertThat(site.questions()).hasSize(1);
        assertThat(hub.subscriptions()).isZero();
    }

    @Test
    void anotherServerCannotAgreeInItsPlace() {
        site.questionStatus = 302;
        ask("subscribe", RSS, site.callback()).statusCode(202);
        soon().until(() -> hub.requests() == 0);
        assertThat(hub.subscriptions()).isZero();
    }

    @Test
    void anyKindOfSuccessIsAnAgreement() {
        site.questionStatus = 202;
        hub.subscribe(site, RSS);
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
        soon().until(() -> hub.requests() == 0);
        assertThat(hub.subscriptions()).isZero();
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
        hub.subscribe(site, RSS);
        ask("unsubscribe", RSS, site.callback()).statusCode(202);
        soon().until(() -> hub.subscriptions() == 0);
        assertThat(site.questions().getLast())
                .containsEntry("hub.mode", "unsubscribe")
                .containsEntry("hub.topic", RSS)
                .doesNotContainKey("hub.lease_seconds");
    }

    @Test
    void whoDidNotMeanToLeaveStays() {
        hub.subscribe(site, RSS);
        site.agrees = false;
        ask("unsubscribe", RSS, site.callback()).statusCode(202);
        soon().until(() -> hub.requests() == 0);
        assertThat(hub.subscriptions()).isEqualTo(1);
    }

    @Test
    void aRenewalTakesTheNewSecretAndLease() {
        hub.subscribe(site, RSS);
        hub.execute("update websub_subscription set expires_at = now() + interval '1 minute'");
        form("subscribe", RSS, site.callback())
                .formParam("hub.secret", "a new one")
                .post("/hub")
                .then()
                .statusCode(202);
        soon().until(
                        () ->
                                hub.count(
                                                "select count(*) from websub_subscription where"
                                                        + " secret = 'a new one' and expires_at >"
                                                        + " now() + interval '9 days'")
                                        == 1);
        assertThat(hub.subscriptions()).isEqualTo(1);
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
        assertThat(hub.requests()).isZero();
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
}
